import { element, xmlHead } from '../xml.ts';
import { wordNamespace } from './document-xml.ts';

/** The one kind of list there is; paragraphs of the look ListBullet belong to it. */
export const bulletList = 1;

/** Marks the items of a list as such, which a sign typed before them would not. */
export function bulletsXml(): string {
  const value = (text: string | number) => ({ 'w:val': text });
  const level = element(
    'w:lvl',
    { 'w:ilvl': 0 },
    element('w:start', value(1)),
    element('w:numFmt', value('bullet')),
    element('w:lvlText', value('\u2022')),
    element('w:lvlJc', value('left')),
  );
  return (
    xmlHead +
    element(
      'w:numbering',
      wordNamespace,
      element('w:abstractNum', { 'w:abstractNumId': 0 }, level),
      element('w:num', { 'w:numId': bulletList }, element('w:abstractNumId', value(0))),
    )
  );
}
