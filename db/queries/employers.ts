import { randomUUID } from 'node:crypto';

import type { RecordChange, Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';

/** Employers belong to a team: another team's employer answers like one that does not exist. */
export interface Employer {
  id: string;
  name: string;
  postcode: string | null;
}

export interface NewEmployer {
  name: string;
  nameKey: string;
  postcode: string | null;
}

export async function listEmployers(db: Db, teamId: string): Promise<Employer[]> {
  return db
    .selectFrom('employers')
    .select(['id', 'name', 'postcode'])
    .where('teamId', '=', teamId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function findEmployer(
  db: Db,
  teamId: string,
  id: string,
): Promise<Employer | undefined> {
  return db
    .selectFrom('employers')
    .select(['id', 'name', 'postcode'])
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** As far back as "lately" goes; without it a team's whole history would be sorted for every form. */
const newestContacts = 100;

/** Employers with the newest contacts, of one specialist or of the whole team, among their last 100 contacts. */
export async function listRecentEmployers(
  db: Db,
  teamId: string,
  { specialistId, limit }: { specialistId?: string | undefined; limit: number },
): Promise<Employer[]> {
  let newest = db
    .selectFrom('employerContacts')
    .select(['employerId', 'contactDate', 'createdAt'])
    .where('teamId', '=', teamId)
    .where('undoneAt', 'is', null)
    .orderBy('contactDate', 'desc')
    .orderBy('createdAt', 'desc')
    .limit(newestContacts);
  if (specialistId !== undefined) newest = newest.where('specialistId', '=', specialistId);
  return db
    .selectFrom(newest.as('contact'))
    .innerJoin('employers as employer', 'employer.id', 'contact.employerId')
    .select(['employer.id', 'employer.name', 'employer.postcode'])
    .groupBy(['employer.id', 'employer.name', 'employer.postcode'])
    .orderBy(({ fn }) => fn.max('contact.contactDate'), 'desc')
    .orderBy(({ fn }) => fn.max('contact.createdAt'), 'desc')
    .orderBy('employer.id')
    .limit(limit)
    .execute();
}

export async function insertEmployer(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  employer: NewEmployer,
  createdAt: string,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('employers')
    .values({ id, teamId, ...employer, createdAt })
    .execute();
  await record({ action: 'insert', entity: 'employer', entityId: id, teamId });
  return id;
}
