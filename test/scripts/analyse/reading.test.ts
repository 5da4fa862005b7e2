import { describe, expect, it } from 'vitest';

import { anyText, zeroOrOne } from '../../../scripts/analyse/reading/cell-rules.ts';
import { readTable } from '../../../scripts/analyse/reading/read-table.ts';
import { fileOf } from './files.ts';

const everything = (header: readonly string[]) =>
  header.map((name) => ({ name, rule: 'numbers-or-categories' as const }));

describe('readTable', () => {
  it('reads numbers and categories, and what is not known', async () => {
    const table = await readTable(fileOf('n,c,e\n1,a,\n,b,\n-2.5e1, a ,\n'), everything);
    expect(table.columns).toEqual({
      n: [1, null, -25],
      c: ['a', 'b', 'a'],
      e: [null, null, null],
    });
    expect(table.used).toEqual([
      { name: 'n', kind: 'numeric' },
      { name: 'c', kind: 'categorical' },
      { name: 'e', kind: 'categorical' },
    ]);
    expect(table.rows).toBe(3);
  });

  it('takes the mark of a spreadsheet, its line ends and the empty lines at its end', async () => {
    const table = await readTable(fileOf('\uFEFFa,b\r\n1,2\r\n3,4\r\n\r\n,\r\n'), everything);
    expect(table.columns).toEqual({ a: [1, 3], b: [2, 4] });
  });

  it('keeps an empty row in the middle: nothing is known of it', async () => {
    const table = await readTable(fileOf('a,b\n1,2\n,\n3,4\n'), everything);
    expect(table.columns).toEqual({ a: [1, null, 3], b: [2, null, 4] });
  });

  it('keeps only the columns it is asked for, each under one rule', async () => {
    const table = await readTable(fileOf('a,b\n1,x\n0,y\n'), () => [
      { name: 'a', rule: 'numbers-or-categories' },
      { name: 'a', rule: anyText },
      { name: 'a', rule: zeroOrOne },
    ]);
    expect(table.columns).toEqual({ a: ['1', '0'] });
  });

  it('counts lines as an editor does, also where a cell has several', async () => {
    const table = await readTable(fileOf('a,b\n"two\nlines",1\nx,2\n'), everything);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([2, 4]);
  });

  it('reads a character that two pieces of the file share', async () => {
    // A file is read 64 KiB at a time: of a cell that begins one byte later, another half of an é comes first.
    for (const start of ['', 'x']) {
      const long = start + 'é'.repeat(40_000);
      const table = await readTable(fileOf(`a,b\n${long},1\n`), everything);
      expect(table.columns.a).toEqual([long]);
    }
  });
});
