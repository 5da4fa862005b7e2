import { requireFinite, requireSameLength } from '../checks.ts';
import { item } from '../vectors.ts';

/** One row per unit (a review, a client), one column per rater or item. */
export type ScoreTable = readonly (readonly number[])[];

export function requireScoreTable(caller: string, table: ScoreTable): void {
  requireSameLength(caller, 'all rows', table);
  for (const row of table) requireFinite(caller, 'every row', row);
}

export function columnsOf(table: ScoreTable): number[][] {
  return (table[0] ?? []).map((_, j) => table.map((row) => item(row, j)));
}
