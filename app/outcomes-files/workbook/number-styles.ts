import { element } from '../xml.ts';
import type { Sheet, SheetNumber } from './sheet.ts';

type NumberLook = Omit<SheetNumber, 'value'>;

/** The name of the style of a number's cell: percent1, pounds2. */
export function numberStyleName({ kind, decimals }: NumberLook): string {
  return `${kind}${decimals}`;
}

/** The looks of numbers that a workbook uses, each once. */
export function numberLooks(sheets: readonly Sheet[]): NumberLook[] {
  const found = new Map<string, NumberLook>();
  for (const { rows } of sheets) {
    for (const { number } of rows.flat()) {
      if (number !== undefined) found.set(numberStyleName(number), number);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, look]) => look);
}

/** How a number is written, and the style of its cell. */
export function numberStyles(look: NumberLook): string {
  const name = numberStyleName(look);
  return [
    dataStyle(look, `N-${name}`),
    element('style:style', {
      'style:name': name,
      'style:family': 'table-cell',
      'style:parent-style-name': 'end',
      'style:data-style-name': `N-${name}`,
    }),
  ].join('');
}

function dataStyle({ kind, decimals }: NumberLook, name: string): string {
  const digits = element('number:number', {
    'number:decimal-places': decimals,
    'number:min-decimal-places': decimals,
    'number:min-integer-digits': 1,
    'number:grouping': 'true',
  });
  const attributes = {
    'style:name': name,
    'number:language': 'en',
    'number:country': 'GB',
  };
  if (kind === 'percent') {
    return element('number:percentage-style', attributes, digits, element('number:text', {}, '%'));
  }
  if (kind === 'pounds') {
    const sign = element(
      'number:currency-symbol',
      { 'number:language': 'en', 'number:country': 'GB' },
      '£',
    );
    return element('number:currency-style', attributes, sign, digits);
  }
  return element('number:number-style', attributes, digits);
}
