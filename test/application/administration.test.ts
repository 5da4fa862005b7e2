import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import type { UsersTable } from '#db/schema/people.ts';

import { addReferenceData, addSampleTeam, type SampleTeam } from '../db/sample-teams.ts';
import { addUser } from './add-user.ts';
import { headingOf, hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let team: SampleTeam;
let admin: Visitor;
let colleague: Visitor;
let account: UsersTable;

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  team = await addSampleTeam(server.db, 'Northgate');
  account = await addUser(server.db, { name: 'Ada Admin' });
  admin = await server.signIn(account.email);
  colleague = await server.signIn((await addUser(server.db, { name: 'Bea Admin' })).email);
});

afterAll(async () => {
  await server.stop();
});

async function pageAt(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

async function postFrom(
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
  read?: Record<string, string>,
): Promise<{ status: number; location: string; page: string }> {
  const hidden = read ?? hiddenFields(await pageAt(visitor, path));
  const response = await visitor.post(path, { ...hidden, ...fields });
  const location = response.headers.get('Location') ?? '';
  return { status: response.status, location, page: await response.text() };
}

const password = 'marble canal teapot 85';

function person(email: string): Record<string, string> {
  const place = { role: 'team-leader', teamId: team.teamId, hostServiceId: '' };
  return { email, name: 'Nora New', ...place, password };
}

describe('users', () => {
  test('an account is added, signs in, moves, is disabled and let in again', async () => {
    const email = 'nora.new@example.org';
    const added = await postFrom(admin, '/admin/users/new', person(email));
    expect(added.status).toBe(303);
    const here = added.location;
    expect(here).toMatch(/^\/admin\/users\/[0-9a-f-]{36}$/);
    const nora = await server.signIn(email, password);

    const moved = { name: 'Nora Newer', role: 'reviewer', teamId: '', hostServiceId: '' };
    expect((await postFrom(admin, `${here}/edit`, moved)).location).toBe(`${here}?done=saved`);
    const page = await pageAt(admin, `${here}?done=saved`);
    expect(page).toContain('Nora Newer');
    expect(page).toContain('<title>User – Golden Thread</title>');
    expect(page).toContain('In 1 browser');

    expect((await postFrom(admin, here, { intent: 'disable' })).status).toBe(303);
    expect((await nora.get('/account')).status).toBe(303);
    expect((await server.visitor().signIn(email, password)).status).toBe(400);
    expect(await pageAt(admin, '/admin/users?role=reviewer')).toContain('Disabled');
    await postFrom(admin, here, { intent: 'enable' });

    const next = 'quiet harbour almanac 72';
    expect((await postFrom(admin, `${here}/password`, { password: next })).status).toBe(303);
    expect((await server.visitor().signIn(email, password)).status).toBe(400);
    const again = await server.signIn(email, next);
    await postFrom(admin, here, { intent: 'end-sessions' });
    expect((await again.get('/account')).status).toBe(303);
  });

  test('a refused form keeps what was typed, but for the password', async () => {
    const fields = { ...person('odd address'), teamId: '', password };
    const { status, page } = await postFrom(admin, '/admin/users/new', fields);
    expect(status).toBe(400);
    expect(page).toContain('<title>Error: Add a user');
    expect(page).toContain('Enter an email address like name@example.org');
    expect(page).toContain('Choose the team');
    expect(page).toContain('value="Nora New"');
    expect(page).not.toContain(password);
  });

  test('a short password and a taken address are refused', async () => {
    const short = { ...person('short@example.org'), password: 'only fourteen!' };
    const tooShort = await postFrom(admin, '/admin/users/new', short);
    expect(tooShort.page).toContain('Use 15 characters or more');
    const taken = await postFrom(admin, '/admin/users/new', person(account.email));
    expect([tooShort.status, taken.status]).toEqual([400, 400]);
    expect(taken.page).toContain('This email address has an account already');
  });

  test('a form sent twice adds one account', async () => {
    const read = hiddenFields(await pageAt(admin, '/admin/users/new'));
    const fields = person('twice@example.org');
    const [one, two] = await Promise.all([
      postFrom(admin, '/admin/users/new', fields, read),
      postFrom(admin, '/admin/users/new', fields, read),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(two.location).toBe(one.location);
  });

  test('the second of two changes is answered 409 with both versions', async () => {
    const { id } = await addUser(server.db, { name: 'As It Was', role: 'reviewer' });
    const path = `/admin/users/${id}/edit`;
    const read = hiddenFields(await pageAt(admin, path));
    const to = (name: string) => ({ name, role: 'reviewer', teamId: '', hostServiceId: '' });
    await postFrom(colleague, path, to('First Come'));
    const refused = await postFrom(admin, path, to('Second Come'), read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('First Come');
    expect(refused.page).toContain('Second Come');
    const again = await postFrom(admin, path, to('Second Come'), hiddenFields(refused.page));
    expect(again.status).toBe(303);
    const stale = await admin.post(`/admin/users/${id}`, { intent: 'disable', version: '1' });
    expect(stale.status).toBe(409);
  });

  test('nobody disables the own account or gives the own role away', async () => {
    const here = `/admin/users/${account.id}`;
    expect((await postFrom(admin, here, { intent: 'disable' })).status).toBe(400);
    const reviewer = { name: 'Ada Admin', role: 'reviewer', teamId: '', hostServiceId: '' };
    const refused = await postFrom(admin, `${here}/edit`, reviewer);
    expect(refused.status).toBe(400);
    expect(refused.page).toContain('You cannot take your own role away');
  });

  test('an unknown user is not found', async () => {
    expect((await admin.get('/admin/users/nobody')).status).toBe(404);
    expect((await admin.post('/admin/users/nobody/edit', { version: '1' })).status).toBe(404);
  });
});

const teamFields: Record<string, string> = {
  name: 'Eastgate',
  region: 'London',
  ipsProvider: 'Invented Work',
  hostService: 'another',
  hostServiceName: 'Eastgate treatment',
  hostServiceProvider: 'Invented Care',
  site: '',
  siteName: '',
  startDateDay: '1',
  startDateMonth: '4',
  startDateYear: '2023',
  endDateDay: '',
  endDateMonth: '',
  endDateYear: '',
  authority1: 'Upper Borough',
  authority1FromDay: '1',
  authority1FromMonth: '4',
  authority1FromYear: '2023',
};

describe('teams', () => {
  test('a team is added once, found in the list and changed', async () => {
    const read = hiddenFields(await pageAt(admin, '/admin/teams/new'));
    const added = await postFrom(admin, '/admin/teams/new', teamFields, read);
    const repeated = await postFrom(admin, '/admin/teams/new', teamFields, read);
    expect([added.status, repeated.location]).toEqual([303, added.location]);
    expect(await pageAt(admin, added.location)).toContain('Eastgate is saved');
    const path = `/admin/teams/${added.location.split('=').at(-1) ?? ''}`;
    const page = await pageAt(admin, path);
    expect(page).toContain('value="Upper Borough"');
    const hostService = /<option value="([^"]+)" selected="">Eastgate treatment/.exec(page)?.[1];
    const change = { ...teamFields, hostService: hostService ?? '', name: 'Eastgate and Docks' };
    expect((await postFrom(admin, path, change)).status).toBe(303);
  });

  test('errors name the row and keep what was typed', async () => {
    const fields = { ...teamFields, name: 'northgate', authority1FromDay: '40' };
    const { status, page } = await postFrom(admin, '/admin/teams/new', fields);
    expect(status).toBe(400);
    expect(page).toContain('Enter the first day of local authority 1 as a real date');
    expect(page).toContain('href="#authority1From-day"');
    const taken = { ...teamFields, name: 'northgate' };
    const refused = await postFrom(admin, '/admin/teams/new', taken);
    expect(refused.page).toContain('Another team has this name');
  });

  test('the second of two changes is answered 409 with both versions', async () => {
    const path = `/admin/teams/${team.teamId}`;
    const read = hiddenFields(await pageAt(admin, path));
    const to = (ipsProvider: string) => ({
      ...teamFields,
      name: 'Northgate',
      hostService: team.hostServiceId,
      ipsProvider,
    });
    await postFrom(colleague, path, to('First Provider'));
    const refused = await postFrom(admin, path, to('Second Provider'), read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('First Provider');
    expect(refused.page).toContain('Second Provider');
  });
});

describe('the audit page', () => {
  test('says who did what and when, without addresses or values', async () => {
    const page = await pageAt(admin, '/admin/audit');
    expect(headingOf(page)).toBe('Audit');
    expect(page).toContain('Ada Admin');
    expect(page).toContain('Insert: user');
    expect(page).toMatch(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/);
    expect(page).toMatch(/The chain is whole: all/);
    expect(page).not.toContain('@example.org');
  });

  test('can be narrowed to a kind and a day', async () => {
    const page = await pageAt(admin, '/admin/audit?kind=team&dayDay=1&dayMonth=7&dayYear=2026');
    expect(page).toContain('Insert: team');
    expect(page).not.toContain('Insert: user');
    const wrong = await pageAt(admin, '/admin/audit?dayDay=32&dayMonth=7&dayYear=2026');
    expect(wrong).toContain('Enter the day as a real date');
  });
});

test('nobody else opens administration', async () => {
  const facts = { role: 'team-leader', teamId: team.teamId } as const;
  const leader = await server.signIn((await addUser(server.db, facts)).email);
  const paths = ['users', 'users/new', `users/${account.id}`, 'teams', 'teams/new', 'audit'];
  for (const path of paths) {
    expect([path, (await leader.get(`/admin/${path}`)).status]).toEqual([path, 403]);
  }
  expect((await leader.post(`/admin/users/${account.id}`, { intent: 'disable' })).status).toBe(403);
});

test('after all of this the chain of audit records is whole', async () => {
  expect(await findBrokenAuditRecord(server.db)).toBeUndefined();
});
