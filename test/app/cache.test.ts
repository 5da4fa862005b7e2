import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { keptResult } from '#app/cache/kept-results.server.ts';

import { aTeam } from '../builders/teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../db/temporary-database.ts';

let database: TemporaryDatabase;
let computed = 0;

beforeEach(async () => {
  database = await temporaryDatabase();
  computed = 0;
});

afterEach(async () => {
  await database.close();
});

/** A result that says how many were computed before it. */
const ask = (key = 'a key', { db } = database) =>
  keptResult(db, key, () => {
    computed += 1;
    return Promise.resolve(computed);
  });

describe('a kept result', () => {
  test('is kept until an audit record is written', async () => {
    expect([await ask(), await ask()]).toEqual([1, 1]);
    await aTeam(database.db);
    expect([await ask(), await ask()]).toEqual([2, 2]);
  });

  test('is one for each key', async () => {
    expect([await ask('one'), await ask('two'), await ask('one')]).toEqual([1, 2, 1]);
  });

  test('is computed once for two who ask at the same time', async () => {
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    expect(computed).toBe(1);
  });

  test('belongs to its database', async () => {
    const other = await temporaryDatabase();
    expect([await ask(), await ask('a key', other), await ask()]).toEqual([1, 2, 1]);
    await other.close();
  });

  test('may be nothing at all', async () => {
    const nothing = () =>
      keptResult(database.db, 'nothing', () => {
        computed += 1;
        return Promise.resolve<string | undefined>(undefined);
      });
    expect([await nothing(), await nothing()]).toEqual([undefined, undefined]);
    expect(computed).toBe(1);
  });

  test('leaves when three hundred newer ones have come', async () => {
    for (let key = 0; key < 300; key += 1) await ask(`key ${key}`);
    expect(await ask('key 0')).toBe(1);
    await ask('one more');
    expect(computed).toBe(301);
    expect(await ask('key 1')).toBe(2);
    expect(await ask('key 0')).toBe(302);
  });
});

describe('a failed computation', () => {
  const failing = () =>
    keptResult(database.db, 'a key', () => Promise.reject(new Error('the disk is full')));

  test('is told to whoever asked, and not kept', async () => {
    await expect(failing()).rejects.toThrow('the disk is full');
    expect(await ask()).toBe(1);
  });

  test('that ends late does not take a newer result with it', async () => {
    const stopped = new AbortController();
    const slow = keptResult(
      database.db,
      'a key',
      () =>
        new Promise((_resolve, reject) => {
          stopped.signal.addEventListener('abort', () => reject(new Error('too late')));
        }),
    );
    // By the time that the team is there, the computation runs.
    await aTeam(database.db);
    expect(await ask()).toBe(1);
    stopped.abort();
    await expect(slow).rejects.toThrow('too late');
    expect(await ask()).toBe(1);
  });
});
