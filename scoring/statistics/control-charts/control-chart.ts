import { requireFinite } from '../checks.ts';
import { individualsLimits } from './individuals-limits.ts';
import type { Limits, LimitsResult } from './limits.ts';
import { proportionLimits, type ProportionPoint } from './proportion-limits.ts';
import { type RuleSet, SEVEN_POINT_RULES } from './rule-sets.ts';
import { controlSignals, type Signal } from './signals.ts';

/** New limits from a point on, because somebody decided so and said why. Never found by the computer. */
export interface Rebase {
  /** Index of the first point of the new phase. */
  readonly from: number;
  readonly by: string;
  readonly reason: string;
}

export interface ControlPhase {
  /** Index of its first point, and of the one after its last. */
  readonly from: number;
  readonly to: number;
  /** Trial limits stand on fewer points than a baseline has and will still move. */
  readonly status: 'final' | 'trial' | 'too-few' | 'constant';
  /** Points the limits were worked out from. */
  readonly baseline: number;
  /** Who began the phase and why; missing for the first. */
  readonly rebase: Rebase | undefined;
  /** A sentence where limits are trial or missing. */
  readonly warning: string | undefined;
}

export interface ControlPoint {
  readonly value: number;
  /** Missing in a phase without limits. */
  readonly limits: Limits | undefined;
}

export interface ControlChart {
  readonly method: 'XmR' | 'XmR, screened' | 'p' | 'p-prime' | 'p-prime, screened';
  readonly ruleSet: RuleSet;
  readonly n: number;
  readonly points: readonly ControlPoint[];
  readonly phases: readonly ControlPhase[];
  readonly signals: readonly Signal[];
  readonly warnings: readonly string[];
}

export interface ControlChartOptions {
  readonly ruleSet?: RuleSet;
  readonly rebases?: readonly Rebase[];
  /** Leave large moving ranges out of the spread. */
  readonly screened?: boolean;
}

/** Limits stand on the first twelve points of a phase. */
export const BASELINE_POINTS = 12;

function requireRebases(caller: string, rebases: readonly Rebase[], n: number): void {
  let last = 0;
  for (const { from, by, reason } of rebases) {
    if (!Number.isSafeInteger(from) || from <= last || from >= n) {
      throw new RangeError(`${caller}: rebases must begin at rising points after the first`);
    }
    if (by.trim() === '' || reason.trim() === '') {
      throw new RangeError(`${caller}: a rebase needs a person and a reason`);
    }
    last = from;
  }
}

function warningFor(
  result: LimitsResult,
  baseline: number,
  isRunning: boolean,
): string | undefined {
  if (result.status !== 'computed') return `No limits: ${result.reason}.`;
  if (baseline >= BASELINE_POINTS) return undefined;
  const trial = `Trial limits from ${baseline} points`;
  // A phase that a new baseline has ended gets no further points.
  return isRunning
    ? `${trial}: they will change until there are ${BASELINE_POINTS}.`
    : `${trial}: a whole baseline has ${BASELINE_POINTS}.`;
}

/** Phase by phase: limits from the first twelve points, signals within the phase only. */
function chart(
  caller: string,
  method: ControlChart['method'],
  values: readonly number[],
  limitsFor: (from: number, to: number, baseline: number) => LimitsResult,
  { ruleSet = SEVEN_POINT_RULES, rebases = [] }: ControlChartOptions,
): ControlChart {
  const n = values.length;
  requireRebases(caller, rebases, n);
  const starts: (Rebase | undefined)[] = n === 0 ? [] : [undefined, ...rebases];
  const points: ControlPoint[] = [];
  const signals: Signal[] = [];
  const phases = starts.map((rebase, index): ControlPhase => {
    const from = rebase?.from ?? 0;
    const to = starts[index + 1]?.from ?? n;
    const baseline = Math.min(BASELINE_POINTS, to - from);
    const result = limitsFor(from, to, baseline);
    const limits = result.status === 'computed' ? result.limits : [];
    const judged = limits.map((lines, i) => ({ value: values[from + i] ?? NaN, ...lines }));
    for (const [i, value] of values.slice(from, to).entries()) {
      points.push({ value, limits: limits[i] });
    }
    for (const signal of controlSignals(judged, ruleSet)) {
      signals.push({ ...signal, points: signal.points.map((i) => i + from) });
    }
    const isFinal = baseline === BASELINE_POINTS;
    const status = result.status !== 'computed' ? result.status : isFinal ? 'final' : 'trial';
    return { from, to, status, baseline, rebase, warning: warningFor(result, baseline, to === n) };
  });
  const warnings = phases.flatMap(({ warning }) => (warning === undefined ? [] : [warning]));
  return { method, ruleSet, n, points, phases, signals, warnings };
}

/**
 * Control chart of single values (XmR): is a team's weekly number of contacts moving more than it always
 * does?
 * Formula: limits of individualsLimits from the first twelve points of each phase, held for the rest of the
 * phase; under twelve points they are trial limits from what there is.
 *
 * @param values finite values in order of time, any unit
 * @param options rule set (seven-point unless said), rebases, screened
 * @returns points with limits, phases, signals, warnings; a phase without variation or under two points has
 * no limits
 * @throws RangeError for a value that is not finite, or a rebase out of order or without person and reason
 * Source: Wheeler (1993); baseline and rebasing as the specification of this product. Checked against
 * weekly-contacts.expected.json and control-charts.expected.json (R).
 */
export function individualsChart(
  values: readonly number[],
  options: ControlChartOptions = {},
): ControlChart {
  requireFinite('individualsChart', 'values', values);
  const screened = options.screened ?? false;
  return chart(
    'individualsChart',
    screened ? 'XmR, screened' : 'XmR',
    values,
    (from, to, baseline) =>
      individualsLimits(values.slice(from, from + baseline), to - from, screened),
    options,
  );
}

/**
 * Control chart of proportions (p, or Laney's p-prime): is a team's rate moving more than chance explains?
 * Formula: limits of proportionLimits from the first twelve points of each phase, held for the rest of it.
 *
 * @param data successes of n for each point, in order of time, n at least 1 (a month without clients is
 * left out)
 * @param options rule set, rebases; prime for Laney's limits, screened with it
 * @returns as individualsChart, values being proportions 0 to 1
 * @throws RangeError for impossible counts, or a rebase out of order or without person and reason
 * Source: Laney (2002); baseline and rebasing as the specification of this product. Checked against
 * control-charts.expected.json (R).
 */
export function proportionChart(
  data: readonly ProportionPoint[],
  options: ControlChartOptions & { readonly prime?: boolean } = {},
): ControlChart {
  const { prime = false, screened = false } = options;
  const method = !prime ? 'p' : screened ? 'p-prime, screened' : 'p-prime';
  return chart(
    'proportionChart',
    method,
    data.map(({ successes, n }) => successes / n),
    (from, to, baseline) =>
      proportionLimits(data.slice(from, from + baseline), data.slice(from, to), {
        prime,
        screened,
      }),
    options,
  );
}
