import { randomUUID } from 'node:crypto';

import { StaleVersionError, type Actor, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { LinkageLayoutsTable } from '../schema/linkage.ts';

export type LinkageLayoutRow = Omit<LinkageLayoutsTable, 'createdBy'> & {
  createdByName: string | null;
};

const entity = 'linkage layout';

function layoutsWithNames(db: Db) {
  return db
    .selectFrom('linkageLayouts as layout')
    .leftJoin('users as maker', 'maker.id', 'layout.createdBy')
    .select([
      'layout.id',
      'layout.name',
      'layout.layout',
      'layout.createdAt',
      'layout.retiredAt',
      'layout.version',
      'maker.name as createdByName',
    ]);
}

/** By name, retired ones too. */
export async function listLinkageLayouts(db: Db): Promise<LinkageLayoutRow[]> {
  return layoutsWithNames(db).orderBy('layout.name').execute();
}

export async function findLinkageLayout(
  db: Db,
  name: string,
): Promise<LinkageLayoutRow | undefined> {
  return layoutsWithNames(db).where('layout.name', '=', name).executeTakeFirst();
}

/** Layouts are added and never changed: an import names the one it was read by. */
export async function insertLinkageLayout(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  { name, layout }: { name: string; layout: string },
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('linkageLayouts')
    .values({
      ...{ id, name, layout, createdAt: actor.at, createdBy: actor.userId },
      ...{ retiredAt: null, version: 1 },
    })
    .execute();
  await record({ action: 'insert', entity, entityId: id });
  return id;
}

/** From now on no new return is read by this layout. Its name stays taken. */
export async function retireLinkageLayout(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const result = await trx
    .updateTable('linkageLayouts')
    .set({ retiredAt: actor.at, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new StaleVersionError(entity);
  await record({ action: 'retired', entity, entityId: id });
}
