import type { Limits, MainInterval, RowEstimate } from './report.ts';

/** The limits that a reading goes by. */
export function mainLimits(
  { wald, profile, clusterRobust }: RowEstimate,
  main: MainInterval,
): Limits & { p: number } {
  if (main === 'cluster-robust' && clusterRobust !== null) return clusterRobust;
  if (main !== 'Wald' && profile !== null) return { ...profile, p: profile.p ?? wald.p };
  return wald;
}

/** The two digits that there are: 0.35, 1.0, 5.1, 12. */
export function ratioWords(ratio: number): string {
  if (ratio >= 9.95) return ratio.toFixed(0);
  return ratio < 0.995 ? ratio.toFixed(2) : ratio.toFixed(1);
}

/** "0.92 to 5.1"; an end that the data do not give is said to be open. */
export function limitsWords({ lower, upper, isClear }: Limits): string {
  const low = lower === null ? 'no lower limit' : ratioWords(lower);
  const high = upper === null ? 'no upper limit' : ratioWords(upper);
  return isClear
    ? clearIntervalWords({ lower: low, upper: high }, { none: ratioWords(1), within: '0.05' })
    : `${low} to ${high}`;
}

/**
 * A clear interval, whose ends may be rounded to no difference (`none`, printed as the ends are) all the same: the end
 * that is says so. Where both are, only how near they lie is left: from which side is rounded away.
 */
export function clearIntervalWords(
  { lower, upper }: { lower: string; upper: string },
  { none, within }: { none: string; within: string },
): string {
  const plain = String(Number(none));
  if (lower === none && upper === none) return `less than ${within} to one side of ${plain}`;
  const low = lower === none ? `just over ${plain}` : lower;
  const high = upper === none ? `just under ${plain}` : upper;
  return `${low} to ${high}`;
}

export function pointsWords(effect: number): string {
  const points = Math.round(Math.abs(100 * effect));
  if (points === 0) return 'by less than half a percentage point';
  return `by about ${points} percentage ${points === 1 ? 'point' : 'points'}`;
}

/** Read with every row: what its words take for granted. */
export const readingsCompare =
  'Readings compare clients who are alike in every other variable of the model';

/** An odds ratio that is rounded to 1 does not say any more on which side of it it lies. */
function likelyWords(oddsRatio: number): string {
  if (oddsRatio === 1) return 'more or less likely';
  return oddsRatio > 1 ? 'more likely' : 'less likely';
}

/** What a row says, for somebody who has never met an odds ratio. Association, never more. */
export function readingOf(
  clients: string,
  comparedWith: string,
  estimate: RowEstimate,
  main: MainInterval,
): string {
  const limits = mainLimits(estimate, main);
  const interval = limitsWords(limits);
  const times = `about ${ratioWords(estimate.oddsRatio)} times the odds`;
  if (!limits.isClear) {
    return `No clear difference between ${clients} and ${comparedWith}: ${times} of a job start, and the interval, ${interval}, contains 1.`;
  }
  const { effect } = estimate;
  const average =
    effect === null
      ? ''
      : ` Averaged over all clients here, a start is ${likelyWords(estimate.oddsRatio)} ${pointsWords(effect.value)}.`;
  const subject = clients.charAt(0).toUpperCase() + clients.slice(1);
  return `${subject} had ${times} of a job start that ${comparedWith} had; the interval, ${interval}, does not contain 1.${average}`;
}
