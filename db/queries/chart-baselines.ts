import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';

export interface NewChartBaseline {
  measure: string;
  /** First month of the new baseline, YYYY-MM. */
  month: string;
  reason: string;
}

export interface ChartBaseline extends NewChartBaseline {
  id: string;
  createdAt: string;
  createdByName: string | null;
  removedAt: string | null;
  removedByName: string | null;
}

function selectBaselines(db: Db, teamId: string) {
  return db
    .selectFrom('chartBaselines as baseline')
    .leftJoin('users as author', 'author.id', 'baseline.createdBy')
    .leftJoin('users as remover', 'remover.id', 'baseline.removedBy')
    .select([
      'baseline.id',
      'baseline.measure',
      'baseline.month',
      'baseline.reason',
      'baseline.createdAt',
      'baseline.removedAt',
      'author.name as createdByName',
      'remover.name as removedByName',
    ])
    .where('baseline.teamId', '=', teamId);
}

/** New baselines of one chart of a team by month, those taken back among them. */
export async function listChartBaselines(
  db: Db,
  teamId: string,
  measure: string,
): Promise<ChartBaseline[]> {
  return selectBaselines(db, teamId)
    .where('baseline.measure', '=', measure)
    .orderBy('baseline.month')
    .orderBy('baseline.createdAt')
    .orderBy('baseline.id')
    .execute();
}

export async function findChartBaseline(
  db: Db,
  teamId: string,
  id: string,
): Promise<ChartBaseline | undefined> {
  return selectBaselines(db, teamId).where('baseline.id', '=', id).executeTakeFirst();
}

/** Throws StaleVersionError where somebody else has begun a baseline in that month meanwhile. */
export async function insertChartBaseline(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  { measure, month, reason }: NewChartBaseline,
  actor: Actor,
): Promise<string> {
  const known = await selectBaselines(trx, teamId)
    .where('baseline.measure', '=', measure)
    .where('baseline.month', '=', month)
    .where('baseline.removedAt', 'is', null)
    .executeTakeFirst();
  if (known !== undefined) throw new StaleVersionError('chart baseline');
  const id = randomUUID();
  const made = { createdAt: actor.at, createdBy: actor.userId, removedAt: null, removedBy: null };
  await trx
    .insertInto('chartBaselines')
    .values({ id, teamId, measure, month, reason, ...made })
    .execute();
  const detail = { measure, month };
  await record({ action: 'insert', entity: 'chart baseline', entityId: id, teamId, detail });
  return id;
}

/** Takes a new baseline back; the row stays, with who did it and when. Done twice, it is done once. */
export async function undoChartBaseline(
  trx: Trx,
  record: RecordChange,
  teamId: string,
  id: string,
  actor: Actor,
): Promise<void> {
  const result = await trx
    .updateTable('chartBaselines')
    .set({ removedAt: actor.at, removedBy: actor.userId })
    .where('teamId', '=', teamId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const action = result.numUpdatedRows === 1n ? 'undo' : 'undo repeated';
  await record({ action, entity: 'chart baseline', entityId: id, teamId });
}
