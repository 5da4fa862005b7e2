import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { isRightPassword } from '#app/server/passwords.server.ts';
import { findAccountByEmail } from '#db/queries/users.ts';

import { createUser, isRole, type NewUser } from '../../scripts/lib/create-user.ts';
import { addReferenceData } from '../../scripts/lib/reference-data.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const AT = '2026-07-03T08:00:00.000Z';

const administrator: NewUser = {
  email: ' First.Admin@Example.org ',
  name: ' Ines Calloway ',
  role: 'administrator',
  teamId: null,
  hostServiceId: null,
  password: 'copper lantern orchard 41',
};

let database: TemporaryDatabase;

beforeEach(async () => {
  database = await temporaryDatabase();
});

afterEach(async () => {
  await database.close();
});

describe('create-user', () => {
  test('makes an account that can sign in, with its record', async () => {
    const { db } = database;
    const id = await createUser(db, administrator, AT);
    const account = await findAccountByEmail(db, 'first.admin@example.org');
    expect(account).toMatchObject({ id, name: 'Ines Calloway', disabledAt: null });
    expect(await isRightPassword(account?.passwordHash, administrator.password)).toBe(true);
    const records = await db.selectFrom('auditRecords').selectAll().execute();
    expect(records).toMatchObject([
      { actorId: null, action: 'insert', entity: 'user', entityId: id },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/copper|calloway|example/i);
  });

  test.each<[string, Partial<NewUser>, string]>([
    ['an address that is none', { email: 'ines' }, 'The email address must be like'],
    ['no name', { name: ' ' }, 'The name must not be empty'],
    ['a short password', { password: 'short' }, 'Password: Use 15 characters or more'],
    ['its own name as password', { password: 'Ines Calloway 2026' }, 'harder to guess'],
    ['a leader without a team', { role: 'team-leader' }, 'need --team'],
    ['an administrator with a team', { teamId: 't1' }, 'nobody else may have one'],
    ['a host’s without a service', { role: 'host-representative' }, 'need --host-service'],
  ])('refuses %s', async (_what, changed, message) => {
    const attempt = createUser(database.db, { ...administrator, ...changed }, AT);
    await expect(attempt).rejects.toThrow(message);
    expect(await database.db.selectFrom('users').selectAll().execute()).toEqual([]);
  });

  test('refuses an address that has an account, in whatever case it is written', async () => {
    await createUser(database.db, administrator, AT);
    const again = createUser(
      database.db,
      { ...administrator, email: 'FIRST.ADMIN@example.org' },
      AT,
    );
    await expect(again).rejects.toThrow('There is an account');
  });

  test('roles are the seven there are, and nothing an object has by itself', () => {
    expect(isRole('national-analyst')).toBe(true);
    expect(isRole('constructor')).toBe(false);
  });
});

test('a new file gets its reference data once', async () => {
  expect(await addReferenceData(database.path, AT)).toBe(true);
  expect(await addReferenceData(database.path, AT)).toBe(false);
  expect(await database.db.selectFrom('scaleVersions').select('id').execute()).toHaveLength(1);
});
