import type { Db } from '../connection/open-database.ts';

export interface StoredDefinition {
  key: string;
  validFrom: string;
  validTo: string | null;
  /** JSON of a JobEntryDefinition. */
  definition: string;
}

/** Every job-entry definition, each key's versions in order of time. */
export async function listJobEntryDefinitions(db: Db): Promise<StoredDefinition[]> {
  return db
    .selectFrom('jobEntryDefinitions')
    .select(['key', 'validFrom', 'validTo', 'definition'])
    .orderBy('key')
    .orderBy('validFrom')
    .execute();
}

export interface Benchmark {
  id: string;
  key: string;
  name: string;
  value: number;
  unit: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  version: number;
}

/** Every benchmark, the newest of each key first. */
export async function listBenchmarks(db: Db): Promise<Benchmark[]> {
  return db
    .selectFrom('benchmarks')
    .selectAll()
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .execute();
}

/** The value of a dated setting on a day, as the JSON text it is stored in. */
export async function findSetting(db: Db, key: string, day: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('datedSettings')
    .select('value')
    .where('key', '=', key)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.value;
}

export interface DatedSettingRow {
  key: string;
  validFrom: string;
  /** JSON. */
  value: string;
  note: string;
}

/** Every setting, the newest value of each key first. */
export async function listDatedSettings(db: Db): Promise<DatedSettingRow[]> {
  return db
    .selectFrom('datedSettings')
    .select(['key', 'validFrom', 'value', 'note'])
    .orderBy('key')
    .orderBy('validFrom', 'desc')
    .execute();
}
