import { dayInWords } from '../day-in-words.ts';
import { marksOf, releaseNotes } from '../release-notes.ts';
import type { Release, ReleaseTable } from '../release-table.ts';
import { requireRelease } from '../require-release.ts';
import { zipFiles } from '../zip-files.ts';
import { documentXml, heading, listItem, paragraph, tableXml } from './document-xml.ts';
import { packageParts } from './package-parts.ts';

/** What the summary says in words, under a heading. */
export interface SummarySection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Sentences of a list; none where there is nothing to list. */
  readonly points: readonly string[];
  /** Numbers of the tables printed under it. */
  readonly tables: readonly number[];
}

/** A release as a Word document: what it is, what was found, and those of its tables that a reader wants on paper. */
export function wordSummary(release: Release, sections: readonly SummarySection[]): Uint8Array {
  requireRelease(release);
  const { title, date, about, tables } = release;
  const notes = releaseNotes(release);
  const find = (number: number): ReleaseTable => {
    const found = tables[number - 1];
    if (found === undefined) throw new RangeError(`the release has no table ${number}`);
    return found;
  };
  const body = [
    heading(0, title),
    paragraph(`Figures as at ${dayInWords(date)}`),
    ...about.map(paragraph),
    ...sections.flatMap((section) => [
      heading(1, section.heading),
      ...section.paragraphs.map(paragraph),
      ...section.points.map(listItem),
      ...section.tables.map(find).flatMap((table) => {
        const marks = marksOf(notes, table.notes).join(' ');
        return [
          heading(2, `Table ${table.number}: ${table.title}`),
          paragraph(`Base: ${table.base}${marks === '' ? '' : `. Read it with ${marks}`}`),
          tableXml(table),
          paragraph(`Method: ${table.method}`),
        ];
      }),
    ]),
    heading(1, 'Notes and shorthand'),
    ...notes.map(({ mark, text }) => paragraph(`${mark} ${text}`)),
  ];
  return zipFiles(
    [...packageParts(title, date), { path: 'word/document.xml', text: documentXml(body) }],
    date,
  );
}
