import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { policies } from '#app/permissions/policies.server.ts';
import type { User } from '#app/server/context.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Role } from '#db/schema/people.ts';
import { INTEGRATION_SCHEME_ID } from '#db/reference-data.ts';

import { addReferenceData, addSampleTeam, setUp, type SampleTeam } from '../../db/sample-teams.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../db/temporary-database.ts';

let database: TemporaryDatabase;
let team: SampleTeam;
let other: SampleTeam;

beforeAll(async () => {
  database = await temporaryDatabase();
  await addReferenceData(database.db);
  team = await addSampleTeam(database.db, 'Northgate');
  other = await addSampleTeam(database.db, 'Southgate');
  await addRating('draft', null);
  await addRating('with-level', 'high');
});

afterAll(() => database.close());

async function addRating(id: string, chosenLevel: 'high' | null): Promise<void> {
  await inChange(database.db, setUp, async (trx, record) => {
    await trx
      .insertInto('integrationRatings')
      .values({
        id,
        teamId: team.teamId,
        schemeId: INTEGRATION_SCHEME_ID,
        ratedOn: '2026-06-30',
        provider: 'same',
        proposedLevel: chosenLevel,
        chosenLevel,
        reason: '',
        leaderSignedBy: null,
        leaderSignedAt: null,
        hostSignedBy: null,
        hostSignedAt: null,
        createdAt: setUp.at,
        createdBy: null,
        version: 1,
      })
      .execute();
    await record({ action: 'insert', entity: 'integration rating', entityId: id });
  });
}

function person(role: Role, place?: SampleTeam): User {
  const isHost = role === 'host-representative';
  return {
    id: 'somebody',
    name: 'Somebody',
    role,
    teamId: isHost ? null : (place?.teamId ?? null),
    hostServiceId: isHost ? (place?.hostServiceId ?? null) : null,
  };
}

async function decision(
  route: string,
  kind: 'read' | 'write',
  user: User | null,
  ratingId = 'with-level',
) {
  const params = { teamId: team.teamId, ratingId };
  return policies[`routes/${route}`]?.[kind]?.({ user, params, db: database.db });
}

describe('the page of a rating', () => {
  test.each([
    ['team-leader', 'allow', 'allow'],
    ['employment-specialist', 'allow', 'forbidden'],
    ['host-representative', 'allow', 'allow'],
    ['national-reader', 'allow', 'forbidden'],
    ['national-analyst', 'allow', 'forbidden'],
    ['administrator', 'allow', 'forbidden'],
    ['reviewer', 'forbidden', 'forbidden'],
  ] as const)('%s: read %s, sign %s', async (role, read, write) => {
    const user = person(role, team);
    expect(await decision('integration/rating', 'read', user)).toBe(read);
    expect(await decision('integration/rating', 'write', user)).toBe(write);
  });

  test.each(['team-leader', 'employment-specialist', 'host-representative'] as const)(
    'to a %s of another place it does not exist',
    async (role) => {
      expect(await decision('integration/rating', 'read', person(role, other))).toBe('not-found');
      expect(await decision('integration/rating', 'read', person(role))).toBe('not-found');
    },
  );

  test('a draft does not exist for the host service, and is there for the team', async () => {
    const host = person('host-representative', team);
    expect(await decision('integration/rating', 'read', host, 'draft')).toBe('not-found');
    expect(await decision('integration/rating', 'write', host, 'draft')).toBe('not-found');
    const leader = person('team-leader', team);
    expect(await decision('integration/rating', 'read', leader, 'draft')).toBe('allow');
  });

  test('nobody reads it without signing in', async () => {
    expect(await decision('integration/rating', 'read', null)).toBe('sign-in');
  });
});

test.each(['integration/new', 'integration/edit', 'integration/level'])(
  '%s is the own team’s alone',
  async (route) => {
    for (const kind of ['read', 'write'] as const) {
      expect(await decision(route, kind, person('team-leader', team))).toBe('allow');
      expect(await decision(route, kind, person('employment-specialist', team))).toBe('allow');
      expect(await decision(route, kind, person('team-leader', other))).toBe('not-found');
      expect(await decision(route, kind, person('host-representative', team))).toBe('forbidden');
      expect(await decision(route, kind, person('national-analyst'))).toBe('forbidden');
    }
  },
);

test('the list is for the team and national roles, not for the host service', async () => {
  const list = (user: User) => decision('integration/list', 'read', user);
  expect(await list(person('employment-specialist', team))).toBe('allow');
  expect(await list(person('team-leader', other))).toBe('not-found');
  expect(await list(person('national-reader'))).toBe('allow');
  expect(await list(person('host-representative', team))).toBe('forbidden');
});

/** The own account, the integration ratings, and what is open to all. */
const openToHosts = [
  'root',
  'routes/home',
  'routes/sign-in',
  'routes/sign-out',
  'routes/account',
  'routes/account/password',
  'routes/integration/rating',
  'routes/integration/host',
  'routes/accessibility',
  'routes/not-found',
];

test('host representatives reach nothing else', async () => {
  const user = person('host-representative', team);
  const params = { teamId: team.teamId, ratingId: 'with-level' };
  const allowed: string[] = [];
  for (const [route, policy] of Object.entries(policies)) {
    if ((await policy.read({ user, params, db: database.db })) === 'allow') allowed.push(route);
  }
  expect(allowed.filter((route) => !openToHosts.includes(route))).toEqual([]);
});

test('administration is for administrators, benchmarks and notes for national roles', async () => {
  const mayRead = async (route: string, role: Role) =>
    (await decision(route, 'read', person(role, team))) === 'allow';
  const everyRole: Role[] = [
    'administrator',
    'reviewer',
    'team-leader',
    'employment-specialist',
    'host-representative',
    'national-reader',
    'national-analyst',
  ];
  const readers = async (route: string) => {
    const found: Role[] = [];
    for (const role of everyRole) if (await mayRead(route, role)) found.push(role);
    return found;
  };
  for (const route of Object.keys(policies).filter((id) => id.startsWith('routes/admin/'))) {
    expect(await readers(route.slice('routes/'.length))).toEqual(['administrator']);
  }
  expect(await readers('benchmarks/list')).toEqual(['national-analyst']);
  expect(await readers('meeting-notes/list')).toEqual(['national-reader', 'national-analyst']);
  expect(await readers('meeting-notes/new')).toEqual(['national-analyst']);
  expect(await readers('definitions')).toEqual(
    everyRole.filter((role) => role !== 'host-representative'),
  );
});
