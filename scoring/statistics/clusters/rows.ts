import { requireFinite, requireSameLength } from '../checks.ts';
import { sampleSummary } from '../t-tests.ts';
import { at, item } from '../vectors.ts';

/** One row per client, one column per measure. */
export type Rows = readonly (readonly number[])[];

export function requireRows(caller: string, rows: Rows): void {
  requireSameLength(caller, 'all rows', rows);
  for (const row of rows) requireFinite(caller, 'every row', row);
}

export function requireClusters(caller: string, k: number): void {
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new RangeError(`${caller}: k must be a whole number of at least 1`);
  }
}

/** Called for every row and centre in every round: `?? 0` only satisfies the compiler (see vectors.ts). */
export function squaredDistance(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < a.length; j += 1) {
    const difference = (a[j] ?? 0) - (b[j] ?? 0);
    total += difference * difference;
  }
  return total;
}

/**
 * Columns in standard deviations from their mean, so that no measure decides by its unit.
 * Formula: (x - mean) / standard deviation, n - 1 below.
 *
 * @param rows finite values, all rows of one length
 * @returns the same rows in standard units; a column without variation is 0 throughout and says nothing
 * @throws RangeError for rows that differ in length or a value that is not finite
 * Source: definition; R's scale. Checked through kMeans and wardTree.
 */
export function standardised(rows: Rows): number[][] {
  requireRows('standardised', rows);
  const columns = (rows[0] ?? []).map((_, j) => sampleSummary(rows.map((row) => item(row, j))));
  return rows.map((row) =>
    columns.map(({ mean, standardDeviation }, j) =>
      standardDeviation === 0 ? 0 : (at(row, j) - mean) / standardDeviation,
    ),
  );
}
