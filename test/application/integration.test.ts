import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import { inChange } from '#db/audit/change.ts';
import type { UsersTable } from '#db/schema/people.ts';

import { addReferenceData, addSampleTeam, setUp, type SampleTeam } from '../db/sample-teams.ts';
import { addUser } from './add-user.ts';
import { headingOf, hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let team: SampleTeam;
let other: SampleTeam;
let leader: Visitor;
let specialist: Visitor;
let host: Visitor;
let list: string;

const signedInAs = async (facts: Partial<UsersTable>) =>
  server.signIn((await addUser(server.db, facts)).email);

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  team = await addSampleTeam(server.db, 'Northgate');
  other = await addSampleTeam(server.db, 'Southgate');
  list = `/teams/${team.teamId}/integration`;
  const { teamId, hostServiceId } = team;
  leader = await signedInAs({ role: 'team-leader', teamId, name: 'Lena Leader' });
  specialist = await signedInAs({ role: 'employment-specialist', teamId });
  host = await signedInAs({ role: 'host-representative', hostServiceId, name: 'Hana Host' });
});

afterAll(async () => {
  await server.stop();
});

const criteria = [
  'co-location',
  'team-meetings',
  'shared-records',
  'culture',
  'commissioner-support',
];

/** All five in place, with evidence. */
const answers: Record<string, string> = {
  ratedOnDay: '30',
  ratedOnMonth: '6',
  ratedOnYear: '2026',
  provider: 'different',
  ...Object.fromEntries(
    criteria.flatMap((key) => [
      [key, '2'],
      [`${key}-evidence`, `Seen: ${key}`],
    ]),
  ),
};

async function pageAt(visitor: Visitor, path: string, status = 200): Promise<string> {
  const response = await visitor.get(path);
  const page = await response.text();
  expect([path, response.status]).toEqual([path, status]);
  return page;
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

async function draft(visitor = specialist): Promise<string> {
  const { status, location } = await postFrom(visitor, `${list}/new`, {
    ...answers,
    intent: 'draft',
  });
  expect(status).toBe(303);
  return location;
}

async function withLevel(): Promise<string> {
  const rating = await draft();
  const chosen = { chosenLevel: 'high', reason: '' };
  const { location } = await postFrom(leader, `${rating}/level`, chosen);
  expect(location).toBe(rating);
  return rating;
}

test('a rating goes from the first form to both signatures without JavaScript', async () => {
  expect(headingOf(await pageAt(specialist, list))).toBe('Integration ratings');
  const started = await postFrom(specialist, `${list}/new`, { ...answers, intent: 'level' });
  expect(started.status).toBe(303);
  const rating = started.location.replace(/\/level$/, '');
  expect(await pageAt(specialist, started.location)).toContain('Sum 10 of 10.');

  const otherLevel = await postFrom(specialist, `${rating}/level`, {
    chosenLevel: 'medium',
    reason: '',
  });
  expect(otherLevel.status).toBe(400);
  expect(otherLevel.page).toContain('Give a reason for choosing medium');
  const level = { chosenLevel: 'medium', reason: 'Only since May' };
  expect((await postFrom(specialist, `${rating}/level`, level)).location).toBe(rating);

  const unread = await postFrom(leader, rating, { intent: 'sign' });
  expect(unread.status).toBe(400);
  expect(unread.page).toContain('Confirm that you have read the rating and agree with it');
  expect((await postFrom(leader, rating, { intent: 'sign', confirm: 'yes' })).status).toBe(303);

  expect(await pageAt(host, '/integration')).toContain('Waits for the host service');
  const seen = await pageAt(host, rating);
  expect(seen).toContain('Lena Leader');
  expect(seen).toContain('Seen: culture');
  expect((await postFrom(host, rating, { intent: 'sign', confirm: 'yes' })).status).toBe(303);
  const signed = await pageAt(leader, rating);
  expect(signed).toContain('Hana Host');
  expect(signed).not.toContain('Withdraw your signature');
  expect(await pageAt(leader, list)).toContain('Signed by both');
});

describe('the first form', () => {
  test('comes back with what was typed and every error', async () => {
    const typed = { ...answers, ratedOnDay: '31', culture: '', 'culture-evidence': 'Half said' };
    const { status, page } = await postFrom(leader, `${list}/new`, { ...typed, intent: 'level' });
    expect(status).toBe(400);
    expect(page).toContain('<title>Error: New integration rating');
    expect(page).toContain('Enter the date of the rating as a real date');
    expect(page).toContain('Rate culture');
    expect(page).toContain('Half said');
    expect(page).toContain('value="31"');
  });

  test('posted twice makes one rating', async () => {
    const read = hiddenFields(await pageAt(leader, `${list}/new`));
    const fields = { ...answers, intent: 'draft' };
    const [first, second] = await Promise.all([
      postFrom(leader, `${list}/new`, fields, read),
      postFrom(leader, `${list}/new`, fields, read),
    ]);
    expect(first.location).toMatch(/integration\/[0-9a-f-]{36}$/);
    expect(second.location).toBe(first.location);
  });
});

describe('two people at one rating', () => {
  test('the second save is answered 409 with both versions, and can then be saved knowingly', async () => {
    const rating = await draft();
    const read = hiddenFields(await pageAt(specialist, `${rating}/edit`));
    const first = { ...answers, 'culture-evidence': 'The leader’s words', intent: 'draft' };
    expect((await postFrom(leader, `${rating}/edit`, first)).status).toBe(303);
    const second = { ...answers, 'culture-evidence': 'The specialist’s words', intent: 'draft' };
    const refused = await postFrom(specialist, `${rating}/edit`, second, read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('Changed meanwhile');
    expect(refused.page).toContain('The leader’s words');
    expect(refused.page).toContain('The specialist’s words');
    const again = await postFrom(specialist, `${rating}/edit`, second, hiddenFields(refused.page));
    expect(again.status).toBe(303);
    expect(await pageAt(leader, rating)).toContain('The specialist’s words');
  });

  test('a level chosen from an old page is answered 409 with both', async () => {
    const rating = await draft();
    const read = hiddenFields(await pageAt(leader, `${rating}/level`));
    await postFrom(specialist, `${rating}/level`, { chosenLevel: 'low', reason: 'Low since May' });
    const chosen = { chosenLevel: 'medium', reason: 'Medium since June' };
    const refused = await postFrom(leader, `${rating}/level`, chosen, read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('Low since May');
    expect(refused.page).toContain('Medium since June');
  });

  test('a signature under a text that has changed is refused', async () => {
    const rating = await withLevel();
    const read = hiddenFields(await pageAt(host, rating));
    await postFrom(leader, `${rating}/level`, { chosenLevel: 'low', reason: 'On reflection' });
    const sign = { intent: 'sign', confirm: 'yes' };
    const refused = await postFrom(host, rating, sign, read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('The rating was changed after you opened this page');
    expect(refused.page).toContain('On reflection');
    expect(refused.page).toContain('Not signed yet');
  });

  test('an edit that meets a signature is refused and keeps what was typed in view', async () => {
    const rating = await withLevel();
    const read = hiddenFields(await pageAt(specialist, `${rating}/edit`));
    await postFrom(leader, rating, { intent: 'sign', confirm: 'yes' });
    const edit = { ...answers, 'culture-evidence': 'Typed too late', intent: 'draft' };
    const refused = await postFrom(specialist, `${rating}/edit`, edit, read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('This rating is signed');
    expect(refused.page).toContain('Typed too late');
    expect(refused.page).not.toContain('<textarea');
    expect(await pageAt(specialist, rating)).not.toContain('Typed too late');
  });
});

test('a single signature can be withdrawn by its own side', async () => {
  const rating = await withLevel();
  await postFrom(host, rating, { intent: 'sign', confirm: 'yes' });
  const withdrawn = await postFrom(host, rating, { intent: 'withdraw' });
  expect(withdrawn.status).toBe(303);
  expect(await pageAt(leader, rating)).toContain('Change the criteria');
});

describe('who may see what', () => {
  test('another team, another service and an unknown rating all answer alike', async () => {
    const rating = await withLevel();
    const unknown = `${list}/00000000-0000-4000-8000-000000000000`;
    const stranger = await signedInAs({ role: 'team-leader', teamId: other.teamId });
    const { hostServiceId } = other;
    const otherHost = await signedInAs({ role: 'host-representative', hostServiceId });
    for (const path of [rating, `${rating}/edit`, list, `${list}/new`]) {
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404]);
    }
    expect((await otherHost.get(rating)).status).toBe(404);
    expect((await leader.get(unknown)).status).toBe(404);
    expect((await leader.get(`${unknown}/edit`)).status).toBe(404);
    const elsewhere = rating.replace(team.teamId, other.teamId);
    expect((await stranger.get(elsewhere)).status).toBe(404);
  });

  test('the host service does not see a draft, nor the team’s forms', async () => {
    const rating = await draft();
    expect((await host.get(rating)).status).toBe(404);
    expect(await pageAt(host, '/integration')).not.toContain(rating);
    expect((await host.get(`${rating}/edit`)).status).toBe(403);
    expect((await host.get(list)).status).toBe(403);
  });

  test('a host representative reaches no other part of the product', async () => {
    for (const path of ['/definitions', '/benchmarks', '/meeting-notes', '/admin/users']) {
      expect([path, (await host.get(path)).status]).toEqual([path, 403]);
    }
  });

  test('a specialist cannot sign, and national readers only read', async () => {
    const rating = await withLevel();
    const sign = { intent: 'sign', confirm: 'yes', version: '2' };
    expect((await specialist.post(rating, sign)).status).toBe(403);
    const reader = await signedInAs({ role: 'national-reader' });
    expect(await pageAt(reader, rating)).not.toContain('Sign this rating');
    expect((await reader.post(rating, sign)).status).toBe(403);
    expect((await reader.get('/teams/nowhere/integration')).status).toBe(404);
    expect((await reader.get(`${rating}/edit`)).status).toBe(403);
  });

  test('a team that has moved to another host service is that one’s to sign', async () => {
    const rating = await withLevel();
    const move = (hostServiceId: string) =>
      inChange(server.db, setUp, async (trx, record) => {
        const update = trx.updateTable('teams').set({ hostServiceId });
        await update.where('id', '=', team.teamId).execute();
        await record({ action: 'update', entity: 'team', entityId: team.teamId });
      });
    await move(other.hostServiceId);
    expect((await host.get(rating)).status).toBe(404);
    await move(team.hostServiceId);
    expect((await host.get(rating)).status).toBe(200);
  });
});

test('after all of this the chain of audit records is whole', async () => {
  expect(await findBrokenAuditRecord(server.db)).toBeUndefined();
});
