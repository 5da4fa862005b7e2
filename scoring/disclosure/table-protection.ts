import { isSmallCount, roundedCount } from './disclosed-count.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';
import { hiddenEntries } from './hidden-entries.ts';
import { tableFromPicture, type Picture } from './table-from-picture.ts';
import type { TableWithTotals } from './table-with-totals.ts';

/** A reader who knows the rule must be left with this many values for every hidden entry. */
const VALUES_LEFT = 3;
/** Tables tried for one entry before it counts as found out. */
const TABLES_TRIED = 8000;
const STEPS = [1, -1, 2, -2, 3, -3, 5, -5];

/** A change of one inner cell. */
interface Edit {
  readonly row: number;
  readonly column: number;
  readonly by: number;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

/** Changes of one cell, alone, against any other cell or around a rectangle; and exchanges. */
function* editsAround(
  values: readonly number[],
  row: number,
  column: number,
  { rows, columns }: TableWithTotals,
): Generator<Edit[]> {
  const at = (r: number, c: number): number => values[r * (columns + 1) + c] ?? 0;
  const swap = (r: number, c: number, r2: number, c2: number): Edit[] => {
    const by = at(r2, c2) - at(r, c);
    return [
      { row: r, column: c, by },
      { row: r2, column: c2, by: -by },
    ];
  };
  const otherRows = upTo(rows).filter((r) => r !== row);
  const otherColumns = upTo(columns).filter((c) => c !== column);
  const otherCells = upTo(rows).flatMap((r) =>
    upTo(columns)
      .filter((c) => r !== row || c !== column)
      .map((c) => ({ row: r, column: c })),
  );
  for (const by of STEPS) yield [{ row, column, by }];
  for (const by of STEPS.slice(0, 4)) {
    for (const other of otherCells) {
      yield [
        { row, column, by },
        { ...other, by: -by },
      ];
    }
  }
  for (const other of otherCells) yield swap(row, column, other.row, other.column);
  for (const c of otherColumns) yield upTo(rows).flatMap((r) => swap(r, column, r, c));
  for (const r of otherRows) yield upTo(columns).flatMap((c) => swap(row, c, r, c));
  for (const by of STEPS.slice(0, 2)) {
    for (const r of otherRows) {
      for (const c of otherColumns) {
        yield [
          { row, column, by },
          { row, column: c, by: -by },
          { row: r, column, by: -by },
          { row: r, column: c, by },
        ];
      }
    }
  }
}

/** Inner cells in the order to try: those whose change moves the entry, then all others. */
function* editsFor(
  entry: number,
  values: readonly number[],
  table: TableWithTotals,
): Generator<Edit[]> {
  const width = table.columns + 1;
  const row = Math.floor(entry / width);
  const column = entry % width;
  const cells = upTo(table.rows).flatMap((r) => upTo(table.columns).map((c) => [r, c] as const));
  const isBehind = ([r, c]: readonly [number, number]): boolean =>
    (row === table.rows || r === row) && (column === table.columns || c === column);
  const ordered = [...cells.filter(isBehind), ...cells.filter((cell) => !isBehind(cell))];
  for (const [r, c] of ordered) yield* editsAround(values, r, c, table);
}

/** How far a set of changes moves each entry they touch, totals included. */
function movesOf(edits: readonly Edit[], { rows, columns }: TableWithTotals): Map<number, number> {
  const width = columns + 1;
  const moves = new Map<number, number>();
  for (const { row, column, by } of edits) {
    for (const r of [row, rows]) {
      for (const c of [column, columns]) {
        const entry = r * width + c;
        moves.set(entry, (moves.get(entry) ?? 0) + by);
      }
    }
  }
  return moves;
}

/** The changed table where it would be shown just like this one, else undefined; the rule is asked last. */
function tableShownLike(
  published: Picture,
  values: readonly number[],
  edits: readonly Edit[],
  table: TableWithTotals,
  policy: DisclosurePolicy,
): number[] | undefined {
  const moves = movesOf(edits, table);
  for (const [entry, by] of moves) {
    const value = (values[entry] ?? 0) + by;
    if (value < 0) return undefined;
    const shown = published[entry];
    if (shown === null) continue;
    if (isSmallCount(value, policy) || roundedCount(value, policy) !== shown) return undefined;
  }
  const next = [...values];
  for (const [entry, by] of moves) next[entry] = (next[entry] ?? 0) + by;
  const hidden = hiddenEntries(next, table.lines, policy);
  const isSame = hidden.every((isHidden, entry) => isHidden === (published[entry] === null));
  return isSame ? next : undefined;
}

/**
 * Whether a reader who knows everything shown, and the rule, is left with at least three values for every
 * hidden entry of a table.
 *
 * For: suppressedTable. The rule on rows and columns alone does not always reach that: in the row
 * 1, 1, 1, 8 with the total 11, shown as *, *, *, 10 and 10, the hidden cells add up to at most 4, so each is 1 or 2.
 * Method: from one table that gives the picture (tableFromPicture, not the true one) look for others that do, by small
 * changes and exchanges of cells, rows and columns. Nothing but the picture is looked at, so tables with the same picture
 * share the answer, and where a table is shown the reader cannot exclude any of them. The search can miss a value; then a
 * table is withheld that need not be, never the other way round.
 * Limit: of a picture with several rows and columns tableFromPicture may find no table. The search then starts from the true
 * one, and two tables that look the same could get different answers. Pages show rows only; rates of groups have a rule of
 * their own (hasRoomForHidden).
 * @param table counts with totals
 * @param hidden which entries are hidden
 * @param policy threshold, base and zero rule
 * @returns true where three values were found for every hidden entry
 * Errors: none of its own.
 * Source: test that the small-number rule sets itself (ours). Checked: property test with another attacker,
 * and against every possible table where tables are tiny.
 */
export function isTableProtected(
  table: TableWithTotals,
  hidden: readonly boolean[],
  policy: DisclosurePolicy,
): boolean {
  const published = table.values.map((value, entry) =>
    hidden[entry] === true ? null : roundedCount(value, policy),
  );
  if (!hidden.includes(true)) return true;
  const first = tableFromPicture(published, table, policy) ?? table.values;
  const seen = first.map((value) => new Set([value]));
  const known = new Set([first.join()]);
  const tables: (readonly number[])[] = [first];
  const isOpen = (entry: number): boolean => (seen[entry]?.size ?? 0) < VALUES_LEFT;
  for (const [entry, isHidden] of hidden.entries()) {
    let tried = 0;
    for (let at = 0; isHidden && isOpen(entry); at += 1) {
      const from = tables[at];
      if (from === undefined || tried >= TABLES_TRIED) return false;
      for (const edits of editsFor(entry, from, table)) {
        if (!isOpen(entry) || tried >= TABLES_TRIED) break;
        tried += 1;
        const next = tableShownLike(published, from, edits, table, policy);
        const key = next?.join() ?? '';
        if (next === undefined || known.has(key)) continue;
        known.add(key);
        tables.push(next);
        for (const [index, value] of next.entries()) seen[index]?.add(value);
      }
    }
  }
  return true;
}
