import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { heldExtracts, heldMinutes } from '#app/linkage/held-extracts.server.ts';

import { databaseWithReferenceData } from '../../builders/database.ts';
import type { TemporaryDatabase } from '../../db/temporary-database.ts';

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await databaseWithReferenceData();
  vi.useFakeTimers();
});

afterEach(async () => {
  vi.useRealTimers();
  await database.close();
});

const made = { status: 'made', csv: 'the extract' } as const;

test('an extract waits for its maker alone, for a quarter of an hour', () => {
  const held = heldExtracts(database.db);
  expect(held.begin('one', 'maker')).toBe(true);
  expect(held.find('one', 'maker')).toEqual({ status: 'working' });
  held.finish('one', made);
  expect(held.find('one', 'maker')).toMatchObject(made);
  expect(held.find('one', 'colleague')).toBeUndefined();
  vi.advanceTimersByTime(heldMinutes * 60_000 - 1);
  expect(held.find('one', 'maker')).toMatchObject(made);
  vi.advanceTimersByTime(1);
  expect(held.find('one', 'maker')).toBeUndefined();
});

test('a form that comes twice begins one extract, and may try again where the first was refused', () => {
  const held = heldExtracts(database.db);
  expect(held.begin('one', 'maker')).toBe(true);
  expect(held.begin('one', 'maker')).toBe(false);
  held.finish('one', { status: 'refused', total: 1, problems: [] });
  expect(held.begin('one', 'maker')).toBe(true);
  held.finish('one', made);
  expect(held.begin('one', 'maker')).toBe(false);
});

test('a person’s next extract takes the place of the one before, and of nobody else’s', () => {
  const held = heldExtracts(database.db);
  for (const [id, person] of [
    ['one', 'maker'],
    ['another', 'colleague'],
  ] as const) {
    held.begin(id, person);
    held.finish(id, made);
  }
  held.begin('two', 'maker');
  expect(held.find('one', 'maker')).toBeUndefined();
  expect(held.find('another', 'colleague')).toMatchObject(made);
  held.drop('another');
  expect(held.find('another', 'colleague')).toBeUndefined();
});
