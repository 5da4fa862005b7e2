import { requireSameLength } from './checks.ts';
import { benjaminiHochberg } from './multiple-testing.ts';
import { pairedT, type MeanTest } from './t-tests.ts';
import { at, item } from './vectors.ts';
import { wilcoxonSignedRank, type WilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

/** One measure of the same people at two times; undefined where it was not taken. */
export interface PairedMeasure {
  readonly name: string;
  readonly before: readonly (number | undefined)[];
  readonly after: readonly (number | undefined)[];
  /** Length of the scale, such as 20 for 0 to 20. */
  readonly scaleLength: number;
}

export interface PairedChange {
  readonly name: string;
  /** Mean of after minus before, with its t interval. */
  readonly change: MeanTest;
  /** The mean change over the length of the scale; missing where there is none. */
  readonly shareOfScale: number | undefined;
  /** Mean change over the standard deviation of the changes. */
  readonly standardisedResponseMean: number | undefined;
  readonly wilcoxon: WilcoxonSignedRank;
  /** p of the mean change, adjusted over the measures that have one; missing where there is none. */
  readonly adjustedP: number | undefined;
  /** People with both values. */
  readonly n: number;
  /** People with only one of them, or none. */
  readonly excluded: number;
  readonly adjustment: 'Benjamini-Hochberg';
}

/**
 * How a set of measures changed from baseline to follow-up.
 * Formula: for each measure pairedT of those with both values; share of scale = mean change / length of the
 * scale; standardised response mean = mean change / standard deviation of the changes = t / sqrt(n);
 * Wilcoxon with the normal approximation, zeros dropped; p values of t adjusted after Benjamini and
 * Hochberg over the measures.
 *
 * @param measures name, values before and after in the same order of people, length of the scale (above 0)
 * @param level confidence, 0 to 1, usually 0.95
 * @returns one entry per measure, in the order given
 * @throws RangeError for lists that differ in length, values that are not finite, a scale without length, a
 * level outside 0 to 1
 * Source: outcomes definitions of this product, section on wellbeing. Checked against
 * wellbeing.expected.json (R).
 */
export function pairedChanges(
  measures: readonly PairedMeasure[],
  level = 0.95,
): readonly PairedChange[] {
  const changes = measures.map(({ name, before, after, scaleLength }) => {
    requireSameLength('pairedChanges', `before and after of ${name}`, [before, after]);
    if (!(scaleLength > 0)) {
      throw new RangeError(`pairedChanges: scaleLength of ${name} must be above 0`);
    }
    const pairs = before.flatMap((first, i): [number, number][] => {
      const second = after[i];
      return first === undefined || second === undefined ? [] : [[first, second]];
    });
    const change = pairedT(
      pairs.map(([first]) => first),
      pairs.map(([, second]) => second),
      level,
    );
    const isComputed = change.status === 'computed';
    return {
      name,
      change,
      shareOfScale: isComputed ? change.difference / scaleLength : undefined,
      standardisedResponseMean: isComputed ? change.t / Math.sqrt(change.n) : undefined,
      wilcoxon: wilcoxonSignedRank(
        pairs.map(([first, second]) => second - first),
        'normal',
      ),
      n: pairs.length,
      excluded: before.length - pairs.length,
      adjustment: 'Benjamini-Hochberg' as const,
    };
  });
  const tested = changes.flatMap(({ change }, i) => (change.status === 'computed' ? [i] : []));
  const pValues = tested.map((i) => {
    const { change } = item(changes, i);
    return change.status === 'computed' ? change.p : 1;
  });
  const adjusted = benjaminiHochberg(pValues);
  return changes.map((entry, i) => {
    const place = tested.indexOf(i);
    return { ...entry, adjustedP: place < 0 ? undefined : at(adjusted, place) };
  });
}
