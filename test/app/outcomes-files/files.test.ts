import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { longCsv, tableCsv } from '#app/outcomes-files/csv-files.ts';
import { releaseFiles } from '#app/outcomes-files/release-files.ts';
import { wordSummary } from '#app/outcomes-files/word/word-summary.ts';
import { odsWorkbook } from '#app/outcomes-files/workbook/ods-workbook.ts';
import { awkwardTable, sampleRelease } from './sample-release.ts';
import { attributesIn, brokenTag, unzipped } from './unzipped.ts';

const summary = [
  { heading: 'Found <here>', paragraphs: ['Why & how'], points: ['One.', 'Two.'], tables: [1] },
];

/** Parts whose tags are not in order, or that hold a character XML 1.0 does not allow. */
function brokenParts(parts: Readonly<Record<string, string>>): string[] {
  return Object.entries(parts)
    .filter(([path]) => path !== 'mimetype')
    .filter(([, text]) => brokenTag(text) !== null || holdsImpossible(text))
    .map(([path]) => path);
}

function holdsImpossible(text: string): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0)!;
    return (code < 0x20 && !'\t\n\r'.includes(character)) || (code | 1) === 0xffff;
  });
}

describe('the workbook', () => {
  const bytes = odsWorkbook(sampleRelease);
  const parts = unzipped(bytes);
  const content = parts['content.xml']!;
  const sheets = content.split('<table:table ').slice(1);

  it('begins with its kind, not packed, where a program looks for it', () => {
    const head = Buffer.from(bytes.subarray(0, 84)).toString('latin1');
    expect(head.slice(0, 4)).toBe('PK\x03\x04');
    expect(head.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/);
    expect(attributesIn(parts['META-INF/manifest.xml']!, 'manifest:full-path')).toEqual(
      expect.arrayContaining([
        '/',
        ...Object.keys(parts).filter((path) => /^\w+\.xml$/.test(path)),
      ]),
    );
  });

  it('has cover, contents, notes, then one table a sheet', () => {
    expect(sheets.map((sheet) => attributesIn(` ${sheet}`, 'table:name')[0])).toEqual([
      ...['Cover', 'Contents', 'Notes', 'Table_1', 'Table_2'],
    ]);
    expect(attributesIn(sheets[1]!, 'xlink:href')).toEqual(['#Notes', '#Table_1', '#Table_2']);
    expect(sheets[3]).toContain('Jobs &lt;by&gt; &quot;group&quot; &amp; site');
    expect(sheets[3]).toContain('Read it with [note 1] [note 2].');
    expect(sheets[4]).toContain('Read it with [note 2].');
  });

  it('marks the names of the columns, and the cells of each table', () => {
    expect(sheets.map((sheet) => sheet.split('<table:table-header-rows>').length - 1)).toEqual([
      ...[0, 1, 1, 1, 1],
    ]);
    expect(attributesIn(content, 'table:target-range-address')).toEqual([
      ...['Contents.A3:Contents.B6', 'Notes.A3:Notes.B8'],
      ...['Table_1.A6:Table_1.E9', 'Table_2.A6:Table_2.E9'],
    ]);
    expect(attributesIn(content, 'table:contains-header')).toEqual(Array(4).fill('true'));
  });

  it('has no merged, empty or repeated cells and no formula', () => {
    expect(content).not.toMatch(
      /spanned|covered|repeated|table:formula|<text:p\/>|<text:p><\/text:p>/,
    );
    expect(content).toContain('=HYPERLINK(&quot;x&quot;)');
  });

  it('keeps numbers as numbers and hidden cells as shorthand', () => {
    expect(attributesIn(sheets[3]!, 'office:value')).toEqual([
      ...['1234', '0.57', '12.345', '-1234.5', '0', '0', '1', '1e-9'],
    ]);
    expect(sheets[3]!.match(/<text:p>\[[cxz]\]<\/text:p>/g)).toHaveLength(4);
    expect(sheets[3]).toContain('<text:p>57.0%</text:p>');
    expect(sheets[3]).toContain('<text:p>-£1,234.50</text:p>');
  });

  it('is well-formed whatever the texts, in British English', () => {
    expect(brokenParts(parts)).toEqual([]);
    expect(content).toContain('bell \uFFFD half \uFFFD end');
    expect(content).toContain('two<text:s/> spaces<text:tab/>and<text:line-break/>a line');
    expect(parts['styles.xml']).toContain('fo:language="en" fo:country="GB"');
    expect(parts['meta.xml']).toContain('<dc:language>en-GB</dc:language>');
  });
});

describe('the summary', () => {
  const parts = unzipped(wordSummary(sampleRelease, summary));
  const document = parts['word/document.xml']!;

  it('has headings to step through, a list, and a table whose first row is marked', () => {
    expect(attributesIn(document, 'w:val').filter((name) => /^(Title|Heading)/.test(name))).toEqual(
      [...['Title', 'Heading1', 'Heading2', 'Heading1']],
    );
    expect(document.split('w:val="ListBullet"')).toHaveLength(3);
    expect(document.split('<w:tblHeader/>')).toHaveLength(2);
    expect(document.split('<w:tr>')).toHaveLength(5);
    expect(document).toContain('Found &lt;here&gt;');
    expect(document).toContain('Figures as at 1 December 2024');
  });

  it('is well-formed, in British English, and names every one of its parts', () => {
    expect(brokenParts(parts)).toEqual([]);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(attributesIn(parts['[Content_Types].xml']!, 'PartName').sort()).toEqual(
      Object.keys(parts)
        .filter((path) => path.endsWith('.xml') && !path.startsWith('['))
        .map((path) => `/${path}`)
        .sort(),
    );
  });

  it('refuses a table that the release has not', () => {
    expect(() => wordSummary(sampleRelease, [{ ...summary[0]!, tables: [9] }])).toThrow(
      'no table 9',
    );
  });
});

describe('the CSV files', () => {
  const read = (text: string) => parse(text, { bom: true });

  it('hold one table each, with nothing that a spreadsheet would run', () => {
    expect(read(tableCsv(awkwardTable))).toEqual([
      ['Group', 'Clients', 'Share', 'Days', 'Tax'],
      [`'=HYPERLINK("x")`, '1234', '57', '12.345', '-1234.5'],
      ['two  spaces\tand\na line', '[c]', '[c]', '[x]', '0'],
      ['bell \u0007 half \uFFFD end', '0', '100', '0.000000001', '[z]'],
    ]);
  });

  it('hold every figure of every table once in the long one, a value or a shorthand', () => {
    const [header, ...lines] = read(longCsv(sampleRelease));
    expect(header).toEqual([
      ...['table', 'title', 'base', 'row', 'label', 'measure', 'kind', 'value', 'shorthand'],
    ]);
    expect(lines).toHaveLength(2 * 3 * 4);
    expect(lines[1]!.slice(3)).toEqual(['1', `'=HYPERLINK("x")`, 'Share', 'percent', '57', '']);
    expect(lines[4]!.slice(5)).toEqual(['Clients', 'count', '', '[c]']);
    expect(lines.every((line) => (line[7] === '') !== (line[8] === ''))).toBe(true);
  });
});

describe('all files of a release', () => {
  it('are the same for the same input, wherever the machine stands', () => {
    const zone = process.env.TZ;
    const made = ['UTC', 'Pacific/Auckland'].map((timeZone) => {
      process.env.TZ = timeZone;
      return releaseFiles('round', sampleRelease, summary);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(made[0]!.map(({ name }) => name)).toEqual([
      ...['round.ods', 'round-summary.docx', 'round-all-figures.csv'],
      ...['round-table-1.csv', 'round-table-2.csv'],
    ]);
    expect(made[1]).toEqual(made[0]);
  });

  it('differ with the day of the release', () => {
    const other = odsWorkbook({ ...sampleRelease, date: '2025-06-01' });
    expect(other).not.toEqual(odsWorkbook(sampleRelease));
  });
});
