import { rmSync } from 'node:fs';

import { inChange, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listAreaSites } from '#db/queries/linkage-areas.ts';
import {
  findLinkageImport,
  moveLinkageImport,
  type LinkageImport,
  type LinkageImportCounts,
} from '#db/queries/linkage-imports.ts';
import { countedExclusions } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { listSentFor } from '#db/queries/linkage-extracts.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';

import { codedFieldReader, type CodedFieldSecret } from './coded-field.server.ts';
import { cohortRows, type CohortRows } from './cohort-rows.server.ts';
import { endImport } from './end-import.server.ts';
import { progressWriter, removeUploads, writeProblems } from './import-folder.server.ts';
import type { ReturnLayout } from './layouts.ts';
import { getLayout } from './named-layouts.server.ts';
import type { FileProblem, ProblemBook } from './problem-book.ts';
import { readReturn, type ReturnToRead } from './read-return.server.ts';
import { nobodyProblem, statedProblems } from './round-problems.ts';
import { sentProblem } from './sent-problem.ts';
import { writeRound } from './write-round.server.ts';

export interface LinkageImportQuestion {
  importId: string;
  /** Both read and compute all; one of them stops before it writes. */
  step: 'check' | 'write';
  files: ReturnToRead['files'];
  /** Where progress and bad rows are written. */
  folder: string;
  /** null where the thread has it from the check, or the layout needs none. */
  secret: CodedFieldSecret | null;
  userId: string | null;
}

export type LinkageImportAnswer =
  | { status: 'checked' | 'imported'; counts: LinkageImportCounts }
  | { status: 'refused'; total: number; problems: FileProblem[] };

/** Between check and import the secret is in this thread's memory and nowhere else. */
const secrets = new Map<string, CodedFieldSecret>();

/** Checks a return, or imports it: the same work, of which the check keeps nothing. */
export async function linkageImport(
  db: Db,
  question: LinkageImportQuestion,
): Promise<LinkageImportAnswer> {
  const { importId, step, folder, userId } = question;
  const actor = (): Actor => ({ userId, at: new Date().toISOString() });
  const found = await findLinkageImport(db, importId);
  if (found === undefined) throw new Error('linkageImport: there is no such import');
  if (question.secret !== null) secrets.set(importId, question.secret);
  const state = step === 'check' ? 'checking' : 'writing';
  try {
    const progress = progressWriter(folder);
    const prepared = await prepare(db, found, question, progress);
    if (prepared.status === 'refused') {
      const { problems, total } = prepared;
      secrets.delete(importId);
      writeProblems(folder, problems);
      await inChange(db, actor(), (trx, record) =>
        moveLinkageImport(trx, record, importId, { from: state, to: 'refused', errors: total }),
      );
      removeUploads(folder);
      return prepared;
    }
    const { counts } = prepared;
    if (step === 'check') {
      await inChange(db, actor(), (trx, record) =>
        moveLinkageImport(trx, record, importId, { from: state, to: 'checked', counts }),
      );
      return { status: 'checked', counts };
    }
    await writeRound(db, actor, found, prepared, (share) => progress('Writing the round', share));
    end(question);
    return { status: 'imported', counts };
  } catch (error) {
    end(question);
    await endImport(db, actor(), importId, 'failed');
    throw error;
  }
}

/** Neither key nor files outlive an import. */
function end({ importId, folder }: LinkageImportQuestion): void {
  secrets.delete(importId);
  rmSync(folder, { recursive: true, force: true });
}

type Prepared =
  | ({ status: 'good'; counts: LinkageImportCounts } & Pick<CohortRows, 'rows' | 'followUp'>)
  | Extract<LinkageImportAnswer, { status: 'refused' }>;

async function prepare(
  db: Db,
  found: LinkageImport,
  { files }: LinkageImportQuestion,
  progress: (step: string, share: number) => void,
): Promise<Prepared> {
  const layout = await getLayout(db, found.layoutName);
  const areas = await listAreaSites(db);
  const { people, rows, problems, passedOver } = await readReturn({
    files,
    layout,
    totals: {
      people: found.matched,
      employment: found.employmentRows,
      contributions: found.contributionRows,
    },
    linkageDate: found.linkageDate,
    isArea: (name) => areas.has(name),
    openField: openerOf(found.id, layout),
    onProgress: (file, share) => progress(`Reading the file of ${file}`, share),
  });
  const wrongSent = sentProblem(found.sent, await listSentFor(db, found.linkageDate));
  if (wrongSent !== undefined) problems.add(wrongSent);
  for (const problem of statedProblems(found)) problems.add(problem);
  if (problems.total > 0) return refused(problems);
  progress('Working out outcomes', 1);
  const { firstEnrolment, lastEnrolment, linkageDate } = found;
  const rules = { ...followUpRules2025, firstEnrolment, lastEnrolment };
  const hasContributions = files.contributions !== null;
  const cohort = cohortRows(people, { linkageDate, rules, areas, hasContributions });
  const leftOut = countedExclusions(cohort.leftOut);
  const nobody = nobodyProblem(cohort.rows.length, leftOut);
  if (nobody !== undefined) {
    problems.add(nobody);
    return refused(problems);
  }
  const counts: LinkageImportCounts = {
    people: rows.people,
    spells: rows.employment,
    payments: rows.contributions,
    included: cohort.rows.length,
    leftOut: leftOut.map(({ label, count }) => ({ reason: label, count })),
    passedOver,
  };
  return { status: 'good', rows: cohort.rows, followUp: cohort.followUp, counts };
}

function refused({ total, kept }: ProblemBook): Extract<Prepared, { status: 'refused' }> {
  return { status: 'refused', total, problems: kept };
}

function openerOf(importId: string, layout: ReturnLayout): ReturnToRead['openField'] {
  if (layout.groups === 'columns') return () => undefined;
  const secret = secrets.get(importId);
  if (secret === undefined) throw new Error('The key is no longer known: send the files again');
  return codedFieldReader(secret);
}
