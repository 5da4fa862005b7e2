import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readBaselineFile } from '#app/import/baseline-file.server.ts';
import { importLimits } from '#app/import/read-csv.server.ts';

import { baselineCsv, bytesOf, fullAnswers } from './files.ts';

const reference = new URL('../../reference/statistics/clients.csv', import.meta.url);

/** Errors as "row column message", in the file's order; empty for a file that is read. */
function errorsOf(text: string | Uint8Array): string[] {
  const file = readBaselineFile(typeof text === 'string' ? bytesOf(text) : text);
  if (file.ok) return [];
  return file.errors.map(({ row, column, message }) => [row, column, message].join(' ').trim());
}

test('the reference file is read whole, with its own heading for the client', () => {
  const file = readBaselineFile(readFileSync(reference));
  expect(file.ok && file.rows).toHaveLength(718);
  expect(file.ok && file.rows[0]).toMatchObject({
    row: 2,
    clientId: 'C0001',
    factors: {
      team: 'Harrow',
      sex: 'female',
      age: '27',
      convicted: 'yes',
      housing: 'Family or friends',
    },
  });
});

describe('a file is read', () => {
  const text = baselineCsv([fullAnswers]);

  test.each([
    ['as it is', text],
    ['with the mark that spreadsheets put first', `\uFEFF${text}`],
    ['with the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['without a last line end', text.trimEnd()],
    ['with empty lines at its end', `${text}\n,,,\n`],
    ['with every cell in quotation marks', text.replaceAll(/[^,\n]+/g, '"$&"')],
    [
      'with its columns in another order',
      text
        .split('\n')
        .map((line) => line.split(',').toReversed().join(','))
        .join('\n'),
    ],
  ])('%s', (_words, file) => {
    expect(errorsOf(file)).toEqual([]);
    const read = readBaselineFile(bytesOf(file));
    expect(read.ok && read.rows).toMatchObject([
      { clientId: 'NGT-0001', factors: { sex: 'male' } },
    ]);
  });

  test('with empty cells as not known', () => {
    const read = readBaselineFile(bytesOf(baselineCsv([{ client_id: 'NGT-0001' }])));
    expect(read.ok && new Set(Object.values(read.rows[0]?.factors ?? {}))).toEqual(new Set([null]));
  });
});

describe('a file is refused', () => {
  const text = baselineCsv([fullAnswers]);
  const utf16 = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const latin = new Uint8Array(Buffer.from(text.replace('Unstable', 'Café'), 'latin1'));

  test.each([
    ['in UTF-16', utf16],
    ['in Latin-1', latin],
    ['with null bytes', bytesOf(text.replace('Unstable', 'Un\0stable'))],
  ])('%s', (_words, bytes) => {
    expect(errorsOf(bytes)).toEqual([
      'The file must be a CSV file in UTF-8: save it as “CSV UTF-8”',
    ]);
  });

  test.each([
    ['unclosed', text.replace('Unstable', '"Unstable')],
    ['in the middle of a cell', text.replace('Unstable', 'Un"stable')],
    ['with text after them', text.replace('Unstable', '"Un"stable')],
  ])('with quotation marks %s', (_words, file) => {
    expect(errorsOf(file)[0]).toMatch(/^The file cannot be read as CSV.*quotation marks$/);
  });

  test('with a header only, or nothing at all', () => {
    expect(errorsOf(baselineCsv([]))).toEqual(['The file has no rows under its header']);
    expect(errorsOf('')).toEqual(['The file has no rows under its header']);
  });

  test('that is too big, too long or too wide', () => {
    expect(errorsOf(new Uint8Array(importLimits.bytes + 1))).toEqual([
      'The file must be smaller than 1 MB',
    ]);
    const rows = `client_id\n${'A-1\n'.repeat(importLimits.rows + 1)}`;
    expect(errorsOf(rows)).toEqual(['The file must have 5000 rows or fewer']);
    const wide = `${'a,'.repeat(60)}b\n${'1,'.repeat(60)}2\n`;
    expect(errorsOf(wide)).toEqual(['The file must have 50 columns or fewer']);
    const record = `client_id\n${'x'.repeat(importLimits.bytesARow + 10)}\n`;
    expect(errorsOf(record)[0]).toMatch(/^The file cannot be read as CSV near line 2/);
  });

  test('without a column, with one twice, with one that nobody knows', () => {
    const lines = text.split('\n');
    const header = (lines[0] ?? '').split(',');
    const without = header.filter((column) => column !== 'housing' && column !== 'client_id');
    expect(errorsOf(baselineCsv([fullAnswers], without))).toEqual([
      '1 client_id is missing',
      '1 housing is missing',
    ]);
    expect(errorsOf(baselineCsv([fullAnswers], [...header, 'sex', 'name']))).toEqual([
      '1 sex must not come twice',
      '1 name is no column of baseline.csv',
    ]);
    expect(errorsOf(baselineCsv([fullAnswers], [...header, 'client']))).toEqual([
      'The file must have client_id or client, not both',
    ]);
    expect(errorsOf(text.replaceAll(',', ';'))[0]).toMatch(/is no column of baseline.csv$/);
  });

  test('with rows of another length, each named', () => {
    const lines = text.trimEnd().split('\n');
    const file = [lines[0], `${lines[1] ?? ''},more`, 'NGT-0002', lines[1]].join('\n');
    expect(errorsOf(file)).toEqual([
      '2  must have 17 cells, not 18 cells',
      '3  must have 17 cells, not 1 cell',
    ]);
  });

  test('with an empty line in the middle', () => {
    const lines = text.trimEnd().split('\n');
    expect(errorsOf([lines[0], '', lines[1]].join('\n'))).toEqual([
      '2  must have 17 cells, not 1 cell',
    ]);
  });

  test('with cells that break a rule, each by row and column', () => {
    const rows = [
      { ...fullAnswers, age: '15', start_year: '2026-01-12', sex: 'male' },
      { ...fullAnswers, client_id: '', qualification: 'Degree' },
      { ...fullAnswers, client_id: '=HYPERLINK("http://example.org")', gp_visit: '@now' },
      { ...fullAnswers, client_id: 'NGT-0001' },
    ];
    expect(errorsOf(baselineCsv(rows))).toEqual([
      '2 sex must be one of: Female; Male, or empty',
      '2 age must be a whole number from 16 to 110, or empty',
      '2 start_year must be a whole number from 2000 to 2100, or empty',
      '3 client_id must not be empty',
      '3 qualification must be one of: Low; Medium; High, or empty',
      '4 client_id must not begin like a formula',
      '4 gp_visit must not begin like a formula',
      '5 client_id must not come twice: row 2 has it',
    ]);
  });
});
