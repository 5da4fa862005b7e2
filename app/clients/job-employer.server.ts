import {
  employerChoice,
  savedEmployerId,
  type EmployerAnswer,
  type EmployerChoice,
} from '#app/employers/choose-employer.server.ts';
import { noEmployer } from '#app/forms/job-entry.ts';
import type { RecordChange, Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findEmployer } from '#db/queries/employers.ts';

/** As any employer's choice, with self-employment in addition. */
export type JobEmployer = EmployerChoice | { kind: 'none' };

export async function jobEmployer(
  db: Db,
  teamId: string,
  answer: EmployerAnswer,
): Promise<JobEmployer> {
  if (answer.employer === noEmployer.value) return { kind: 'none' };
  return employerChoice(db, teamId, answer);
}

export type SettledEmployer = Extract<JobEmployer, { kind: 'known' | 'new' | 'none' }>;

export async function savedJobEmployerId(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  employer: SettledEmployer,
  at: string,
): Promise<string | null> {
  return employer.kind === 'none' ? null : savedEmployerId(trx, record, teamId, employer, at);
}

/** The employer's name in words, for the page that shows two versions. */
export async function employerNameOf(
  db: Db,
  teamId: string,
  employer: SettledEmployer,
): Promise<string | null> {
  if (employer.kind === 'none') return null;
  if (employer.kind === 'new') return employer.name;
  return (await findEmployer(db, teamId, employer.id))?.name ?? null;
}
