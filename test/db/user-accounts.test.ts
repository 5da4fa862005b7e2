import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createUser, type NewUser } from '#app/administration/create-user.server.ts';
import { changeUserState, setUserPassword } from '#app/administration/user-access.server.ts';
import { isRightPassword } from '#app/server/passwords.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { insertSession } from '#db/queries/sessions.ts';
import { countUsers, findUser, listUsers, updateUser } from '#db/queries/user-accounts.ts';
import { getAccount } from '#db/queries/users.ts';

import { addUser } from '../application/add-user.ts';
import { addSampleTeam } from './sample-teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let actor: { userId: string; at: string };

beforeEach(async () => {
  database = await temporaryDatabase();
  actor = {
    userId: (await addUser(database.db, { name: 'Zelda Admin' })).id,
    at: '2026-07-01T10:00:00.000Z',
  };
});

afterEach(async () => {
  await database.close();
});

const password = 'marble canal teapot 85';

function newUser(facts: Partial<NewUser> = {}): NewUser {
  return {
    submissionId: randomUUID(),
    email: 'new.person@example.org',
    name: 'New Person',
    role: 'reviewer',
    teamId: null,
    hostServiceId: null,
    password,
    ...facts,
  };
}

async function addSession(userId: string): Promise<void> {
  const { at } = actor;
  await inChange(database.db, actor, async (trx, record) => {
    await insertSession(trx, {
      id: randomUUID(),
      userId,
      createdAt: at,
      lastSeenAt: at,
      expiresAt: '2026-07-01T22:00:00.000Z',
      endedAt: null,
      device: 'Firefox',
    });
    await record({ action: 'sign-in', entity: 'user', entityId: userId });
  });
}

async function openSessions(userId: string): Promise<number> {
  const rows = await database.db
    .selectFrom('sessions')
    .select('id')
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.length;
}

describe('adding a user', () => {
  test('keeps the account with a hashed password and records no address', async () => {
    const location = await createUser(database.db, actor, newUser());
    const id = location!.split('/').at(-1)!;
    expect(location).toBe(`/admin/users/${id}`);
    expect(await findUser(database.db, id)).toMatchObject({ role: 'reviewer', version: 1 });
    const { passwordHash } = await getAccount(database.db, id);
    expect(await isRightPassword(passwordHash, password)).toBe(true);
    const audit = await database.db.selectFrom('auditRecords').selectAll().execute();
    expect(JSON.stringify(audit)).not.toMatch(/example\.org|New Person|marble/);
  });

  test('twice by one form is one account', async () => {
    const user = newUser();
    const first = await createUser(database.db, actor, user);
    expect(await createUser(database.db, actor, user)).toBe(first);
    expect(await countUsers(database.db, { role: 'reviewer' })).toBe(1);
  });

  test('with an address that has an account adds nothing', async () => {
    await createUser(database.db, actor, newUser());
    expect(
      await createUser(database.db, actor, newUser({ role: 'administrator' })),
    ).toBeUndefined();
    expect(await countUsers(database.db, { role: undefined })).toBe(2);
  });
});

describe('changing a user', () => {
  test('moves the person to another role and place', async () => {
    const { id } = await addUser(database.db);
    const { teamId } = await addSampleTeam(database.db, 'Northgate');
    const values = { name: 'Lee', role: 'team-leader', teamId, hostServiceId: null } as const;
    await inChange(database.db, actor, (trx, record) =>
      updateUser(trx, record, { userId: id, version: 1 }, values),
    );
    const saved = await findUser(database.db, id);
    expect(saved).toMatchObject({ ...values, teamName: 'Northgate', version: 2 });
  });

  test('from an old version is refused', async () => {
    const { id } = await addUser(database.db);
    const change = (name: string) =>
      inChange(database.db, actor, (trx, record) => {
        const values = { name, role: 'reviewer', teamId: null, hostServiceId: null } as const;
        return updateUser(trx, record, { userId: id, version: 1 }, values);
      });
    await change('First');
    await expect(change('Second')).rejects.toThrow(StaleVersionError);
    expect((await findUser(database.db, id))?.name).toBe('First');
  });

  test('disabling ends the sessions, enabling brings none back', async () => {
    const { id } = await addUser(database.db);
    await addSession(id);
    await changeUserState(database.db, actor, { userId: id, version: 1 }, 'disable');
    expect(await openSessions(id)).toBe(0);
    expect((await findUser(database.db, id))?.disabledAt).toBe(actor.at);
    await changeUserState(database.db, actor, { userId: id, version: 2 }, 'enable');
    expect(await openSessions(id)).toBe(0);
    expect((await findUser(database.db, id))?.disabledAt).toBeNull();
  });

  test('disabling from an old version ends nothing', async () => {
    const { id } = await addUser(database.db, { version: 3 });
    await addSession(id);
    const stale = changeUserState(database.db, actor, { userId: id, version: 2 }, 'disable');
    await expect(stale).rejects.toThrow(StaleVersionError);
    expect(await openSessions(id)).toBe(1);
  });

  test('ending sessions leaves the account as it is', async () => {
    const { id } = await addUser(database.db);
    await addSession(id);
    await addSession(id);
    await changeUserState(database.db, actor, { userId: id, version: 1 }, 'end-sessions');
    expect(await openSessions(id)).toBe(0);
    expect((await findUser(database.db, id))?.version).toBe(1);
  });

  test('a new password takes the old one’s place and ends the sessions', async () => {
    const user = await addUser(database.db);
    await addSession(user.id);
    await setUserPassword(database.db, actor, user, { version: 1, password });
    expect(await openSessions(user.id)).toBe(0);
    const { passwordHash } = await getAccount(database.db, user.id);
    expect(await isRightPassword(passwordHash, password)).toBe(true);
    const again = setUserPassword(database.db, actor, user, { version: 1, password });
    await expect(again).rejects.toThrow(StaleVersionError);
  });
});

test('the list goes by name, page by page and role by role', async () => {
  const { db } = database;
  await addUser(db, { name: 'Cora', role: 'reviewer' });
  await addUser(db, { name: 'Abel', role: 'reviewer' });
  const names = async (options: Parameters<typeof listUsers>[1]) =>
    (await listUsers(db, options)).map(({ name }) => name);
  expect(await names({ role: undefined, limit: 2, offset: 0 })).toEqual(['Abel', 'Cora']);
  expect(await names({ role: undefined, limit: 2, offset: 2 })).toEqual(['Zelda Admin']);
  expect(await names({ role: 'reviewer', limit: 9, offset: 0 })).toEqual(['Abel', 'Cora']);
});
