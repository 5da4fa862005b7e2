import { randomUUID } from 'node:crypto';

import type { Actor, RecordChange, Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { LinkageLayoutsTable } from '../schema/linkage.ts';

export type LinkageLayoutRow = Pick<LinkageLayoutsTable, 'id' | 'name' | 'layout' | 'createdAt'>;

const columns = ['id', 'name', 'layout', 'createdAt'] as const;

export async function listLinkageLayouts(db: Db): Promise<LinkageLayoutRow[]> {
  return db.selectFrom('linkageLayouts').select(columns).orderBy('name').execute();
}

export async function findLinkageLayout(
  db: Db,
  name: string,
): Promise<LinkageLayoutRow | undefined> {
  return db
    .selectFrom('linkageLayouts')
    .select(columns)
    .where('name', '=', name)
    .executeTakeFirst();
}

/** Layouts are added and never changed: an import names the one it was read by. */
export async function insertLinkageLayout(
  trx: Trx,
  record: RecordChange,
  actor: Actor,
  { name, layout }: { name: string; layout: string },
): Promise<void> {
  const id = randomUUID();
  await trx
    .insertInto('linkageLayouts')
    .values({ id, name, layout, createdAt: actor.at, createdBy: actor.userId })
    .execute();
  await record({ action: 'insert', entity: 'linkage layout', entityId: id });
}
