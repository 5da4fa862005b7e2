import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';

import { csvText } from '#app/relations/csv.ts';

describe('text of a CSV file', () => {
  test('quotes every cell and ends every line as the format asks', () => {
    expect(csvText([['a', 'b'], ['']])).toBe('"a","b"\r\n""\r\n');
    expect(csvText([])).toBe('');
  });

  test('reads back as it was, quotes, commas and line ends included', () => {
    const rows = [
      ['Team “A”, the "first"', 'two\nlines'],
      ['−0.31 to 0.52', '35 of 115'],
    ];
    expect(parse(csvText(rows))).toEqual(rows);
  });

  test.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
    'a cell that begins with %j is no formula',
    (start) => {
      expect(csvText([[`${start}HYPERLINK("x")`]])).toBe(`"'${start}HYPERLINK(""x"")"\r\n`);
    },
  );

  test('a negative number stays one, and what only begins like it does not', () => {
    expect(csvText([['-0.15', '-3', '-1+1', '-0.1e9', '+2']])).toBe(
      '"-0.15","-3","\'-1+1","\'-0.1e9","\'+2"\r\n',
    );
  });

  test('a sign further inside is left alone', () => {
    expect(csvText([['a=b', '1-4 meetings']])).toBe('"a=b","1-4 meetings"\r\n');
  });
});
