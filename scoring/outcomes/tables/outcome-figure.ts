import { oneSampleT } from '#scoring/statistics/t-tests.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import { summaryOf, type GroupSums } from './group-sums.ts';
import type { OutcomeMeasure } from './outcome-measures.ts';

/** A figure of the report with all that must stand beside it; exact, so a page protects it before printing. */
export interface OutcomeFigure {
  /** 'none' where nobody is in the base. */
  readonly status: 'computed' | 'none';
  /** Clients of the base. */
  readonly denominator: number;
  /** Those with the outcome; for a mean the sum of the values, in the outcome's unit. */
  readonly numerator: number;
  /** Share 0 to 1, or mean in the outcome's unit; null where nobody is in the base. */
  readonly value: number | null;
  /** 95% interval: Wilson's for a share, t for a mean; null for a mean of one client or of equal values. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Of a mean, in its unit; null for a share and for one client. */
  readonly standardDeviation: number | null;
}

/**
 * One figure with its interval.
 *
 * For: every cell of the report's tables. Formula: numerator / denominator; Wilson's interval for a share,
 * mean +- t s / sqrt(n) for a mean.
 * @param measure the outcome
 * @param sums of the group in its base
 * @param level confidence, 0 to 1, usually 0.95
 * @returns the figure; status 'none' where nobody is in the base
 * @throws RangeError for a level outside 0 to 1
 * Source: outcome definitions, section 5. Checked: 400 synthetic clients against R.
 */
export function outcomeFigure(
  measure: OutcomeMeasure,
  sums: GroupSums,
  level = 0.95,
): OutcomeFigure {
  if (sums.n === 0) {
    const nothing = { value: null, lower: null, upper: null, standardDeviation: null };
    return { status: 'none', denominator: 0, numerator: 0, ...nothing };
  }
  const counts = { status: 'computed', denominator: sums.n } as const;
  if (measure.kind === 'proportion') {
    return {
      ...counts,
      numerator: sums.sum,
      value: sums.sum / sums.n,
      ...wilsonInterval(sums.sum, sums.n, level),
      standardDeviation: null,
    };
  }
  const summary = summaryOf(sums, measure.wholeUnits);
  const interval = oneSampleT(summary, level);
  return {
    ...counts,
    numerator: sums.sum / measure.wholeUnits,
    value: summary.mean,
    lower: interval.status === 'computed' ? interval.lower : null,
    upper: interval.status === 'computed' ? interval.upper : null,
    standardDeviation: sums.n < 2 ? null : summary.standardDeviation,
  };
}
