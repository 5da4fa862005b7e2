import { element, xmlHead } from '../xml.ts';
import { bulletList } from './bullets-xml.ts';
import { wordNamespace } from './document-xml.ts';

interface ParagraphLook {
  readonly id: string;
  readonly name: string;
  /** Half points. */
  readonly size: number;
  readonly isBold?: boolean;
  /** Space before and after, in twentieths of a point. */
  readonly space: readonly [before: number, after: number];
  /** Where it stands in the outline that a screen reader steps through, from 0. */
  readonly outline?: number;
  readonly isListed?: boolean;
}

/** How far the items of a list stand in, in twentieths of a point. */
const INDENT = 360;

const looks: readonly ParagraphLook[] = [
  { id: 'Title', name: 'Title', size: 40, isBold: true, space: [0, 240] },
  { id: 'Heading1', name: 'heading 1', size: 32, isBold: true, space: [360, 120], outline: 0 },
  { id: 'Heading2', name: 'heading 2', size: 26, isBold: true, space: [280, 100], outline: 1 },
  { id: 'BodyText', name: 'Body Text', size: 24, space: [60, 120] },
  { id: 'ListBullet', name: 'List Bullet', size: 24, space: [0, 80], isListed: true },
  { id: 'TableHeader', name: 'Table Header', size: 20, isBold: true, space: [40, 40] },
  { id: 'TableText', name: 'Table Text', size: 20, space: [30, 30] },
];

const value = (text: string | number) => ({ 'w:val': text });

/** The looks of a summary: Arial in British English. */
export function wordStylesXml(): string {
  return (
    xmlHead +
    element('w:styles', wordNamespace, defaults(), ...looks.map(paragraphStyle), tableStyle())
  );
}

function defaults(): string {
  const fonts = element('w:rFonts', { 'w:ascii': 'Arial', 'w:hAnsi': 'Arial', 'w:cs': 'Arial' });
  const language = element('w:lang', value('en-GB'));
  return element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, fonts, language)),
  );
}

function paragraphStyle({
  id,
  name,
  size,
  isBold,
  space,
  outline,
  isListed,
}: ParagraphLook): string {
  const [before, after] = space;
  const paragraph = [
    ...(outline === undefined ? [] : [element('w:keepNext', {})]),
    ...(isListed === true ? [element('w:numPr', {}, element('w:numId', value(bulletList)))] : []),
    element('w:spacing', { 'w:before': before, 'w:after': after }),
    ...(isListed === true ? [element('w:ind', { 'w:left': INDENT, 'w:hanging': INDENT })] : []),
    ...(outline === undefined ? [] : [element('w:outlineLvl', value(outline))]),
  ];
  const text = [...(isBold === true ? [element('w:b', {})] : []), element('w:sz', value(size))];
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    element('w:name', value(name)),
    element('w:pPr', {}, ...paragraph),
    element('w:rPr', {}, ...text),
  );
}

function tableStyle(): string {
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '808080' };
  const borders = ['top', 'bottom', 'insideH'].map((side) => element(`w:${side}`, line));
  return element(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'ReleaseTable' },
    element('w:name', value('Release Table')),
    element('w:tblPr', {}, element('w:tblBorders', {}, ...borders)),
  );
}
