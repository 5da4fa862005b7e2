import { describe, expect, test } from 'vitest';

import { teamList } from '#app/teams/team-list.server.ts';

import { countedClients } from '../../builders/clients.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aRating, aSignedRating } from '../../builders/ratings.ts';
import { anOpenReview, aSignedOffReview, scoresOfTotal } from '../../builders/reviews.ts';
import { aTeam } from '../../builders/teams.ts';
import { aUser } from '../../builders/users.ts';

const today = '2026-07-15';

describe('the list of teams', () => {
  const { db } = sharedDatabase(async (given) => {
    const reviewer = await aUser(given, 'reviewer');
    const upToDate = await aTeam(given, { name: 'Millbrook', region: 'North East' });
    await aMeetingReturn(given, upToDate.id, '2026-06', { meetings: 4, bands: [0, 5, 0, 0, 0] });
    // The first days that are still in time.
    await aSignedOffReview(given, upToDate.id, {
      lastVisitDay: '2024-07-15',
      scores: scoresOfTotal(103),
    });
    await aSignedRating(given, upToDate.id, { ratedOn: '2026-01-15', chosenLevel: 'low' });
    await countedClients(given, upToDate.id, { clients: 41, entries: 12, enrolled: '2026-02-02' });

    const behind = await aTeam(given, { name: 'Ashford' });
    await aMeetingReturn(given, behind.id, '2026-05', { meetings: 4, bands: [0, 5, 0, 0, 0] });
    // One day too old, or not finished.
    await aSignedOffReview(given, behind.id, { lastVisitDay: '2024-07-14' });
    await anOpenReview(given, behind.id, [{ userId: reviewer.id }], { agreed: 25 });
    await aSignedRating(given, behind.id, { ratedOn: '2026-01-14', chosenLevel: 'high' });
    await aRating(given, behind.id, 'signed by the leader', { ratedOn: '2026-06-01' });
    await countedClients(given, behind.id, { clients: 41, entries: 4, enrolled: '2026-02-02' });

    await aTeam(given, { name: 'Ended', endDate: '2026-03-31' });
    await aTeam(given, { name: 'Not begun', startDate: '2026-09-01' });
  });
  const named = async (show: string | null) =>
    (await teamList(workplaceFor(db()), show, today)).rows.map(({ name }) => name);

  test('has every team in the order of names, with rounded rates', async () => {
    const { rows, pickedBy, periodLabel, definition } = await teamList(
      workplaceFor(db()),
      null,
      today,
    );
    expect(rows.map(({ name }) => name)).toEqual(['Ashford', 'Ended', 'Millbrook', 'Not begun']);
    expect([pickedBy, periodLabel, definition]).toEqual([
      null,
      'January to June 2026',
      'IPS Grow: clients into work',
    ]);
    expect(rows[2]).toMatchObject({
      region: 'North East',
      // 12 of 41 is 10 of 40 to others.
      rate: '25%',
      fidelity: '103',
      integration: 'low',
    });
    expect(rows[0]).toMatchObject({ rate: '*', interval: '*', integration: 'high' });
    expect(rows[1]).toMatchObject({ fidelity: 'none in force', integration: 'none' });
  });

  test('shows the total of a review in force on the period’s last day', async () => {
    const { rows } = await teamList(workplaceFor(db()), null, '2027-01-15');
    expect(rows.find(({ name }) => name === 'Millbrook')?.fidelity).toBe('none in force');
  });

  test.each(['returns', 'review', 'rating'])(
    'picks the teams at work without %s',
    async (point) => {
      expect(await named(point)).toEqual(['Ashford']);
      const { pickedBy, choices } = await teamList(workplaceFor(db()), point, today);
      expect(pickedBy).toMatch(/^Without a /);
      expect(choices.filter(({ current }) => current).map(({ href }) => href)).toEqual([
        `/teams?show=${point}`,
      ]);
    },
  );

  test('shows every team for a pick that is not on offer', async () => {
    expect(await named('money')).toHaveLength(4);
    expect((await teamList(workplaceFor(db()), 'money', today)).choices[0]).toEqual({
      href: '/teams',
      text: 'All teams',
      current: true,
    });
  });
});
