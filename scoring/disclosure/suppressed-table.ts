import { disclosedCount, hiddenCount, type DisclosedCount } from './disclosed-count.ts';
import { requireDisclosurePolicy, type DisclosurePolicy } from './disclosure-policy.ts';
import { hiddenEntries } from './hidden-entries.ts';
import { isTableProtected } from './table-protection.ts';
import { tableWithTotals, type LineOrder } from './table-with-totals.ts';

export interface SuppressedTable {
  /** 'withheld': nothing but the grand total is shown, since what is hidden could be worked out. */
  readonly status: 'shown' | 'withheld';
  readonly cells: readonly (readonly DisclosedCount[])[];
  readonly rowTotals: readonly DisclosedCount[];
  readonly columnTotals: readonly DisclosedCount[];
  readonly grandTotal: DisclosedCount;
  /** Entries hidden, totals included: said before a release. */
  readonly hiddenEntries: number;
}

/**
 * A table of counts of people, with its totals, as everybody but the team itself may see it.
 *
 * For: every table whose counts add up; tables of one release that nest (full, complete and incomplete
 * follow-up; sites and the nation) go in as one table, the parts as rows or columns.
 * Rule: small counts are hidden; in each row and column (the totals' own included) whose total is shown, if
 * exactly one other entry is hidden, the smallest non-zero other one is hidden too (of equals the later one), else
 * the total; again until nothing changes. What is shown is rounded. If a reader could still narrow a hidden
 * entry to fewer than three values, the whole table but its grand total is withheld.
 * @param cells rows of counts, all of one length, at least one row and one column
 * @param policy threshold, base and zero rule
 * @param order whether rows are gone through again after each column, where a row is only of use whole
 * @returns what to show for each cell and total, and how many entries are hidden
 * @throws RangeError for an empty or ragged table, a cell that is no count, settings that make no sense
 * Source: small-number rule (ours, after the NHS hospital statistics scheme); withholding is our addition.
 * Checked: by hand on small tables; an attacker over random tables always keeps three values.
 */
export function suppressedTable(
  cells: readonly (readonly number[])[],
  policy: DisclosurePolicy,
  order: LineOrder = 'rows-then-columns',
): SuppressedTable {
  requireDisclosurePolicy('suppressedTable', policy);
  const table = tableWithTotals(cells, order);
  const { rows, columns, values } = table;
  const byRule = hiddenEntries(values, table.lines, policy);
  const isProtected = isTableProtected(table, byRule, policy);
  const last = values.length - 1;
  const shown = values.map((value, entry) => {
    const isHidden = isProtected ? byRule[entry] === true : entry !== last;
    return isHidden ? hiddenCount : disclosedCount(value, policy);
  });
  const width = columns + 1;
  const lines = Array.from({ length: rows + 1 }, (_, row) =>
    shown.slice(row * width, (row + 1) * width),
  );
  const inner = lines.slice(0, rows);
  return {
    status: isProtected ? 'shown' : 'withheld',
    cells: inner.map((line) => line.slice(0, columns)),
    rowTotals: inner.flatMap((line) => line.slice(columns)),
    columnTotals: shown.slice(rows * width, last),
    grandTotal: shown[last] ?? hiddenCount,
    hiddenEntries: shown.filter((count) => count.shown === null).length,
  };
}
