/** One month of a measure as its reader may see it. */
export interface SeriesMonth {
  /** ISO month. */
  month: string;
  /** What the chart draws; null where there is nothing to draw, with the reason in `missing`. */
  value: number | null;
  /** Of a share: the people it is made of. */
  people?: { successes: number; n: number };
  /** What the value is made of, in words, in the order of the measure's headings. */
  counts: readonly string[];
  missing: string | null;
}

export interface Series {
  definition: string;
  months: readonly SeriesMonth[];
  /** What is to be said of these months. */
  notes: readonly string[];
  /** Decimals that a single value has to show. */
  places: number;
}
