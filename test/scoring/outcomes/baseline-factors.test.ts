import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import {
  baselineFactors,
  baselineResultColumns,
  factorReading,
  profileFactor,
  profileFactorKeys,
  recordedCategory,
} from '#scoring/outcomes/baseline-factors.ts';

const path = new URL('../../reference/statistics/clients.csv', import.meta.url);
const rows = parse<Record<string, string>>(readFileSync(path), { columns: true });

test('there are sixteen factors, each with a column of the reference file', () => {
  expect(baselineFactors).toHaveLength(16);
  const columns = Object.keys(rows[0] ?? {});
  const ours = ['client', ...baselineFactors.map(({ column }) => column), ...baselineResultColumns];
  expect(ours.toSorted()).toEqual(columns.toSorted());
});

test('every cell of the reference file is read', () => {
  for (const row of rows) {
    for (const factor of baselineFactors) {
      const cell = row[factor.column] ?? '';
      const status = cell === '' ? 'not-known' : 'known';
      expect([factor.column, cell, factorReading(factor, cell).status]).toEqual([
        factor.column,
        cell,
        status,
      ]);
    }
  }
});

test('every category of ours is one of the reference file', () => {
  for (const factor of baselineFactors) {
    if (factor.kind !== 'categories') continue;
    const found = new Set(rows.map((row) => row[factor.column] ?? ''));
    for (const category of factor.categories) expect([...found]).toContain(category);
  }
});

describe('a cell', () => {
  const read = (key: string, cell: string) => {
    const factor = baselineFactors.find((one) => one.key === key);
    return factor === undefined ? undefined : factorReading(factor, cell);
  };

  test('is kept in lower case for yes, no and the sexes only', () => {
    expect(read('convicted', 'Yes')).toEqual({ status: 'known', value: 'yes' });
    expect(read('sex', 'Female')).toEqual({ status: 'known', value: 'female' });
    expect(read('benefit', 'None')).toEqual({ status: 'known', value: 'None' });
  });

  test.each([
    ['convicted', 'yes'],
    ['housing', 'own home'],
    ['confidence', 'Medium'],
    ['age', '15'],
    ['age', '34.5'],
    ['age', '111'],
    ['startYear', '19'],
    ['lastJob', '=1+1'],
  ])('is refused: %s %s', (key, cell) => {
    expect(read(key, cell)?.status).toBe('wrong');
  });

  test.each(['', '  '])('that is empty is not known', (cell) => {
    expect(read('ethnicity', cell)).toEqual({ status: 'not-known' });
  });
});

test('every question of the profile has categories, recorded as the file is read', () => {
  for (const key of profileFactorKeys) {
    const factor = profileFactor(key);
    for (const category of factor.categories) {
      expect(factorReading(factor, category)).toEqual({
        status: 'known',
        value: recordedCategory(factor, category),
      });
    }
  }
  expect(() => profileFactor('age' as never)).toThrow(RangeError);
});
