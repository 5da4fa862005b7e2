import { measuredShare, notMeasured, type Measurement } from '../measure-result.ts';
import type { ItemFacts } from '../proposal-types.ts';

/** Records that a figure had to leave out, or that count against it because an answer is not known. */
export interface UnusedRecords {
  count: number;
  what: string;
}

/** One number from a team's own records, with what a reader needs to judge it. */
export interface RecordedFigure {
  label: string;
  /** Written straight after the number: '%', ' a week'. */
  suffix: string;
  measurement: Measurement;
  /**
   * How part and whole make the number: one divided by the other, one out of the other as a percentage, or the mean of
   * the numbers of `cases` specialists, of whom part and whole are the sums.
   */
  made: 'divided' | 'out-of' | 'mean-of-specialists';
  /** What the measurement's part and whole count. */
  partLabel: string;
  wholeLabel: string;
  /** First and last day of the records that were read. */
  from: string;
  to: string;
  unused: UnusedRecords[];
}

/** The same measure for each month, specialist or kind; null where there is no number. */
export interface Breakdown {
  caption: string;
  headings: string[];
  rows: { label: string; numbers: (number | null)[] }[];
}

/** What a team's own records say about one item. Never more than evidence: the reviewer's score is the score. */
export interface RecordedItem {
  /** The number that the item's rule asks for; null where records hold none and only stand beside. */
  measured: RecordedFigure | null;
  /** Numbers that propose nothing. */
  beside: RecordedFigure[];
  breakdown: Breakdown | null;
  /** What a reviewer may take over as facts; null where there is nothing to take. */
  facts: ItemFacts | null;
  /** What to know before taking them, in sentences. */
  cautions: string[];
}

/** A figure in per cent with a period; what a count of 0 has nothing to say about is left out. */
export function recordedShare(
  measurement: Measurement,
  words: Pick<RecordedFigure, 'label' | 'partLabel' | 'wholeLabel'>,
  period: Pick<RecordedFigure, 'from' | 'to'>,
  unused: readonly UnusedRecords[] = [],
): RecordedFigure {
  return {
    ...words,
    suffix: '%',
    measurement,
    made: 'out-of',
    ...period,
    unused: someRecords(unused),
  };
}

export function someRecords(unused: readonly UnusedRecords[]): UnusedRecords[] {
  return unused.filter(({ count }) => count > 0);
}

/** The percentage of rows for which something holds; without rows, the words that say so. */
export function shareOfRows<Row>(
  rows: readonly Row[],
  isCounted: (row: Row) => boolean,
  whenNone: string,
): Measurement {
  if (rows.length === 0) return notMeasured(whenNone);
  return measuredShare(rows.filter(isCounted).length, rows.length);
}

/** Figures that stand beside an item and propose nothing. */
export function besideOnly(figures: RecordedFigure[], cautions: string[] = []): RecordedItem {
  return { measured: null, beside: figures, breakdown: null, facts: null, cautions };
}
