import { releaseNotes } from '../release-notes.ts';
import type { Release } from '../release-table.ts';
import { requireRelease } from '../require-release.ts';
import { element, xmlHead, xmlText } from '../xml.ts';
import { zipFiles } from '../zip-files.ts';
import { contentXml } from './content-xml.ts';
import { contentsSheet, coverSheet, notesSheet } from './front-sheets.ts';
import { namespaces } from './namespaces.ts';
import { stylesXml } from './styles-xml.ts';
import { tableSheet } from './table-sheet.ts';

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
const manifestNamespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

/**
 * A release as an OpenDocument workbook, laid out as the UK government's guidance on releasing statistics in spreadsheets
 * asks for: cover, contents and notes, one table a worksheet beginning in A1, marked header rows, no merged or blank cells.
 */
export function odsWorkbook(release: Release): Uint8Array {
  requireRelease(release);
  const notes = releaseNotes(release);
  const sheets = [
    coverSheet(release),
    contentsSheet(release),
    notesSheet(notes),
    ...release.tables.map((table) => tableSheet(table, notes)),
  ];
  return zipFiles(
    [
      { path: 'mimetype', text: mediaType, isStored: true },
      { path: 'META-INF/manifest.xml', text: manifestXml() },
      { path: 'content.xml', text: contentXml(sheets) },
      { path: 'styles.xml', text: stylesXml() },
      { path: 'meta.xml', text: metaXml(release) },
    ],
    release.date,
  );
}

function manifestXml(): string {
  const entry = (path: string, type: string) =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': type });
  return (
    xmlHead +
    element(
      'manifest:manifest',
      { 'xmlns:manifest': manifestNamespace, 'manifest:version': '1.3' },
      entry('/', mediaType),
      ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    )
  );
}

function metaXml({ title, date }: Release): string {
  const day = `${date}T00:00:00`;
  return (
    xmlHead +
    element(
      'office:document-meta',
      namespaces,
      element(
        'office:meta',
        {},
        element('dc:title', {}, xmlText(title)),
        element('dc:language', {}, 'en-GB'),
        element('meta:creation-date', {}, day),
        element('dc:date', {}, day),
      ),
    )
  );
}
