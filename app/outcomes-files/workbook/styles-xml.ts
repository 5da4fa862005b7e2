import { element, xmlHead, type Attributes } from '../xml.ts';
import { namespaces } from './namespaces.ts';
import type { CellLook } from './sheet.ts';

interface Look {
  readonly text?: Attributes;
  readonly cell?: Attributes;
  readonly paragraph?: Attributes;
}

const wrapped = { 'fo:wrap-option': 'wrap', 'style:vertical-align': 'top' };

const header = {
  text: { 'fo:font-weight': 'bold' },
  cell: {
    ...wrapped,
    'style:vertical-align': 'bottom',
    'fo:border-bottom': '0.75pt solid #000000',
  },
};
const atEnd = {
  cell: { 'style:text-align-source': 'fix' },
  paragraph: { 'fo:text-align': 'end' },
};

/** Plain on purpose: meaning never rests on a colour or a border. */
const looks: Readonly<Record<CellLook | 'link', Look>> = {
  title: { text: { 'fo:font-weight': 'bold', 'fo:font-size': '15pt' } },
  header,
  'header-end': { ...header, cell: { ...header.cell, ...atEnd.cell }, paragraph: atEnd.paragraph },
  text: {},
  wrapped: { cell: wrapped },
  end: atEnd,
  link: { text: { 'fo:color': '#0b5394', 'style:text-underline-style': 'solid' } },
};

/** The looks of cells; text is 12 point Arial in British English. */
export function stylesXml(): string {
  return (
    xmlHead +
    element(
      'office:document-styles',
      namespaces,
      element('office:styles', {}, defaultStyle(), ...Object.entries(looks).map(lookStyle)),
    )
  );
}

function defaultStyle(): string {
  return element(
    'style:default-style',
    { 'style:family': 'table-cell' },
    element('style:text-properties', {
      'fo:font-family': 'Arial',
      'fo:font-size': '12pt',
      'fo:language': 'en',
      'fo:country': 'GB',
    }),
  );
}

function lookStyle([name, { text, cell, paragraph }]: [string, Look]): string {
  return element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-cell' },
    ...(cell === undefined ? [] : [element('style:table-cell-properties', cell)]),
    ...(paragraph === undefined ? [] : [element('style:paragraph-properties', paragraph)]),
    ...(text === undefined ? [] : [element('style:text-properties', text)]),
  );
}
