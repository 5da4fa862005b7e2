import { parse } from 'csv-parse/sync';

import type { Reading } from './readings.ts';

/** A table as somebody sees it, wherever it stands. */
export interface ShownTable {
  where: string;
  caption: string;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of a piece of markup. */
export function wordsOf(markup: string): string {
  return markup
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const inside = (markup: string, tag: string): string[] =>
  [...markup.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?(?:/>|>(.*?)</${tag}>)`, 'gs'))].map(
    ([, content = '']) => content,
  );

function tablesIn(markup: string, [table, row, cell]: readonly string[], where: string) {
  return inside(markup, table ?? '').flatMap((content): ShownTable[] => {
    const lines = inside(content, row ?? '').map((line) => inside(line, cell ?? '').map(wordsOf));
    // Workbooks have a title and notes above their columns.
    const first = lines.findIndex((line) => line.filter((text) => text !== '').length > 1);
    const [headings = [], ...rows] = lines.slice(Math.max(first, 0));
    const caption = wordsOf(inside(content, 'caption')[0] ?? lines[0]?.[0] ?? '');
    return [{ where, caption, headings, rows }];
  });
}

export function csvTable(text: string, where: string): ShownTable {
  const lines: string[][] = parse(text, { bom: true, relaxColumnCount: true });
  const [headings = [], ...rows] = lines;
  return { where, caption: '', headings, rows };
}

/** One line a figure: each is a table of its own measure. */
function longTables({ where, headings, rows }: ShownTable): ShownTable[] {
  const at = (name: string) => headings.indexOf(name);
  return rows.map((row) => ({
    where,
    caption: row[at('title')] ?? '',
    headings: [row[at('measure')] ?? ''],
    rows: [[row[at('value')] === '' ? `[${row[at('shorthand')]}]` : (row[at('value')] ?? '')]],
  }));
}

/** Every table of an answer but those of JSON, which has fields. */
export function tablesOf({ type, texts, path, reader }: Reading): ShownTable[] {
  const where = `${reader} ${path}`;
  const text = texts[''] ?? '';
  switch (type) {
    case 'page':
      return tablesIn(text, ['table', 'tr', 't[hd]'], where);
    case 'csv': {
      const table = csvTable(text, where);
      return table.headings.includes('shorthand') ? longTables(table) : [table];
    }
    case 'zip':
      return Object.entries(texts).map(([name, csv]) => csvTable(csv, `${where} ${name}`));
    case 'ods': {
      const sheets = texts['content.xml'] ?? '';
      const names = ['table:table', 'table:table-row', 'table:table-cell'];
      return tablesIn(sheets, names, where).filter(({ headings }) => headings.length > 1);
    }
    case 'docx':
      return tablesIn(texts['word/document.xml'] ?? '', ['w:tbl', 'w:tr', 'w:tc'], where);
    case 'json':
      return [];
  }
}
