import { longCsv, tableCsv } from './csv-files.ts';
import type { Release } from './release-table.ts';
import { requireRelease } from './require-release.ts';
import { wordSummary, type SummarySection } from './word/word-summary.ts';
import { odsWorkbook } from './workbook/ods-workbook.ts';

export interface ReleaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All files of a release: workbook, summary, every figure in one CSV file, and a CSV file for each table. */
export function releaseFiles(
  name: string,
  release: Release,
  summary: readonly SummarySection[],
): ReleaseFile[] {
  requireRelease(release);
  const encoder = new TextEncoder();
  const digits = String(release.tables.length).length;
  return [
    { name: `${name}.ods`, bytes: odsWorkbook(release) },
    { name: `${name}-summary.docx`, bytes: wordSummary(release, summary) },
    { name: `${name}-all-figures.csv`, bytes: encoder.encode(longCsv(release)) },
    ...release.tables.map((table) => ({
      name: `${name}-table-${String(table.number).padStart(digits, '0')}.csv`,
      bytes: encoder.encode(tableCsv(table)),
    })),
  ];
}
