import { describe, expect, test } from 'vitest';

import { loader } from '#app/routes/teams/team.tsx';
import type { User } from '#app/server/context.server.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { contextFor } from '../../builders/request-context.ts';
import { anOpenReview, aSignedOffReview } from '../../builders/reviews.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, aUser } from '../../builders/users.ts';

describe('the page of a team', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    const reviewId = await aSignedOffReview(given, own.id);
    const reviewer = await aUser(given, 'reviewer');
    await anOpenReview(given, own.id, [{ userId: reviewer.id }]);
    return { own, other, reviewId, reviewer };
  });

  function load(user: User, teamId: string) {
    const request = new Request(`https://thread.example.org/teams/${teamId}`);
    const context = contextFor(db(), user, '2026-07-15');
    return loader({ request, context, params: { teamId } });
  }

  test('another team answers like one that does not exist', async () => {
    const leader = aPerson('team-leader', { teamId: made().own.id });
    for (const teamId of [made().other.id, 'none']) {
      await expect(load(leader, teamId)).rejects.toMatchObject({ status: 404 });
    }
    await expect(load(aPerson('national-reader'), 'none')).rejects.toMatchObject({ status: 404 });
  });

  test('a reviewer sees exact figures and gets no way into earlier records', async () => {
    const { own, reviewer, reviewId } = made();
    const view = await load(reviewer, own.id);
    const links = [{ href: `/teams/${own.id}/over-time`, text: 'Over time: control charts' }];
    expect(view).toMatchObject({ isProtected: false, links });
    expect(view.fidelity).toMatchObject({ figure: '100 of 125', href: null });
    const leader = await load(aPerson('team-leader', { teamId: own.id }), own.id);
    expect(leader.fidelity.href).toBe(`/reviews/${reviewId}`);
  });

  test('national readers see it protected', async () => {
    expect(await load(aPerson('national-reader'), made().own.id)).toMatchObject({
      isProtected: true,
    });
  });
});
