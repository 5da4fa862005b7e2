import { describe, expect, test } from 'vitest';

import {
  countUsers,
  listOpenReviewsOfReviewer,
  listReturnedMonths,
  listTeamsWithoutReturn,
} from '#db/queries/home-facts.ts';

import { sharedDatabase } from '../builders/database.ts';
import { aMeetingReturn } from '../builders/meeting-returns.ts';
import { anOpenReview, aSignedOffReview } from '../builders/reviews.ts';
import { aTeam } from '../builders/teams.ts';
import { aUser } from '../builders/users.ts';

const given = { meetings: 4, bands: [0, 5, 0, 0, 0] } as const;

describe('returned months', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const [own, other] = [await aTeam(to), await aTeam(to)];
    for (const month of ['2026-01', '2026-03']) await aMeetingReturn(to, own.id, month, given);
    await aMeetingReturn(to, other.id, '2026-02', given);
    return { own };
  });

  test('are the team’s own, among the months asked for', async () => {
    const asked = ['2026-02', '2026-03', '2026-04'];
    expect(await listReturnedMonths(db(), made().own.id, asked)).toEqual(['2026-03']);
    expect(await listReturnedMonths(db(), made().own.id, [])).toEqual([]);
  });
});

describe('teams without a return', () => {
  const june = { month: '2026-06', from: '2026-06-01', to: '2026-06-30' };
  const { db, made } = sharedDatabase(async (to) => {
    const late = await aTeam(to, { startDate: june.from });
    const lateToTheEnd = await aTeam(to, { endDate: june.to });
    const inTime = await aTeam(to);
    await aMeetingReturn(to, inTime.id, '2026-06', given);
    await aMeetingReturn(to, late.id, '2026-05', given);
    await aTeam(to, { name: 'Began in the month', startDate: '2026-06-02' });
    await aTeam(to, { name: 'Ended in the month', endDate: '2026-06-29' });
    return { late, lateToTheEnd };
  });

  test('are those at work through the whole month', async () => {
    const { late, lateToTheEnd } = made();
    const ids = await listTeamsWithoutReturn(db(), june);
    expect(ids.sort()).toEqual([late.id, lateToTheEnd.id].sort());
  });
});

describe('open reviews of a reviewer', () => {
  const { db, made } = sharedDatabase(async (to) => {
    const team = await aTeam(to, { name: 'Harbour' });
    const [asha, ben] = [await aUser(to, 'reviewer'), await aUser(to, 'reviewer')];
    const shared = await anOpenReview(
      to,
      team.id,
      [
        { userId: asha.id, scored: 3, leftOpen: 2 },
        { userId: ben.id, scored: 25, submittedAt: '2026-06-26T10:00:00.000Z' },
      ],
      { firstVisitDay: '2026-06-23', lastVisitDay: '2026-06-24' },
    );
    const begun = await anOpenReview(to, team.id, [{ userId: asha.id }], {
      lastVisitDay: '2026-05-06',
    });
    await anOpenReview(to, team.id, [{ userId: ben.id, scored: 9 }]);
    await aSignedOffReview(to, team.id);
    return { asha, ben, shared, begun };
  });

  test('say how many items this reviewer has scored, nobody else’s among them', async () => {
    const { asha, shared, begun } = made();
    const reviews = await listOpenReviewsOfReviewer(db(), asha.id);
    expect(reviews.map(({ reviewId, itemsScored }) => [reviewId, itemsScored])).toEqual([
      [begun, 0],
      [shared, 3],
    ]);
    expect(reviews[1]).toMatchObject({
      teamName: 'Harbour',
      firstVisitDay: '2026-06-23',
      lastVisitDay: '2026-06-24',
      submittedAt: null,
    });
  });

  test('say when this reviewer has submitted', async () => {
    const { ben, shared } = made();
    const reviews = await listOpenReviewsOfReviewer(db(), ben.id);
    expect(reviews.find(({ reviewId }) => reviewId === shared)).toMatchObject({
      itemsScored: 25,
      submittedAt: '2026-06-26T10:00:00.000Z',
    });
  });
});

describe('users', () => {
  const { db } = sharedDatabase(async (to) => {
    await aUser(to, 'reviewer');
    await aUser(to, 'administrator');
    await aUser(to, 'reviewer', { disabledAt: '2026-05-05T10:00:00.000Z' });
  });

  test('are counted by whether they may sign in', async () => {
    expect(await countUsers(db())).toEqual({ active: 2, disabled: 1 });
  });
});
