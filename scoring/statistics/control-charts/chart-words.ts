import { item } from '../vectors.ts';
import { BASELINE_POINTS, type ControlChart } from './control-chart.ts';
import type { RuleSet } from './rule-sets.ts';
import type { Signal } from './signals.ts';

/** How the limits of each kind of chart are worked out: the words of every page, file and print of one. */
export const LIMIT_WORDS: Readonly<Record<ControlChart['method'], string>> = {
  XmR: 'Mean plus and minus 2.66 times the mean moving range, the mean distance between neighbouring points (XmR).',
  'XmR, screened':
    'Mean plus and minus 2.66 times the mean moving range, the mean distance between neighbouring points; distances of 3.267 times their mean or more are left out once (XmR with screening).',
  p: 'Three standard errors of a proportion on either side of the mean, so that limits are wider where a point stands on fewer people (p chart).',
  'p-prime':
    'Three standard errors of a proportion on either side of the mean, stretched or shrunk by how far points vary from one to the next compared with chance alone (Laney’s p-prime chart).',
  'p-prime, screened':
    'Three standard errors of a proportion on either side of the mean, stretched or shrunk by how far points vary from one to the next compared with chance alone; distances of 3.267 times their mean or more are left out once (Laney’s p-prime chart with screening).',
};

/** What limits stand on, whatever the kind of chart. */
export const BASELINE_WORDS = `Limits are worked out from the first ${BASELINE_POINTS} points, the baseline, and held from there on, until a person begins a new baseline and says why. Under ${BASELINE_POINTS} points they are trial limits, which will still move.`;

/** What the rules mean by sigma. */
export const SIGMA_WORDS = 'Sigma is a third of the way from the mean to a limit.';

/** In the place of findings where no phase has limits. */
export const NO_LIMITS_WORDS = 'There are no limits yet, so no rule can be met.';

/**
 * What is said where no rule is met, and what that does not mean.
 *
 * For: a page and `analyse spc`, in the place of findings. Formula: none.
 * @param ruleSet by which the chart was read
 * @returns two sentences
 * Errors: none. Source: ours. Checked: by example.
 */
export function noSignalWords({ name }: Pick<RuleSet, 'name'>): string {
  return `None of the ${lowerFirst(name)} is met. That is not to say that nothing changed, or that all is well: these rules see only large or long changes.`;
}

/**
 * A signal as one sentence: what was found and at which points, and nothing of a cause.
 *
 * For: the findings of a page and of `analyse spc`.
 * Formula: the words of the signal's rule, with the length of this very run and the names of its points.
 * @param signal one signal of a chart
 * @param nameOf what each point is called, by its index: its month, its week, its row
 * @returns a sentence with its full stop
 * @throws RangeError for a signal without points
 * Source: the rules' own words (rule-sets.ts). Checked: by example for each rule and direction.
 */
export function signalSentence(signal: Signal, nameOf: (index: number) => string): string {
  const { points, rule } = signal;
  const first = nameOf(item(points, 0));
  const last = nameOf(item(points, points.length - 1));
  const words = signalInTable(signal);
  if (rule === 'beyond-limits') return `${first}: ${lowerFirst(words)}.`;
  if (rule === 'two-of-three') return `${listed(points, nameOf)}: ${twoSigmaWords(signal)}.`;
  const isWhole = rule !== 'trend' || points.length === spanOf(points);
  const passedOver = isWhole ? '' : ', those equal to the one before passed over';
  return `${first} to ${last}: ${lowerFirst(words)}${passedOver}.`;
}

/**
 * Which points count in more than one signal: what looks like several findings is then one stretch, read by several rules.
 *
 * For: the findings of a page and of `analyse spc`, after their last.
 * Formula: points of at least two signals, whatever their directions: a fall may lie above the mean. A rise and the fall
 * after it share the point where they turn, and are two signals: a point that counts in trends alone is left out.
 * @param signals of one chart
 * @param nameOf what each point is called, by its index
 * @returns a sentence with its full stop; undefined where no point is shared
 * Errors: none. Source: ours. Checked: by example; against the points that each two signals share, in random series.
 */
export function sharedSentence(
  signals: readonly Signal[],
  nameOf: (index: number) => string,
): string | undefined {
  const all = [...new Set(signals.flatMap(({ points }) => points))].sort((a, b) => a - b);
  const shared = all.filter((point) => {
    const holding = signals.filter(({ points }) => points.includes(point));
    return holding.length > 1 && holding.some(({ rule }) => rule !== 'trend');
  });
  if (shared.length === 0) return undefined;
  return `${listed(shared, nameOf)}: counted in more than one of these. Signals that share points are readings of one stretch, not separate signs.`;
}

/**
 * A signal as the few words that stand beside each of its points in a table.
 *
 * For: tables and files of a chart. Formula: rule and direction, with the length of a run.
 * @param signal one signal of a chart
 * @returns words without a full stop
 * Errors: none. Source: the rules' own words (rule-sets.ts). Checked: by example for each rule and direction.
 */
export function signalInTable({ rule, direction, points }: Signal): string {
  const isUp = direction === 'up';
  switch (rule) {
    case 'beyond-limits':
      return isUp ? 'Above the upper limit' : 'Below the lower limit';
    case 'one-side':
      return `${points.length} points in a row ${isUp ? 'above' : 'below'} the mean`;
    case 'trend':
      return `A run of ${points.length} ${isUp ? 'rising' : 'falling'} points`;
    case 'two-of-three':
      return `Two of three points in a row ${beyondTwoSigma(direction)}`;
  }
}

function beyondTwoSigma(direction: Signal['direction']): string {
  return `more than two sigma ${direction === 'up' ? 'above' : 'below'} the mean`;
}

/** Windows of three that overlap are one signal, whose points are then more than two. */
function twoSigmaWords(signal: Signal): string {
  return signal.points.length === 2
    ? lowerFirst(signalInTable(signal))
    : `${beyondTwoSigma(signal.direction)}, each with another of them within three points in a row`;
}

function listed(points: readonly number[], nameOf: (index: number) => string): string {
  return points.map(nameOf).join(', ');
}

/** Points from the first to the last, whether they count or not. */
function spanOf(points: readonly number[]): number {
  return item(points, points.length - 1) - item(points, 0) + 1;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
