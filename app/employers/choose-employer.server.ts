import type { RecordChange, Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  findEmployer,
  insertEmployer,
  listEmployers,
  type Employer,
} from '#db/queries/employers.ts';

import { anotherEmployer } from '#app/forms/employer-choice.ts';
import {
  employerMatches,
  employerNameKey,
  employerTypedExactly,
  splitPostcode,
} from './name-matching.ts';

export interface EmployerAnswer {
  employer: string;
  employerName: string;
  isNewEmployer: string;
}

export type EmployerChoice =
  | { kind: 'known'; id: string }
  | { kind: 'new'; name: string; postcode: string | null }
  /** Ask whether the typed one is one of these. */
  | { kind: 'ask'; matches: Employer[] }
  | { kind: 'unknown' };

/** What was chosen or typed, against the employers that the team knows. */
export async function employerChoice(
  db: Db,
  teamId: string,
  { employer, employerName, isNewEmployer }: EmployerAnswer,
): Promise<EmployerChoice> {
  if (employer !== anotherEmployer) {
    const known = await findEmployer(db, teamId, employer);
    return known === undefined ? { kind: 'unknown' } : { kind: 'known', id: known.id };
  }
  if (isNewEmployer !== 'yes') {
    const known = await listEmployers(db, teamId);
    const same = employerTypedExactly(employerName, known);
    if (same !== undefined) return { kind: 'known', id: same.id };
    const matches = employerMatches(employerName, known);
    if (matches.length > 0) return { kind: 'ask', matches };
  }
  return { kind: 'new', ...splitPostcode(employerName) };
}

/** The employer's id inside the change that records something about it; a new one is added first. */
export async function savedEmployerId(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  choice: Extract<EmployerChoice, { kind: 'known' | 'new' }>,
  at: string,
): Promise<string> {
  if (choice.kind === 'known') return choice.id;
  const { name, postcode } = choice;
  const employer = { name, postcode, nameKey: employerNameKey(name) };
  return insertEmployer(trx, record, teamId, employer, at);
}
