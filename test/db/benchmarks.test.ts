import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { addBenchmark } from '#app/definitions/add-benchmark.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findBenchmark, listBenchmarkValues, updateBenchmark } from '#db/queries/benchmarks.ts';

import { addUser } from '../application/add-user.ts';
import { addReferenceData } from './sample-teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let actor: { userId: string; at: string };

beforeEach(async () => {
  database = await temporaryDatabase();
  await addReferenceData(database.db);
  actor = { userId: (await addUser(database.db)).id, at: '2026-07-01T10:00:00.000Z' };
});

afterEach(() => database.close());

const value = () => ({
  submissionId: randomUUID(),
  key: 'into-work',
  name: 'Clients into work',
  value: 0.45,
  source: 'A later guidance',
  validFrom: '2027-04-01',
});

async function periods(): Promise<[number, string, string | null][]> {
  const values = await listBenchmarkValues(database.db, 'into-work');
  return values.map((row) => [row.value, row.validFrom, row.validTo]);
}

describe('a new value', () => {
  test('holds from its day on, and the one before ends on the day before', async () => {
    const before = await periods();
    expect(await addBenchmark(database.db, actor, value())).toBeUndefined();
    const [newest, previous, ...older] = await periods();
    expect(newest).toEqual([0.45, '2027-04-01', null]);
    expect(previous).toEqual([0.4, '2024-04-01', '2027-03-31']);
    expect(older).toEqual(before.slice(1));
  });

  test('twice by one form is one value', async () => {
    const added = value();
    await addBenchmark(database.db, actor, added);
    expect(await addBenchmark(database.db, actor, added)).toBeUndefined();
    expect(await periods()).toHaveLength(3);
  });

  test('that begins no later than the newest is refused', async () => {
    const early = { ...value(), validFrom: '2024-04-01' };
    expect(await addBenchmark(database.db, actor, early)).toEqual({
      field: 'validFrom',
      message: 'The first day must be after 1 April 2024, when the value before it begins',
    });
    expect(await periods()).toHaveLength(2);
  });
});

describe('a correction', () => {
  const correct = (id: string, version: number, source: string) =>
    inChange(database.db, actor, (trx, record) =>
      updateBenchmark(trx, record, { id, version }, { source }),
    );

  test('changes the value and keeps what it was in the audit record', async () => {
    const [newest] = await listBenchmarkValues(database.db, 'into-work');
    await correct(newest!.id, 1, 'Corrected source');
    const saved = await findBenchmark(database.db, newest!.id);
    expect(saved).toMatchObject({ source: 'Corrected source', value: 0.4, version: 2 });
    const { detail } = await database.db
      .selectFrom('auditRecords')
      .select('detail')
      .where('entityId', '=', newest!.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail)).toMatchObject({ before: { source: newest!.source, value: 0.4 } });
  });

  test('from an old version is refused', async () => {
    const [newest] = await listBenchmarkValues(database.db, 'into-work');
    await correct(newest!.id, 1, 'First');
    await expect(correct(newest!.id, 1, 'Second')).rejects.toThrow(StaleVersionError);
  });
});
