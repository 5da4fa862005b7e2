import { isSmallCount, roundedCount } from './disclosed-count.ts';
import type { DisclosurePolicy } from './disclosure-policy.ts';
import { hiddenEntries } from './hidden-entries.ts';
import type { TableWithTotals, TotalLine } from './table-with-totals.ts';

/** What everybody sees of a table: rounded values, null where hidden. */
export type Picture = readonly (number | null)[];

/** Cells given a value before the search gives up; the picture decides how far it gets, nothing else. */
const CELLS_TRIED = 5000;

/** Values an entry can have, those to try first in front. */
interface Choice {
  readonly values: readonly number[];
  readonly least: number;
  readonly most: number;
}

function choiceOf(values: readonly number[]): Choice {
  return { values, least: Math.min(...values), most: Math.max(...values) };
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** A shown entry rounds to what is shown, the middle first; a hidden one is anything up to the largest total shown. */
function choicesOf(picture: Picture, policy: DisclosurePolicy): Choice[] {
  const largest = Math.max(policy.smallestShown, ...picture.map((shown) => shown ?? 0));
  return picture.map((shown) => {
    if (shown === null) return choiceOf(upTo(policy.isZeroShown ? 1 : 0, largest + policy.base));
    const near = upTo(Math.max(0, shown - policy.base), shown + policy.base).filter(
      (count) => !isSmallCount(count, policy) && roundedCount(count, policy) === shown,
    );
    return choiceOf(near.sort((a, b) => Math.abs(a - shown) - Math.abs(b - shown) || a - b));
  });
}

/** Whether the parts of a line given so far, and what the others can still be, can make up its total. */
function canAddUp(
  { parts, total }: TotalLine,
  given: readonly (number | undefined)[],
  choices: readonly Choice[],
): boolean {
  let least = 0;
  let most = 0;
  for (const part of parts) {
    const choice = choices[part];
    least += given[part] ?? choice?.least ?? 0;
    most += given[part] ?? choice?.most ?? 0;
  }
  const whole = choices[total];
  const at = given[total];
  return most >= (at ?? whole?.least ?? 0) && least <= (at ?? whole?.most ?? Infinity);
}

/**
 * Whether the rule can have hidden an entry of this value: it is small, or the smallest of a line whose total is shown, so no
 * shown part of that line can be smaller.
 */
function canBeHidden(
  entry: number,
  value: number,
  lines: readonly TotalLine[],
  { picture, given, choices, policy }: Search,
): boolean {
  if (isSmallCount(value, policy)) return true;
  return lines.some(
    ({ parts, total }) =>
      picture[total] !== null &&
      parts.every((part) => {
        const shown = picture[part];
        if (part === entry || shown === null || shown === 0) return true;
        return (given[part] ?? choices[part]?.most ?? 0) >= value;
      }),
  );
}

interface Search {
  readonly picture: Picture;
  readonly given: readonly (number | undefined)[];
  readonly choices: readonly Choice[];
  readonly policy: DisclosurePolicy;
}

/**
 * One table that would be shown as this picture, the same one whichever table the picture was made from.
 *
 * For: isTableProtected, whose answer must not depend on what is hidden.
 * Method: cells are given values in order, shown ones from the middle of their range; a value is passed over as soon as a
 * total could no longer be reached. The first full table that the rule hides and rounds in the same way is taken.
 * @param picture rounded values with totals last, null where hidden
 * @param table its rows, columns and lines; its values are not looked at
 * @param policy threshold, base and zero rule
 * @returns values with totals, or undefined where none was found in the steps allowed
 * Errors: none of its own.
 * Source: ours. Checked: every small row tried, all rows of one picture get the same table.
 */
export function tableFromPicture(
  picture: Picture,
  { rows, columns, lines }: Pick<TableWithTotals, 'rows' | 'columns' | 'lines'>,
  policy: DisclosurePolicy,
): number[] | undefined {
  const width = columns + 1;
  const last = picture.length - 1;
  const choices = choicesOf(picture, policy);
  const given: (number | undefined)[] = picture.map(() => undefined);
  const cells = upTo(0, rows * columns - 1).map(
    (index) => Math.floor(index / columns) * width + (index % columns),
  );
  // Every line through a cell, and the whole; each once, though an order of lines may name one often.
  const linesOf = new Map<number, TotalLine[]>();
  const known = new Set<string>();
  for (const line of lines) {
    const key = [...line.parts, line.total].join();
    if (known.has(key)) continue;
    known.add(key);
    for (const part of line.parts) linesOf.set(part, [...(linesOf.get(part) ?? []), line]);
  }
  const whole: TotalLine = { parts: cells, total: last };
  const withTotals = (): number[] => {
    const values = picture.map(() => 0);
    for (const cell of cells) {
      const row = Math.floor(cell / width);
      for (const entry of [cell, row * width + columns, rows * width + (cell % width), last]) {
        values[entry] = (values[entry] ?? 0) + (given[cell] ?? 0);
      }
    }
    return values;
  };
  const isShownLike = (values: readonly number[]): boolean =>
    hiddenEntries(values, lines, policy).every((isHidden, entry) =>
      isHidden
        ? picture[entry] === null
        : picture[entry] === roundedCount(values[entry] ?? 0, policy),
    );
  const search = { picture, given, choices, policy };
  const mayStay = (entry: number): boolean => {
    const value = given[entry];
    if (value === undefined || picture[entry] !== null) return true;
    return canBeHidden(entry, value, linesOf.get(entry) ?? [], search);
  };
  let tried = 0;
  const fill = (place: number): number[] | undefined => {
    const cell = cells[place];
    if (cell === undefined) {
      const values = withTotals();
      return isShownLike(values) ? values : undefined;
    }
    for (const value of choices[cell]?.values ?? []) {
      tried += 1;
      if (tried > CELLS_TRIED) break;
      given[cell] = value;
      const touched = [...(linesOf.get(cell) ?? []), whole];
      const isPossible =
        touched.every((line) => canAddUp(line, given, choices)) &&
        touched.every(({ parts }) => parts.every(mayStay));
      const found = isPossible ? fill(place + 1) : undefined;
      if (found !== undefined) return found;
    }
    given[cell] = undefined;
    return undefined;
  };
  return fill(0);
}
