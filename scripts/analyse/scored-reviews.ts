import { numberIn, requireKnown, rowRefusal, rowsOf, textIn } from './reading/columns.ts';
import type { ReadTable } from './reading/read-table.ts';

interface ScoreColumns {
  readonly review: string;
  readonly item: string;
  readonly reviewers: readonly [string, string];
}

/** Scores of two reviewers, in the shapes that measures of agreement take. */
export interface ScoredReviews {
  /** Both scores of an item, where both are known. */
  readonly pairs: readonly (readonly [number, number])[];
  /** The same with what is missing, an item of a review to a row. */
  readonly ratings: readonly (readonly (number | undefined)[])[];
  /** Totals by both reviewers of reviews that both scored in full. */
  readonly totals: readonly (readonly [number, number])[];
  /** Each reviewer's own scores of the reviews scored in full, an item to a column. */
  readonly tables: readonly { readonly reviewer: string; readonly scores: readonly number[][] }[];
  readonly items: readonly string[];
  readonly counts: ReviewCounts;
}

export interface ReviewCounts {
  readonly reviews: number;
  readonly items: number;
  readonly itemsScoredTwice: number;
  readonly reviewsScoredInFullByBoth: number;
}

/** Sorts the rows of a file by review and item; an item of a review stands there once. */
export function scoredReviews(
  table: ReadTable,
  { review, item, reviewers }: ScoreColumns,
): ScoredReviews {
  requireKnown(table, [review, item]);
  const places = new Map<string, Map<string, number>>();
  for (const row of rowsOf(table)) {
    const [name, part] = [textIn(table, review, row) ?? '', textIn(table, item, row) ?? ''];
    const rows = places.get(name) ?? new Map<string, number>();
    if (rows.has(part)) {
      throw rowRefusal(table, item, row, `${part} of review ${name} stands there twice`);
    }
    places.set(name, rows.set(part, row));
  }
  const items = [...new Set([...places.values()].flatMap((rows) => [...rows.keys()]))];
  const ratings = rowsOf(table).map((row) => reviewers.map((name) => scoreAt(table, name, row)));
  const inFull = reviewers.map((reviewer) =>
    [...places.values()].map((rows) => {
      const scores = items.flatMap((part) => {
        const row = rows.get(part);
        return (row === undefined ? undefined : scoreAt(table, reviewer, row)) ?? [];
      });
      return scores.length === items.length ? scores : undefined;
    }),
  );
  const pairs = ratings.flatMap(([a, b]) =>
    a === undefined || b === undefined ? [] : [[a, b] as const],
  );
  const [byFirst = [], bySecond = []] = inFull;
  const totals = byFirst.flatMap((scores, index) => {
    const others = bySecond[index];
    return scores && others ? [[total(scores), total(others)] as const] : [];
  });
  return {
    pairs,
    ratings,
    totals,
    tables: reviewers.map((reviewer, index) => ({
      reviewer,
      scores: (inFull[index] ?? []).filter((scores) => scores !== undefined),
    })),
    items,
    counts: {
      reviews: places.size,
      items: items.length,
      itemsScoredTwice: pairs.length,
      reviewsScoredInFullByBoth: totals.length,
    },
  };
}

function scoreAt(table: ReadTable, reviewer: string, row: number): number | undefined {
  return numberIn(table, reviewer, row) ?? undefined;
}

function total(scores: readonly number[]): number {
  return scores.reduce((so, score) => so + score, 0);
}
