import { requireLevel } from '../checks.ts';
import { normalQuantile } from '../distributions.ts';
import { sum } from '../vectors.ts';
import {
  requireSurvivalTimes,
  timeGroups,
  type SurvivalTimes,
  type TimeGroup,
} from './survival-times.ts';

export interface SurvivalStep extends TimeGroup {
  /** Share still without the event just after this time. */
  readonly survival: number;
  /** Greenwood's, on the scale of the share. */
  readonly standardError: number;
  /** Missing once everybody had the event: the logarithm of 0 has no interval. */
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/** A time by which half have had the event; each part is missing where the curve does not come down to a half. */
export interface MedianTime {
  readonly time: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

export type KaplanMeier =
  | {
      readonly status: 'computed';
      readonly method: 'Kaplan-Meier, Greenwood errors, log intervals';
      readonly level: number;
      readonly n: number;
      readonly events: number;
      readonly censored: number;
      /** One per distinct time, shortest first. */
      readonly steps: readonly SurvivalStep[];
      readonly median: MedianTime;
    }
  | { readonly status: 'too-few'; readonly n: 0; readonly reason: string };

export interface SurvivalEstimate {
  readonly time: number;
  readonly atRisk: number;
  readonly survival: number;
  readonly standardError: number;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
}

/** A product that should be exactly a half carries rounding. */
const HALF_TOLERANCE = 1e-9;

/** Where a falling curve comes down to a half; where it rests on a half, the middle of that stretch. */
function crossing(
  steps: readonly SurvivalStep[],
  curve: (step: SurvivalStep) => number | undefined,
): number | undefined {
  const reached = steps.findIndex((step) => (curve(step) ?? 1) <= 0.5 + HALF_TOLERANCE);
  const first = steps[reached];
  if (first === undefined) return undefined;
  const height = curve(first) ?? 1;
  if (height < 0.5 - HALF_TOLERANCE) return first.time;
  const next = steps.slice(reached).find((step) => (curve(step) ?? 1) < height);
  return next === undefined ? first.time : (first.time + next.time) / 2;
}

/**
 * The share of people still without a job as time goes on, when some are followed for longer than others.
 * Formula: S(t) = product over times up to t of 1 - d / r (d events among r at risk); Greenwood's error S
 * sqrt(sum d / (r (r - d))); interval S exp(+- z error / S), at most 1; median the first time at which S is
 * a half or less, or the middle of the stretch on which it is exactly a half; its interval likewise from
 * the limits.
 *
 * @param data times and whether each ended in the event; somebody censored at a time was at risk at it
 * @param level confidence, 0 to 1, usually 0.95
 * @returns steps, median, counts; 'too-few' for nobody
 * @throws RangeError for times that are not finite and 0 or more, lengths that differ, a level outside 0 to
 * 1
 * Source: Kaplan and Meier (1958); Greenwood (1926); R's survfit (conf.type = "log"). Checked against
 * time-to-job.expected.json and survival.expected.json (R).
 */
export function kaplanMeier(data: SurvivalTimes, level = 0.95): KaplanMeier {
  requireSurvivalTimes('kaplanMeier', data);
  requireLevel('kaplanMeier', level);
  const n = data.times.length;
  if (n === 0) return { status: 'too-few', n, reason: 'nobody was followed' };
  const z = normalQuantile(1 - (1 - level) / 2);
  let survival = 1;
  let greenwood = 0;
  const steps = timeGroups(data).map((group): SurvivalStep => {
    const left = group.atRisk - group.events;
    survival *= left / group.atRisk;
    if (survival === 0) {
      return { ...group, survival, standardError: 0, lower: undefined, upper: undefined };
    }
    greenwood += group.events / (group.atRisk * left);
    const error = Math.sqrt(greenwood);
    return {
      ...group,
      survival,
      standardError: survival * error,
      lower: survival * Math.exp(-z * error),
      upper: Math.min(1, survival * Math.exp(z * error)),
    };
  });
  const events = sum(steps.map((step) => step.events));
  return {
    status: 'computed',
    method: 'Kaplan-Meier, Greenwood errors, log intervals',
    level,
    n,
    events,
    censored: n - events,
    steps,
    median: {
      time: crossing(steps, (step) => step.survival),
      lower: crossing(steps, (step) => step.lower),
      upper: crossing(steps, (step) => step.upper),
    },
  };
}

/**
 * The curve at a time of the reader's choice, such as nine months.
 * Formula: the last step at or before the time; at risk are those followed up to just before it.
 *
 * @param curve a computed Kaplan-Meier curve
 * @param time 0 or more, in the unit of the curve
 * @returns survival with error and limits; undefined beyond the longest time, where nothing is known
 * @throws RangeError for a time that is negative or not a number
 * Source: definition; R's summary.survfit(times). Checked against time-to-job.expected.json.
 */
export function survivalAt(
  curve: Extract<KaplanMeier, { status: 'computed' }>,
  time: number,
): SurvivalEstimate | undefined {
  if (!(time >= 0)) throw new RangeError('survivalAt: time must be 0 or more');
  const next = curve.steps.find((step) => step.time >= time);
  if (next === undefined) return undefined;
  const last = curve.steps.findLast((step) => step.time <= time);
  const { survival, standardError, lower, upper } = last ?? {
    survival: 1,
    standardError: 0,
    lower: 1,
    upper: 1,
  };
  return { time, atRisk: next.atRisk, survival, standardError, lower, upper };
}
