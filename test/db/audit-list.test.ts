import { afterEach, beforeEach, expect, test } from 'vitest';

import { auditChainState } from '#app/administration/audit-chain.server.ts';
import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import { inChange } from '#db/audit/change.ts';
import {
  countAuditRecords,
  listAuditedEntities,
  listAuditRecords,
} from '#db/queries/audit-list.ts';

import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await temporaryDatabase();
});

afterEach(() => database.close());

async function record(at: string, entity: string, times = 1): Promise<void> {
  await inChange(database.db, { userId: null, at }, async (_trx, write) => {
    for (let i = 0; i < times; i += 1) await write({ action: 'insert', entity, entityId: 'x' });
  });
}

const everything = { entity: undefined, from: undefined, before: undefined };

test('records are found by kind and by day of Greenwich time, newest first', async () => {
  await record('2026-06-30T23:59:59.000Z', 'team');
  await record('2026-07-01T00:00:00.000Z', 'user');
  await record('2026-07-01T23:59:59.999Z', 'team');
  await record('2026-07-02T00:00:00.000Z', 'team');
  const day = { entity: undefined, from: '2026-07-01', before: '2026-07-02' };
  const rows = await listAuditRecords(database.db, { ...day, limit: 10, offset: 0 });
  expect(rows.map(({ seq }) => seq)).toEqual([3, 2]);
  expect(await countAuditRecords(database.db, { ...everything, entity: 'team' })).toBe(3);
  expect(await countAuditRecords(database.db, { ...day, entity: 'team' })).toBe(1);
  expect(await listAuditedEntities(database.db)).toEqual(['team', 'user']);
});

test('a visit checks the newest thousand, all when asked', async () => {
  await record('2026-07-01T00:00:00.000Z', 'team', 1200);
  const some = await auditChainState(database.db, { all: false });
  expect(some).toEqual({ records: 1200, checked: 1000, broken: null });
  const all = await auditChainState(database.db, { all: true });
  expect(all).toEqual({ records: 1200, checked: 1200, broken: null });
});

test('a forged record is found wherever the check begins', async () => {
  await record('2026-07-01T00:00:00.000Z', 'team', 30);
  const { db } = database;
  expect(await findBrokenAuditRecord(db, 10)).toBeUndefined();
  const { hash } = await db
    .selectFrom('auditRecords')
    .select('hash')
    .where('seq', '=', 30)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('auditRecords')
    .values({
      seq: 31,
      at: '2026-07-02T00:00:00.000Z',
      actorId: null,
      action: 'insert',
      entity: 'team',
      entityId: 'forged',
      teamId: null,
      detail: '{}',
      previousHash: hash,
      hash: 'not its hash',
    })
    .execute();
  expect(await findBrokenAuditRecord(db)).toBe(31);
  expect(await findBrokenAuditRecord(db, 20)).toBe(31);
  expect(await findBrokenAuditRecord(db, 31)).toBe(31);
});

test('an empty record is whole', async () => {
  const state = await auditChainState(database.db, { all: false });
  expect(state).toEqual({ records: 0, checked: 0, broken: null });
});
