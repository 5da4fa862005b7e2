import { element, xmlHead, xmlText, type Attributes } from '../xml.ts';
import { namespaces } from './namespaces.ts';
import { numberLooks, numberStyleName, numberStyles } from './number-styles.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** The sheets of a workbook. */
export function contentXml(sheets: readonly Sheet[]): string {
  return (
    xmlHead +
    element(
      'office:document-content',
      namespaces,
      element(
        'office:automatic-styles',
        {},
        ...widthsOf(sheets).map(columnStyle),
        ...numberLooks(sheets).map(numberStyles),
      ),
      element(
        'office:body',
        {},
        element(
          'office:spreadsheet',
          {},
          ...sheets.map(sheetXml),
          element('table:database-ranges', {}, ...sheets.flatMap(markedTable)),
        ),
      ),
    )
  );
}

function widthsOf(sheets: readonly Sheet[]): number[] {
  return [...new Set(sheets.flatMap(({ widths }) => widths))].sort((a, b) => a - b);
}

function columnStyleName(width: number): string {
  return `column-${width.toFixed(2)}`;
}

function columnStyle(width: number): string {
  return element(
    'style:style',
    { 'style:name': columnStyleName(width), 'style:family': 'table-column' },
    element('style:table-column-properties', { 'style:column-width': `${width.toFixed(2)}cm` }),
  );
}

function sheetXml({ name, rows, table, widths }: Sheet): string {
  const columns = widths.map((width) =>
    element('table:table-column', { 'table:style-name': columnStyleName(width) }),
  );
  const lines = rows.map((row, place) => {
    const line = element('table:table-row', {}, ...row.map(cellXml));
    return place === table?.headerRow ? element('table:table-header-rows', {}, line) : line;
  });
  return element('table:table', { 'table:name': name }, ...columns, ...lines);
}

function cellXml({ text, look, number, link }: SheetCell): string {
  const inside =
    link === undefined
      ? spacedText(text)
      : element('text:a', { 'xlink:type': 'simple', 'xlink:href': link }, spacedText(text));
  const style =
    number === undefined ? (link === undefined ? look : 'link') : numberStyleName(number);
  return element(
    'table:table-cell',
    { 'table:style-name': style, ...valueAttributes(number) },
    element('text:p', {}, inside),
  );
}

function valueAttributes(number: SheetCell['number']): Attributes {
  if (number === undefined) return { 'office:value-type': 'string' };
  const value = { 'office:value': number.value };
  if (number.kind === 'percent') return { 'office:value-type': 'percentage', ...value };
  if (number.kind === 'pounds') {
    return { 'office:value-type': 'currency', 'office:currency': 'GBP', ...value };
  }
  return { 'office:value-type': 'float', ...value };
}

/** Spaces in a row, tabs and line ends have elements of their own, without which they run together. */
function spacedText(text: string): string {
  return xmlText(text)
    .replaceAll(/^ | (?= )/g, '<text:s/>')
    .replaceAll('\t', '<text:tab/>')
    .replaceAll(/\r\n|\r|\n/g, '<text:line-break/>');
}

/** Names the cells of a table and says that their first row holds the names of its columns. */
function markedTable({ name, rows, table }: Sheet): string[] {
  if (table === null) return [];
  const width = rows[table.headerRow]?.length ?? 0;
  const from = `${name}.A${table.headerRow + 1}`;
  const to = `${name}.${columnLetters(width - 1)}${rows.length}`;
  return [
    element('table:database-range', {
      'table:name': `${table.name}_cells`,
      'table:target-range-address': `${from}:${to}`,
      'table:contains-header': 'true',
      'table:display-filter-buttons': 'false',
    }),
  ];
}

/** A to Z, then AA: the letters of a column counted from 0. */
function columnLetters(column: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
