import { randomUUID } from 'node:crypto';

import { StaleVersionError, type RecordChange, type Trx } from '../audit/change.ts';
import type { Db } from '../connection/open-database.ts';
import type { Benchmark } from './dated-data.ts';

export async function findBenchmark(db: Db, benchmarkId: string): Promise<Benchmark | undefined> {
  return db.selectFrom('benchmarks').selectAll().where('id', '=', benchmarkId).executeTakeFirst();
}

/** The values of one benchmark, newest first. */
export async function listBenchmarkValues(db: Db, key: string): Promise<Benchmark[]> {
  return db
    .selectFrom('benchmarks')
    .selectAll()
    .where('key', '=', key)
    .orderBy('validFrom', 'desc')
    .execute();
}

/** Adds a value; `previous` is the one it follows, which ends on `previousTo` and stays. */
export async function insertBenchmarkValue(
  trx: Trx,
  record: RecordChange,
  values: Omit<Benchmark, 'id' | 'version'>,
  previous: { id: string; version: number; validTo: string | null },
): Promise<string> {
  const id = randomUUID();
  await updateBenchmark(trx, record, previous, { validTo: previous.validTo });
  await trx
    .insertInto('benchmarks')
    .values({ id, ...values, version: 1 })
    .execute();
  const { key, value, validFrom } = values;
  const detail = { key, value, validFrom };
  await record({ action: 'insert', entity: 'benchmark', entityId: id, detail });
  return id;
}

export type BenchmarkCorrection = Pick<Benchmark, 'name' | 'value' | 'source' | 'validTo'>;

/** Corrects a value; what it was stays in the audit record. */
export async function updateBenchmark(
  trx: Trx,
  record: RecordChange,
  { id, version }: { id: string; version: number },
  values: Partial<BenchmarkCorrection>,
): Promise<void> {
  const before = await findBenchmark(trx, id);
  const { numUpdatedRows } = await trx
    .updateTable('benchmarks')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (before === undefined || numUpdatedRows === 0n) throw new StaleVersionError('benchmark');
  const { name, value, source, validTo } = before;
  const detail = { fields: Object.keys(values), before: { name, value, source, validTo } };
  await record({ action: 'update', entity: 'benchmark', entityId: id, detail });
}
