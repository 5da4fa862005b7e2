import { element, xmlHead, xmlText } from '../xml.ts';
import type { ZipEntry } from '../zip-files.ts';
import { bulletsXml } from './bullets-xml.ts';
import { wordStylesXml } from './word-styles-xml.ts';

const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Everything in a Word file beside the document itself: kinds of its parts, how they hang together, looks, properties. */
export function packageParts(title: string, date: string): ZipEntry[] {
  return [
    { path: '[Content_Types].xml', text: contentTypesXml() },
    {
      path: '_rels/.rels',
      text: relationsXml([
        [`${office}/officeDocument`, 'word/document.xml'],
        [`${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    },
    { path: 'docProps/core.xml', text: propertiesXml(title, date) },
    {
      path: 'word/_rels/document.xml.rels',
      text: relationsXml([
        [`${office}/styles`, 'styles.xml'],
        [`${office}/numbering`, 'numbering.xml'],
      ]),
    },
    { path: 'word/styles.xml', text: wordStylesXml() },
    { path: 'word/numbering.xml', text: bulletsXml() },
  ];
}

function contentTypesXml(): string {
  const kinds = [
    ['/word/document.xml', `${word}.document.main+xml`],
    ['/word/styles.xml', `${word}.styles+xml`],
    ['/word/numbering.xml', `${word}.numbering+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ] as const;
  const relations = 'application/vnd.openxmlformats-package.relationships+xml';
  return (
    xmlHead +
    element(
      'Types',
      { xmlns: `${packages}/content-types` },
      element('Default', { Extension: 'rels', ContentType: relations }),
      ...kinds.map(([PartName, ContentType]) => element('Override', { PartName, ContentType })),
    )
  );
}

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  return (
    xmlHead +
    element(
      'Relationships',
      { xmlns: `${packages}/relationships` },
      ...relations.map(([Type, Target], place) =>
        element('Relationship', { Id: `rId${place + 1}`, Type, Target }),
      ),
    )
  );
}

function propertiesXml(title: string, date: string): string {
  const day = (name: string) =>
    element(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${date}T00:00:00Z`);
  return (
    xmlHead +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      element('dc:title', {}, xmlText(title)),
      element('dc:language', {}, 'en-GB'),
      day('created'),
      day('modified'),
    )
  );
}
