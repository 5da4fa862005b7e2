import { randomUUID } from 'node:crypto';

import type { RecordChange, Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { LinkedPeopleTable, LinkedRoundsTable } from '../schema/national.ts';

const entity = 'linked round';

/** A round of which nothing can be read yet. */
export async function insertLinkedRound(
  trx: Trx,
  record: RecordChange,
  values: Omit<LinkedRoundsTable, 'id' | 'state' | 'version'>,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('linkedRounds')
    .values({ id, ...values, state: 'being-written', version: 1 })
    .execute();
  await record({ action: 'insert', entity, entityId: id });
  return id;
}

/**
 * Some people of a round that is being written. There is no audit record here: nobody can read them before the round is
 * made current, and that change has its record.
 */
export async function insertLinkedPeople(
  db: Db,
  rows: readonly LinkedPeopleTable[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('linkedPeople')
      .values([...rows])
      .execute();
  });
}

export async function countLinkedPeople(db: Db, roundId: string): Promise<number> {
  const row = await db
    .selectFrom('linkedPeople')
    .select(({ fn }) => fn.countAll<number | string>().as('people'))
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** The round of a linkage date that is read, if there is one. */
export async function findCurrentRoundOfDay(
  db: Db,
  linkageDate: string,
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('linkedRounds')
    .select(['id', 'name'])
    .where('linkageDate', '=', linkageDate)
    .where('state', '=', 'current')
    .executeTakeFirst();
}

/** A round that is read, by its id. */
export async function findCurrentRound(
  db: Db,
  id: string,
): Promise<Pick<LinkedRoundsTable, 'id' | 'name' | 'linkageDate' | 'version'> | undefined> {
  return db
    .selectFrom('linkedRounds')
    .select(['id', 'name', 'linkageDate', 'version'])
    .where('id', '=', id)
    .where('state', '=', 'current')
    .executeTakeFirst();
}

/** From now on the round is read. */
export async function makeRoundCurrent(trx: Trx, record: RecordChange, id: string): Promise<void> {
  await moveRound(trx, id, 'being-written', 'current');
  await record({ action: 'current', entity, entityId: id });
}

/** From now on nobody reads the round; its people are deleted afterwards, in parts. */
export async function undoRound(trx: Trx, record: RecordChange, id: string): Promise<void> {
  const round = await trx
    .selectFrom('linkedRounds')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await moveRound(trx, id, round.state, 'undone');
  await record({ action: 'undone', entity, entityId: id, detail: { from: round.state } });
}

async function moveRound(
  trx: Trx,
  id: string,
  from: LinkedRoundsTable['state'],
  to: LinkedRoundsTable['state'],
): Promise<void> {
  await trx
    .updateTable('linkedRounds')
    .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow();
}

/** Deletes some people of an undone round; how many. */
export async function deleteLinkedPeople(db: Db, roundId: string, most: number): Promise<number> {
  const result = await db
    .deleteFrom('linkedPeople')
    .where('id', 'in', (eb) =>
      eb.selectFrom('linkedPeople').select('id').where('roundId', '=', roundId).limit(most),
    )
    .where('roundId', 'in', (eb) =>
      eb.selectFrom('linkedRounds').select('id').where('state', '=', 'undone'),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Undone rounds of which there are people still. */
export async function listUndoneRoundsWithPeople(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('linkedRounds as round')
    .select('round.id')
    .where('round.state', '=', 'undone')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('linkedPeople as person')
          .select('person.id')
          .whereRef('person.roundId', '=', 'round.id'),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}
