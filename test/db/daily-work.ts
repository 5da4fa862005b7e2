import { randomUUID } from 'node:crypto';

import { inChange, type RecordChange, type Trx } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { insertClient, type ClientValues } from '#db/queries/clients.ts';
import { insertEmployer } from '#db/queries/employers.ts';
import { insertSpecialist, type SpecialistValues } from '#db/queries/specialists.ts';

import { addSampleTeam, setUp } from './sample-teams.ts';

export { setUp };

/** A change of the set-up's hand. */
export async function changed<T>(
  db: Db,
  change: (trx: Trx, record: RecordChange) => Promise<T>,
): Promise<T> {
  return inChange(db, setUp, change);
}

export async function addTeam(db: Db, name = `Team ${randomUUID().slice(0, 8)}`): Promise<string> {
  return (await addSampleTeam(db, name)).teamId;
}

export async function addSpecialist(
  db: Db,
  teamId: string,
  facts: Partial<SpecialistValues & { fte: number }> = {},
): Promise<string> {
  const values: SpecialistValues & { fte: number } = {
    name: 'Sam Specialist',
    role: 'employment-specialist',
    userId: null,
    employedFrom: '2024-01-01',
    employedTo: null,
    fte: 1,
    ...facts,
  };
  return changed(db, (trx, record) => insertSpecialist(trx, record, teamId, values));
}

export async function addEmployer(
  db: Db,
  teamId: string,
  name: string,
  postcode: string | null = null,
): Promise<string> {
  const employer = { name, nameKey: name.toLowerCase(), postcode };
  return changed(db, (trx, record) => insertEmployer(trx, record, teamId, employer, setUp.at));
}

export const someClient: ClientValues = {
  reference: 'NGT-0001',
  enrolmentDate: '2026-01-12',
  engagementDate: '2026-01-20',
  substanceGroup: 'Alcohol only',
  sex: 'female',
  ageAtEnrolment: 34,
  treatmentStatus: 'in treatment',
  monthsInTreatment: 4.5,
  monthsEngaged: null,
  deprivationQuintile: 2,
  inWorkAtEnrolment: 'no',
  linkageConsent: 'not-known',
  closedOn: null,
};

export async function addClient(
  db: Db,
  teamId: string,
  facts: Partial<ClientValues> = {},
): Promise<string> {
  const values = { ...someClient, ...facts };
  return changed(db, (trx, record) => insertClient(trx, record, teamId, values, setUp));
}

/** Entries of the audit list about one thing, oldest first. */
export async function auditActions(db: Db, entityId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('auditRecords')
    .select(['action', 'entity'])
    .where('entityId', '=', entityId)
    .orderBy('seq')
    .execute();
  return rows.map(({ action, entity }) => `${action} ${entity}`);
}
