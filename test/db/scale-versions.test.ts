import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  countScaleVersions,
  findNewestScaleVersion,
  findScaleVersion,
  findScaleVersionOn,
  getScaleVersion,
  insertScaleVersion,
  listScaleVersions,
} from '#db/queries/scale-versions.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

import { actor, addPerson, addScaleVersion } from './review-builder.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let first: string;
let administrator: string;

beforeEach(async () => {
  file = await temporaryDatabase();
  first = await addScaleVersion(file.db);
  administrator = await addPerson(file.db, 'Ada Admin', 'administrator');
});

afterEach(async () => {
  await file.close();
});

const corrected = { ...fidelityScale2008, id: 'corrected', name: 'Corrected scale' };
const correction = {
  name: 'Corrected scale',
  validFrom: '2026-06-01',
  note: 'Item 7 checked',
  scale: corrected,
  versionsKnown: 1,
  itemNumber: 7,
};

const publish = (submissionId: string = randomUUID(), more: Partial<typeof correction> = {}) =>
  insertScaleVersion(
    file.db,
    actor(administrator),
    submissionId,
    { ...correction, ...more },
    '/scale',
  );

test('the version in force is the last one that has begun', async () => {
  await publish();
  expect((await findScaleVersionOn(file.db, '2026-05-31'))?.id).toBe(first);
  expect((await findScaleVersionOn(file.db, '2026-06-01'))?.scale).toEqual(corrected);
  expect(await findScaleVersionOn(file.db, '2008-01-06')).toBeUndefined();
  expect((await findNewestScaleVersion(file.db))?.name).toBe('Corrected scale');
});

test('publishing changes no earlier version', async () => {
  const before = await getScaleVersion(file.db, first);
  await publish();
  expect(await getScaleVersion(file.db, first)).toEqual(before);
  expect(before.scale).toEqual(fidelityScale2008);
  const versions = await listScaleVersions(file.db);
  expect(versions.map(({ name, publishedByName }) => [name, publishedByName])).toEqual([
    ['Corrected scale', 'Ada Admin'],
    [fidelityScale2008.name, null],
  ]);
});

test('the same form posted twice publishes once', async () => {
  const submissionId = randomUUID();
  expect(await publish(submissionId)).toBe('/scale');
  expect(await publish(submissionId)).toBe('/scale');
  expect(await countScaleVersions(file.db)).toBe(2);
});

test('a correction of an older copy is refused: it would drop the one in between', async () => {
  await publish();
  await expect(publish(randomUUID(), { name: 'Another name' })).rejects.toBeInstanceOf(
    StaleVersionError,
  );
  expect(await countScaleVersions(file.db)).toBe(2);
});

test('a version that does not exist is not found, or an error where it must', async () => {
  expect(await findScaleVersion(file.db, 'none')).toBeUndefined();
  await expect(getScaleVersion(file.db, 'none')).rejects.toThrow('there is no scale version none');
});
