import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { hiddenEntries } from '#scoring/disclosure/hidden-entries.ts';
import { suppressedTable, type SuppressedTable } from '#scoring/disclosure/suppressed-table.ts';
import { tableFromPicture } from '#scoring/disclosure/table-from-picture.ts';
import { tableWithTotals } from '#scoring/disclosure/table-with-totals.ts';

type Cells = readonly (readonly number[])[];

/** Everything a reader sees, totals last. */
function seen(table: SuppressedTable): (number | null)[][] {
  const rows = table.cells.map((row, index) => [...row, table.rowTotals[index]!]);
  const last = [...table.columnTotals, table.grandTotal];
  return [...rows, last].map((row) => row.map((count) => count.shown));
}

/** What the rule on rows and columns shows, before anything is withheld; the attacker knows this rule. */
function picture(cells: Cells): (number | null)[] {
  const { values, lines } = tableWithTotals(cells);
  const hidden = hiddenEntries(values, lines, policy);
  return values.map((value, entry) =>
    hidden[entry]! ? null : disclosedCount(value, policy).shown,
  );
}

function withTotals(cells: Cells): number[][] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = cells.map((row) => [...row, sum(row)]);
  return [...rows, rows[0]!.map((_, column) => sum(rows.map((row) => row[column]!)))];
}

describe('suppressedTable on tables worked by hand', () => {
  it('rounds a table without small counts and hides nothing', () => {
    expect(
      seen(
        suppressedTable(
          [
            [12, 30],
            [41, 8],
          ],
          policy,
        ),
      ),
    ).toEqual([
      [10, 30, 40],
      [40, 10, 50],
      [55, 40, 90],
    ]);
  });

  it('hides the smallest other cell of the row, then of each column, then of the other row', () => {
    // 3 is small; 20 goes with it in its row; in the columns 25 and 30 go; row 2 then has two hidden.
    expect(
      seen(
        suppressedTable(
          [
            [3, 20, 40],
            [25, 30, 50],
            [60, 70, 80],
          ],
          policy,
        ),
      ),
    ).toEqual([
      [null, null, 40, 65],
      [null, null, 50, 105],
      [60, 70, 80, 210],
      [90, 120, 170, 380],
    ]);
  });

  it('takes the later of two equal cells', () => {
    const table = suppressedTable(
      [
        [5, 30, 30],
        [40, 50, 60],
      ],
      policy,
    );
    expect(seen(table)[0]).toEqual([null, 30, null, 65]);
  });

  it('hides the total where every other cell of the line is zero', () => {
    const table = suppressedTable(
      [
        [3, 0, 0],
        [20, 30, 40],
        [50, 60, 70],
      ],
      policy,
    );
    // Row 1: its total is small itself. The column of totals then hides the smallest other total, 90.
    expect(seen(table)).toEqual([
      [null, 0, 0, null],
      [null, 30, 40, null],
      [50, 60, 70, 180],
      [75, 90, 110, 275],
    ]);
  });

  it('never hides a zero', () => {
    const table = suppressedTable(
      [
        [0, 4, 9],
        [0, 20, 30],
      ],
      policy,
    );
    expect(table.cells.map((row) => row[0]!.shown)).toEqual([0, 0]);
  });

  it('withholds a table that would leave a hidden cell only two values', () => {
    // *, *, *, 10 of 10: the hidden three add up to at most 12 - 8 = 4, so each would be 1 or 2.
    const table = suppressedTable([[1, 1, 1, 8]], policy);
    expect(table.status).toBe('withheld');
    expect(seen(table)).toEqual([
      [null, null, null, null, null],
      [null, null, null, null, 10],
    ]);
  });

  it('refuses ragged and empty tables and what is no count', () => {
    expect(() => suppressedTable([], policy)).toThrow(/tableWithTotals/);
    expect(() => suppressedTable([[]], policy)).toThrow(RangeError);
    expect(() => suppressedTable([[1, 2], [3]], policy)).toThrow(RangeError);
    expect(() => suppressedTable([[1.5]], policy)).toThrow(RangeError);
  });
});

/** Repeatable random whole numbers (linear congruential), so that the attacker finds the same every time. */
function wholeNumbers(seed: number): (from: number, to: number) => number {
  let state = seed >>> 0;
  return (from, to) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from + Math.floor((state / 2 ** 32) * (to - from + 1));
  };
}

/**
 * The attacker knows the picture, the rule and its settings, and looks for every table that would have been
 * published just like this: a random walk that starts anywhere in that set and never leaves it.
 */
function valuesLeft(cells: Cells, steps: number): Map<number, Set<number>> {
  const published = picture(cells).join();
  const found = new Map<number, Set<number>>();
  for (const [entry, value] of picture(cells).entries())
    if (value === null) found.set(entry, new Set());
  const note = (table: Cells): void =>
    withTotals(table)
      .flat()
      .forEach((value, entry) => void found.get(entry)?.add(value));
  note(cells);
  const pick = wholeNumbers(cells.flat().reduce((hash, v) => Math.imul(hash, 31) + v, 7));
  const [rows, columns] = [cells.length, cells[0]!.length];
  let walk = cells.map((row) => [...row]);
  for (let step = 0; step < steps && [...found.values()].some((set) => set.size < 3); step += 1) {
    const next = walk.map((row) => [...row]);
    const [r, c, r2, c2] = [
      pick(0, rows - 1),
      pick(0, columns - 1),
      pick(0, rows - 1),
      pick(0, columns - 1),
    ];
    const by = pick(1, 3) * (pick(0, 1) === 0 ? -1 : 1);
    const move = pick(0, 7);
    if (move === 5) [next[r], next[r2]] = [next[r2]!, next[r]!];
    else if (move === 6) for (const row of next) [row[c], row[c2]] = [row[c2]!, row[c]!];
    else if (move === 7) [next[r]![c], next[r2]![c2]] = [next[r2]![c2]!, next[r]![c]!];
    else {
      next[r]![c]! += by;
      if (move === 1 || move === 3) next[r]![c2]! -= by;
      if (move === 2 || move === 3) next[r2]![c]! -= by;
      if (move === 3) next[r2]![c2]! += by;
      if (move === 4) next[r2]![c2]! += pick(-2, 2);
    }
    if (next.flat().some((value) => value < 0) || picture(next).join() !== published) continue;
    walk = next;
    note(walk);
  }
  return found;
}

describe('tableFromPicture', () => {
  it('finds a table that is shown like the picture for nearly every row of five bands', () => {
    const pick = wholeNumbers(20260327);
    const rows = Array.from({ length: 300 }, () =>
      Array.from({ length: 5 }, () => (pick(0, 2) === 0 ? pick(0, 7) : pick(8, 60))),
    );
    const found = rows.flatMap((row) => {
      const published = picture([row]);
      const values = tableFromPicture(published, tableWithTotals([row]), policy);
      return values === undefined ? [] : [{ published, again: picture([values.slice(0, 5)]) }];
    });
    for (const { published, again } of found) expect(again).toEqual(published);
    expect(found.length).toBeGreaterThan(290);
  });
});

const smallTable = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 0, max: 8 }),
  )
  .chain(([rows, columns, zeros]) => {
    const cell = fc.oneof(
      { weight: zeros, arbitrary: fc.constant(0) },
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 7 }) },
      { weight: 5, arbitrary: fc.integer({ min: 8, max: 60 }) },
    );
    const row = fc.array(cell, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

describe('suppressedTable against an attacker', () => {
  it('leaves at least three values for every hidden entry of random tables', () => {
    let withheld = 0;
    fc.assert(
      fc.property(smallTable, (cells) => {
        if (suppressedTable(cells, policy).status === 'withheld') {
          withheld += 1;
          return;
        }
        const foundOut = [...valuesLeft(cells, 20_000)].filter(([, values]) => values.size < 3);
        expect({ cells, foundOut }).toEqual({ cells, foundOut: [] });
      }),
      { numRuns: 500, seed: 20260327 },
    );
    // Withholding everything would pass the test above.
    expect(withheld).toBeLessThan(25);
  }, 120_000);

  it('shows a 2 by 2 table exactly where every hidden entry has three values, all tables tried', () => {
    const size = 18;
    const left = new Map<string, Set<number>[]>();
    const tables: { cells: Cells; key: string }[] = [];
    for (let code = 0; code < size ** 4; code += 1) {
      const at = (power: number) => Math.floor(code / size ** power) % size;
      const cells = [
        [at(0), at(1)],
        [at(2), at(3)],
      ];
      const key = JSON.stringify(picture(cells));
      const sets = left.get(key) ?? Array.from({ length: 9 }, () => new Set<number>());
      withTotals(cells)
        .flat()
        .forEach((value, entry) => sets[entry]!.add(value));
      left.set(key, sets);
      // Larger cells have neighbours outside what is tried; one table of a picture stands for all.
      if (sets[8]!.size === 1 && cells.flat().every((value) => value <= 9))
        tables.push({ cells, key });
    }
    for (const { cells, key } of tables) {
      const isSafe = (JSON.parse(key) as (number | null)[]).every(
        (value, entry) => value !== null || left.get(key)![entry]!.size >= 3,
      );
      const { status } = suppressedTable(cells, policy);
      expect({ cells, status }).toEqual({ cells, status: isSafe ? 'shown' : 'withheld' });
    }
  }, 120_000);

  it('decides on a row from its picture alone, every row of small counts tried', () => {
    const coarse = { ...policy, smallestShown: 4, base: 2 };
    const answers = new Map<string, Set<string>>();
    const size = 10;
    for (let code = 0; code < size ** 4; code += 1) {
      const row = [0, 1, 2, 3].map((power) => Math.floor(code / size ** power) % size);
      const table = tableWithTotals([row]);
      const hidden = hiddenEntries(table.values, table.lines, coarse);
      const key = table.values
        .map((value, entry) => (hidden[entry]! ? '*' : disclosedCount(value, coarse).text))
        .join(' ');
      const { status } = suppressedTable([row], coarse);
      answers.set(key, (answers.get(key) ?? new Set()).add(status));
    }
    expect(answers.size).toBeGreaterThan(500);
    const torn = [...answers].filter(([, statuses]) => statuses.size > 1).map(([key]) => key);
    expect(torn).toEqual([]);
  }, 120_000);

  it('hides every small entry and rounds every shown one', () => {
    fc.assert(
      fc.property(smallTable, (cells) => {
        const shown = seen(suppressedTable(cells, policy)).flat();
        const byCount = withTotals(cells)
          .flat()
          .map((value) => disclosedCount(value, policy).shown);
        expect(shown).toEqual(
          shown.map((value, entry) => (value === null ? null : byCount[entry])),
        );
        expect(
          byCount.map((value) => value === null).every((is, at) => !is || shown[at] === null),
        ).toBe(true);
      }),
      { seed: 20260327 },
    );
  });
});
