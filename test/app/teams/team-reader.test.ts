import { describe, expect, test } from 'vitest';

import { readsTeam } from '#app/permissions/team-rules.server.ts';
import type { User } from '#app/server/context.server.ts';
import { teamLinks } from '#app/teams/team-links.server.ts';
import { teamReader } from '#app/teams/team-reader.server.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { anOpenReview } from '../../builders/reviews.ts';
import { aHostService, aTeam } from '../../builders/teams.ts';
import { aPerson, aUser, everyRole, rolesThatSeeNames, teamRoles } from '../../builders/users.ts';

describe('who sees a team’s page, and how', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const host = await aHostService(given);
    const own = await aTeam(given, { hostServiceId: host.id });
    const other = await aTeam(given);
    const open = await aUser(given, 'reviewer');
    const done = await aUser(given, 'reviewer');
    await anOpenReview(given, own.id, [{ userId: open.id }]);
    const signedOff = { status: 'signed-off', signedOffAt: '2026-06-30T10:00:00.000Z' } as const;
    await anOpenReview(given, own.id, [{ userId: done.id }], signedOff);
    return { own, other, host, open, done };
  });

  async function seen(user: User, teamId: string) {
    const decision = await readsTeam({ user, params: { teamId }, db: db() });
    return [await teamReader(db(), user, teamId), decision];
  }

  test.each(teamRoles)('a %s sees the own team exactly and no other', async (role) => {
    const { own, other } = made();
    const user = aPerson(role, { teamId: own.id });
    expect(await seen(user, own.id)).toEqual(['own-team', 'allow']);
    expect(await seen(user, other.id)).toEqual([undefined, 'not-found']);
    expect(await seen(user, 'none')).toEqual([undefined, 'not-found']);
    expect(await seen(aPerson(role), own.id)).toEqual([undefined, 'not-found']);
  });

  test('a reviewer sees a team exactly while a review of it is open to this reviewer', async () => {
    const { own, other, open, done } = made();
    expect(await seen(open, own.id)).toEqual(['own-team', 'allow']);
    expect(await seen(open, other.id)).toEqual([undefined, 'not-found']);
    expect(await seen(done, own.id)).toEqual([undefined, 'not-found']);
    expect(await seen(aPerson('reviewer'), own.id)).toEqual([undefined, 'not-found']);
  });

  test.each(rolesThatSeeNames)(
    'a %s sees every team with small numbers protected',
    async (role) => {
      const { own, other } = made();
      expect(await seen(aPerson(role), own.id)).toEqual(['others', 'allow']);
      expect(await seen(aPerson(role), other.id)).toEqual(['others', 'allow']);
    },
  );

  test('a host representative sees none, also not the team of the own service', async () => {
    const { own, host } = made();
    const user = aPerson('host-representative', { hostServiceId: host.id });
    expect(await seen(user, own.id)).toEqual([undefined, 'forbidden']);
  });

  test('nobody sees one without signing in', async () => {
    const visit = { user: null, params: { teamId: made().own.id }, db: db() };
    expect(await readsTeam(visit)).toBe('sign-in');
  });
});

describe('where a reader can go from it', () => {
  test('only the team’s own people get to its daily work', () => {
    for (const role of everyRole) {
      const hrefs = teamLinks(aPerson(role), 't1').map(({ href }) => href);
      const isOfTeam = role === 'team-leader' || role === 'employment-specialist';
      expect(hrefs.includes('/teams/t1/clients')).toBe(isOfTeam);
      expect(hrefs.every((href) => href.startsWith('/teams/t1/'))).toBe(true);
      const isNational = rolesThatSeeNames.some((name) => name === role);
      expect(hrefs.includes('/teams/t1/integration')).toBe(isOfTeam || isNational);
    }
  });
});
