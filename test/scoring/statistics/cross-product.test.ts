import { readFile } from 'node:fs/promises';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { codeFile, kernelCode } from '../../../scripts/lib/kernel.ts';

import { crossProduct } from '#scoring/statistics/cross-product.ts';

/** Each entry as the definition has it. */
function byDefinition(columns: readonly Float64Array[], weights: Float64Array): number[][] {
  return columns.map((x) =>
    columns.map((y) => weights.reduce((total, w, i) => total + w * x[i]! * y[i]!, 0)),
  );
}

function expectSame(columns: readonly Float64Array[], weights: Float64Array): void {
  const expected = byDefinition(columns, weights);
  const found = crossProduct(columns, weights);
  expect(found.length).toBe(columns.length);
  found.forEach((row, a) => {
    expect(row.length).toBe(columns.length);
    row.forEach((value, b) => {
      // Of entries between -2 and 2: rounding adds up with the rows.
      expect(Math.abs(value - expected[a]![b]!)).toBeLessThanOrEqual(1e-14 * (1 + weights.length));
    });
  });
}

describe('crossProduct', () => {
  it('is what the definition says, for any number of columns and rows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 200 }),
        fc.infiniteStream(fc.double({ min: -2, max: 2, noNaN: true })),
        (width, rows, stream) => {
          const take = (): number => stream.next().value as number;
          const columns = Array.from({ length: width }, () =>
            Float64Array.from({ length: rows }, take),
          );
          expectSame(
            columns,
            Float64Array.from({ length: rows }, () => Math.abs(take())),
          );
        },
      ),
    );
  });

  it('holds more columns than its first memory does, and fewer again afterwards', () => {
    const columnsOf = (size: number) =>
      Array.from({ length: size }, (_, j) =>
        Float64Array.from({ length: 70 }, (__, i) => Math.sin(i * j + j)),
      );
    const weights = Float64Array.from({ length: 70 }, (_, i) => 0.1 + (i % 3));
    for (const size of [3, 210, 5]) expectSame(columnsOf(size), weights);
  });

  it('leaves earlier answers as they were', () => {
    const weights = new Float64Array([1, 4]);
    const first = crossProduct([new Float64Array([1, 1])], weights);
    crossProduct([new Float64Array([5, 5])], weights);
    expect([...first[0]!]).toEqual([5]);
  });

  it('runs the machine code of cross-product.wat, as the assembler makes it', async () => {
    expect(await readFile(codeFile, 'utf8')).toBe(await kernelCode());
  });
});
