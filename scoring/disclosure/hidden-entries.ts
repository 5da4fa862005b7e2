import { isSmallCount } from './disclosed-count.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';
import type { TotalLine } from './table-with-totals.ts';

/** The smallest non-zero part still shown, the later one of equals; undefined where there is none. */
function smallestShownPart(
  line: TotalLine,
  values: readonly number[],
  hidden: readonly boolean[],
): number | undefined {
  let smallest: number | undefined;
  for (const part of line.parts) {
    const value = values[part] ?? 0;
    if (hidden[part] === true || value === 0) continue;
    if (smallest === undefined || value <= (values[smallest] ?? 0)) smallest = part;
  }
  return smallest;
}

function hasOneHidden(line: TotalLine, hidden: readonly boolean[]): boolean {
  let count = 0;
  for (const part of line.parts) if (hidden[part] === true) count += 1;
  return count === 1;
}

/**
 * Which entries of a table are hidden: the small ones, and those that would give a small one away.
 *
 * For: suppressedTable, and any other set of counts that add up.
 * Rule: in each line whose total is shown, if exactly one part is hidden, hide the smallest non-zero other
 * part too (of equals the later one), else the total; repeat until nothing changes. It ends, since every
 * step hides one entry more.
 * @param values counts of people
 * @param lines which entries add up to which
 * @param policy threshold and zero rule
 * @returns for each entry, whether it is hidden
 * Errors: none of its own; counts are checked where the table is made.
 * Source: small-number rule (ours). Checked: by hand on small tables.
 */
export function hiddenEntries(
  values: readonly number[],
  lines: readonly TotalLine[],
  policy: DisclosurePolicy,
): boolean[] {
  const hidden = values.map((value) => isSmallCount(value, policy));
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const line of lines) {
      if (hidden[line.total] === true) continue;
      if (!hasOneHidden(line, hidden)) continue;
      hidden[smallestShownPart(line, values, hidden) ?? line.total] = true;
      isChanged = true;
    }
  }
  return hidden;
}
