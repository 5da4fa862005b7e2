import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { releaseFiles } from '#app/outcomes-files/release-files.ts';
import type { FollowedReport } from '#scoring/outcomes/report/outcomes-report.ts';
import { UnusableData } from '../command/errors.ts';
import type { NamedCohort } from './client-outcomes.ts';
import { clientsCsv } from './clients-csv.ts';
import type { OutcomesQuestion } from './outcomes-options.ts';
import { outcomesRelease, outcomesSummary } from './outcomes-release.ts';

/** Writes workbook, summary and CSV files into a folder, over those of an earlier run; the names of what was written. */
export async function writeOutcomesFiles(
  folder: string,
  cohort: NamedCohort,
  report: FollowedReport,
  question: OutcomesQuestion,
  about: readonly string[],
): Promise<string[]> {
  const release = outcomesRelease(cohort, report, question, about);
  const files = [
    ...releaseFiles('outcomes', release, outcomesSummary(report, release)),
    ...(question.clients ? [{ name: 'outcomes-clients.csv', bytes: clientsCsv(cohort) }] : []),
  ];
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new UnusableData(`--out ${folder} cannot be written to: ${String(error.code)}`);
    }
    throw error;
  }
  return files.map(({ name }) => name);
}
