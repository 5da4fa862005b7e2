import { describe, expect, it } from 'vitest';

import { releaseNotes } from '#app/outcomes-files/release-notes.ts';
import {
  plainCell,
  shownCell,
  type ReleaseCell,
  type ReleaseColumn,
} from '#app/outcomes-files/release-table.ts';
import { requireRelease } from '#app/outcomes-files/require-release.ts';
import { awkwardTable, sampleRelease } from './sample-release.ts';

const column = (kind: ReleaseColumn['kind'], decimals?: number): ReleaseColumn => ({
  name: 'x',
  kind,
  ...(decimals === undefined ? {} : { decimals }),
});

describe('a cell', () => {
  it.each([
    [column('count'), 1234567, '1,234,567', '1234567'],
    [column('percent'), 0.57, '57.0%', '57'],
    [column('percent', 0), 0.005, '1%', '0.5'],
    [column('percent'), -0.031, '-3.1%', '-3.1'],
    [column('number'), 1234.56, '1,234.6', '1234.56'],
    [column('number', 4), 1e-9, '0.0000', '0.000000001'],
    [column('pounds'), -1234.5, '-£1,234.50', '-1234.5'],
    [column('pounds'), { shorthand: 'c' }, '[c]', '[c]'],
    [column('number', 3), { below: 0.001 }, '<0.001', '<0.001'],
    [column('text'), '=1+1', '=1+1', '=1+1'],
  ] as const)('%j of %j is read as %s, and as %s by a program', (of, cell, shown, plain) => {
    expect([shownCell(of, cell), plainCell(of, cell)]).toEqual([shown, plain]);
  });
});

describe('notes of a release', () => {
  it('stand there once, in order, with the shorthand that is used', () => {
    expect(releaseNotes(sampleRelease).map(({ mark, text }) => [mark, text.split(':')[0]])).toEqual(
      [
        ['[note 1]', 'Rounded to 5.'],
        ['[note 2]', 'Provisional.'],
        ['[c]', 'Confidential'],
        ['[x]', 'Not available'],
        ['[z]', 'Not applicable'],
      ],
    );
  });
});

describe('a release is refused', () => {
  const withRow = (row: readonly ReleaseCell[]) => ({
    ...sampleRelease,
    tables: [{ ...awkwardTable, rows: [row] }],
  });

  it.each([
    ['with a date that is none', { ...sampleRelease, date: 'today' }, 'the date "today"'],
    ['without tables', { ...sampleRelease, tables: [] }, 'no table'],
    [
      'with a gap in its numbers',
      { ...sampleRelease, tables: sampleRelease.tables.slice(1) },
      'has the number 2',
    ],
    ['with an empty cell', withRow(['', 1, 1, 1, 1]), 'under Group'],
    ['with a text for a number', withRow(['a', '1', 1, 1, 1]), 'under Clients'],
    ['with a bound for a text', withRow([{ below: 1 }, 1, 1, 1, 1]), 'under Group'],
    ['with no number', withRow(['a', NaN, 1, 1, 1]), 'under Clients'],
    ['with a short row', withRow(['a', 1]), 'another width'],
    ['without rows', { ...sampleRelease, tables: [{ ...awkwardTable, rows: [] }] }, 'no rows'],
  ])('%s', (_, release, words) => {
    expect(() => requireRelease(release)).toThrow(words);
  });
});
