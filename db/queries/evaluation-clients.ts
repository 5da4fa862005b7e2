import { randomUUID } from 'node:crypto';

import type { RecordChange, Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { EvaluationClientsTable } from '../schema/national.ts';

/** A client of the evaluation cohort without identifier: none is kept from a file. */
export type NewEvaluationClient = Omit<EvaluationClientsTable, 'id'>;

export async function listEvaluationTeamNames(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('evaluationTeams').select(['id', 'name']).orderBy('name').execute();
}

export async function countEvaluationClients(db: Db): Promise<number> {
  const row = await db
    .selectFrom('evaluationClients')
    .select(({ fn }) => fn.countAll<number | string>().as('clients'))
    .executeTakeFirstOrThrow();
  return Number(row.clients);
}

/** How many clients there are, how many started a job, and of how many of those it is evidenced that they held it for 13 weeks. */
export async function countEvidencedStarts(
  db: Db,
): Promise<{ clients: number; started: number; sustained: number }> {
  const row = await db
    .selectFrom('evaluationClients')
    .select(({ fn }) => [
      fn.countAll<number | string>().as('clients'),
      fn.sum<number | string | null>('jobStart').as('started'),
      fn
        .sum<number | string | null>('sustained13Weeks')
        .filterWhere('jobStart', '=', 1)
        .as('sustained'),
    ])
    .executeTakeFirstOrThrow();
  return {
    clients: Number(row.clients),
    started: Number(row.started ?? 0),
    sustained: Number(row.sustained ?? 0),
  };
}

/** Hours a week of every job started; null where not recorded. */
export async function listEvaluationHours(db: Db): Promise<(number | null)[]> {
  const rows = await db
    .selectFrom('evaluationClients')
    .select('hoursPerWeek')
    .where('jobStart', '=', 1)
    .execute();
  return rows.map(({ hoursPerWeek }) => hoursPerWeek);
}

/** SQLite takes a limited number of values in one statement. */
const rowsAStatement = 200;

/** The cohort is one study: a new file takes the place of all its clients. */
export async function replaceEvaluationClients(
  trx: Trx,
  record: RecordChange,
  clients: readonly NewEvaluationClient[],
): Promise<void> {
  const removed = await countEvaluationClients(trx);
  await trx.deleteFrom('evaluationClients').execute();
  for (let from = 0; from < clients.length; from += rowsAStatement) {
    const part = clients.slice(from, from + rowsAStatement);
    await trx
      .insertInto('evaluationClients')
      .values(part.map((client) => ({ id: randomUUID(), ...client })))
      .execute();
  }
  const detail = { removed, inserted: clients.length };
  await record({ action: 'import', entity: 'evaluation cohort', entityId: 'all', detail });
}
