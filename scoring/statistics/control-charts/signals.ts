import { item } from '../vectors.ts';
import { SAME, type Limits } from './limits.ts';
import type { RuleKey, RuleSet } from './rule-sets.ts';

export interface Signal {
  readonly rule: RuleKey;
  readonly direction: 'up' | 'down';
  /** Indexes of the points that make the signal, first to last. */
  readonly points: readonly number[];
}

/** A value with the lines it is judged by. */
export interface JudgedPoint extends Limits {
  readonly value: number;
}

type Side = 1 | 0 | -1;

/** Which side of a line a value lies on; within rounding of it, neither. */
function sideOf(value: number, line: number, sigma: number): Side {
  const distance = value - line;
  if (Math.abs(distance) <= SAME * sigma) return 0;
  return distance > 0 ? 1 : -1;
}

const directionOf = (side: Side): Signal['direction'] => (side > 0 ? 'up' : 'down');

/** Further than so many sigma from the mean: 1 above, -1 below, 0 between. */
function beyond({ value, mean, sigma }: JudgedPoint, sigmas: number): Side {
  if (sideOf(value, mean + sigmas * sigma, sigma) > 0) return 1;
  if (sideOf(value, mean - sigmas * sigma, sigma) < 0) return -1;
  return 0;
}

function beyondLimits(points: readonly JudgedPoint[]): Signal[] {
  return points.flatMap((point, index) => {
    const side = beyond(point, 3);
    if (side === 0) return [];
    return [{ rule: 'beyond-limits', direction: directionOf(side), points: [index] }];
  });
}

/** Runs of at least a number of points for which a side is the same, 1 or -1. */
function onOneSide(points: readonly JudgedPoint[], runLength: number): Signal[] {
  const signals: Signal[] = [];
  let run: number[] = [];
  let runSide: Side = 0;
  const close = (): void => {
    if (run.length < runLength) return;
    signals.push({ rule: 'one-side', direction: directionOf(runSide), points: run });
  };
  for (const [index, { value, mean, sigma }] of points.entries()) {
    const side = sideOf(value, mean, sigma);
    if (side !== 0 && side === runSide) run.push(index);
    else {
      close();
      runSide = side;
      run = side === 0 ? [] : [index];
    }
  }
  close();
  return signals;
}

/** Runs of rising or falling points; a value equal to the one before is passed over. */
function trends(points: readonly JudgedPoint[], runLength: number): Signal[] {
  const signals: Signal[] = [];
  let run: number[] = [];
  let runSide: Side = 0;
  const close = (): void => {
    if (run.length < runLength) return;
    signals.push({ rule: 'trend', direction: directionOf(runSide), points: run });
  };
  for (const [index, { value, sigma }] of points.entries()) {
    if (index === 0) continue;
    const side = sideOf(value, item(points, index - 1).value, sigma);
    if (side === 0) continue;
    if (side === runSide) run.push(index);
    else {
      close();
      runSide = side;
      // The turning point ends one run and begins the next.
      run = [index - 1, index];
    }
  }
  close();
  return signals;
}

/** Two of three neighbouring points beyond two sigma on one side; overlapping ones are one signal. */
function twoOfThree(points: readonly JudgedPoint[]): Signal[] {
  const signals: Signal[] = [];
  const sides = points.map((point) => beyond(point, 2));
  for (const side of [1, -1] as const) {
    let found: number[] = [];
    const close = (): void => {
      if (found.length === 0) return;
      signals.push({ rule: 'two-of-three', direction: directionOf(side), points: found });
      found = [];
    };
    for (const start of points.keys()) {
      const window = [start, start + 1, start + 2].filter((index) => sides[index] === side);
      if (start + 2 >= points.length || window.length < 2) continue;
      if (!window.some((index) => found.includes(index))) close();
      found.push(...window.filter((index) => !found.includes(index)));
    }
    close();
  }
  return signals;
}

/**
 * What a control chart signals, by one set of rules.
 * Formula: see the words of each rule (rule-sets.ts). Sigma is a third of the distance from the mean to a
 * limit; "beyond" never includes the line itself.
 *
 * @param points values with the mean and limits of each, in order of time, all of one phase
 * @param ruleSet SEVEN_POINT_RULES or SIX_POINT_RULES
 * @returns signals in the order of the rules, each with its direction and points
 * Source: the rules' own words; "a point on the mean ends a run on one side" is ours, and a trend of seven
 * is seven points, the first of them the turning point. Checked by another search through random series.
 */
export function controlSignals(points: readonly JudgedPoint[], ruleSet: RuleSet): Signal[] {
  return [
    ...beyondLimits(points),
    ...onOneSide(points, ruleSet.runLength),
    ...trends(points, ruleSet.runLength),
    ...twoOfThree(points),
  ];
}
