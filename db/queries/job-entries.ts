import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import { changedFields } from '../audit/changed-fields.ts';
import type { Db } from '../connection/open-database.ts';
import type { YesNoNotKnown } from '../schema/work.ts';

export interface JobEntryValues {
  /** null for self-employment. */
  employerId: string | null;
  startDate: string;
  endDate: string | null;
  hoursPerWeek: number | null;
  fourHoursDone: YesNoNotKnown;
  jobType: string;
  permanent: YesNoNotKnown;
  evidence: 'none' | 'provider-evidenced';
  evidencedOn: string | null;
}

export interface JobEntry extends JobEntryValues {
  id: string;
  employerName: string | null;
  version: number;
}

function selectJobEntries(db: Db, teamId: string, clientId: string) {
  return db
    .selectFrom('jobEntries as job')
    .leftJoin('employers as employer', 'employer.id', 'job.employerId')
    .select([
      'job.id',
      'job.employerId',
      'employer.name as employerName',
      'job.startDate',
      'job.endDate',
      'job.hoursPerWeek',
      'job.fourHoursDone',
      'job.jobType',
      'job.permanent',
      'job.evidence',
      'job.evidencedOn',
      'job.version',
    ])
    .where('job.teamId', '=', teamId)
    .where('job.clientId', '=', clientId);
}

/** Newest start first. */
export async function listJobEntries(
  db: Db,
  teamId: string,
  clientId: string,
): Promise<JobEntry[]> {
  return selectJobEntries(db, teamId, clientId)
    .orderBy('job.startDate', 'desc')
    .orderBy('job.id')
    .execute();
}

export async function findJobEntry(
  db: Db,
  teamId: string,
  clientId: string,
  id: string,
): Promise<JobEntry | undefined> {
  return selectJobEntries(db, teamId, clientId).where('job.id', '=', id).executeTakeFirst();
}

export async function insertJobEntry(
  trx: Trx,
  record: RecordChange,
  { teamId, clientId }: { teamId: string; clientId: string },
  values: JobEntryValues,
  actor: Actor,
): Promise<string> {
  const id = randomUUID();
  const written = { createdAt: actor.at, createdBy: actor.userId, version: 1 };
  await trx
    .insertInto('jobEntries')
    .values({ id, teamId, clientId, ...values, ...written })
    .execute();
  const detail = { evidence: values.evidence };
  await record({ action: 'insert', entity: 'job entry', entityId: id, teamId, detail });
  return id;
}

export async function updateJobEntry(
  trx: Trx,
  record: RecordChange,
  { teamId, clientId }: { teamId: string; clientId: string },
  { id, version, values }: { id: string; version: number; values: JobEntryValues },
): Promise<void> {
  const before = await findJobEntry(trx, teamId, clientId, id);
  const result = await trx
    .updateTable('jobEntries')
    .set({ ...values, version: version + 1 })
    .where('teamId', '=', teamId)
    .where('clientId', '=', clientId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError('job entry');
  const detail = { fields: changedFields(before, values), evidence: values.evidence };
  await record({ action: 'update', entity: 'job entry', entityId: id, teamId, detail });
}
