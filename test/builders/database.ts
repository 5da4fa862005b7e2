import { afterAll, beforeAll } from 'vitest';

import type { Db } from '#db/connection/open-database.ts';
import { insertReferenceData } from '#db/reference-data.ts';

import { temporaryDatabase, type TemporaryDatabase } from '../db/temporary-database.ts';
import { setUp, setUpAt } from './set-up.ts';

/** A database with the reference data that every new file starts with. */
export async function databaseWithReferenceData(): Promise<TemporaryDatabase> {
  const database = await temporaryDatabase();
  await setUp(database.db, (trx) => insertReferenceData(trx, setUpAt));
  return database;
}

/**
 * One such database for all tests of a group, which only read it, filled by `fill`. `db()` and `made()` may be
 * asked for inside the tests.
 */
export function sharedDatabase<Made>(fill: (db: Db) => Promise<Made>): {
  db: () => Db;
  made: () => Made;
} {
  let shared: { database: TemporaryDatabase; made: Made } | undefined;
  beforeAll(async () => {
    const database = await databaseWithReferenceData();
    shared = { database, made: await fill(database.db) };
  });
  afterAll(async () => {
    await shared?.database.close();
  });
  const given = () => {
    if (shared === undefined) throw new Error('sharedDatabase: asked for outside a test');
    return shared;
  };
  return { db: () => given().database.db, made: () => given().made };
}
