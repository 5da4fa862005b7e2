import { shownCell, type ReleaseTable } from '../release-table.ts';
import { element, xmlHead, xmlText } from '../xml.ts';

export const wordNamespace = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
} as const;

/** A4 on its side, so that a table of eight columns fits; lengths in twentieths of a point. */
const page = { long: 16838, short: 11906, margin: 1134 } as const;

const value = (text: string | number) => ({ 'w:val': text });

function run(text: string): string {
  return element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, xmlText(text)));
}

function styled(style: string, text: string, ...properties: readonly string[]): string {
  const look = element('w:pPr', {}, element('w:pStyle', value(style)), ...properties);
  return element('w:p', {}, look, run(text));
}

/** Level 0 is the title. */
export function heading(level: 0 | 1 | 2, text: string): string {
  return styled(level === 0 ? 'Title' : `Heading${level}`, text);
}

export function paragraph(text: string): string {
  return styled('BodyText', text);
}

export function listItem(text: string): string {
  return styled('ListBullet', text);
}

/** A table whose row of column names is marked, and comes again on every page. */
export function tableXml({ columns, rows }: ReleaseTable): string {
  const mark = element('w:trPr', {}, element('w:cantSplit', {}), element('w:tblHeader', {}));
  const whole = element('w:trPr', {}, element('w:cantSplit', {}));
  const head = columns.map(({ name, kind }) => cell('TableHeader', name, kind !== 'text'));
  const lines = rows.map((row) =>
    columns.map((column, place) =>
      cell('TableText', shownCell(column, row[place] ?? ''), column.kind !== 'text'),
    ),
  );
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', value('ReleaseTable')),
      element('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      element('w:tblLook', { 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
    ),
    element('w:tblGrid', {}, ...columns.map(() => element('w:gridCol', {}))),
    element('w:tr', {}, mark, ...head),
    ...lines.map((line) => element('w:tr', {}, whole, ...line)),
  );
}

function cell(style: string, text: string, isAtEnd: boolean): string {
  const end = isAtEnd ? [element('w:jc', value('right'))] : [];
  const look = element('w:tcPr', {}, element('w:tcW', { 'w:w': 0, 'w:type': 'auto' }));
  return element('w:tc', {}, look, styled(style, text, ...end));
}

export function documentXml(body: readonly string[]): string {
  const { long, short, margin } = page;
  const sides = ['top', 'right', 'bottom', 'left', 'header', 'footer'] as const;
  const section = element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': long, 'w:h': short, 'w:orient': 'landscape' }),
    element('w:pgMar', {
      ...Object.fromEntries(sides.map((side) => [`w:${side}`, margin])),
      'w:gutter': 0,
    }),
  );
  return xmlHead + element('w:document', wordNamespace, element('w:body', {}, ...body, section));
}
