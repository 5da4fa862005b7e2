import { describe, expect, test } from 'vitest';

import { criterionTexts } from '#app/integration/criterion-texts.ts';
import { isSigned, proposalFor, ratingAt, schemeOf } from '#app/integration/rating-of.server.ts';
import { ratingRow } from '#app/integration/rating-row.server.ts';
import { ratingInWords, ratingWords } from '#app/integration/rating-words.ts';
import { mayDo, signingSide } from '#app/integration/signing.server.ts';
import { criterionKeys } from '#app/forms/integration-rating.ts';
import type { IntegrationRating } from '#db/queries/integration-ratings.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { aRating } from '../../builders/ratings.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson, everyRole } from '../../builders/users.ts';

const on = '2026-06-01T12:00:00.000Z';
const level = 'medium' as const;

/** A rating in the states it goes through, as far as signing asks. */
const states = {
  draft: { chosenLevel: null, leaderSignedAt: null, hostSignedAt: null },
  ready: { chosenLevel: level, leaderSignedAt: null, hostSignedAt: null },
  'by leader': { chosenLevel: level, leaderSignedAt: on, hostSignedAt: null },
  'by host': { chosenLevel: level, leaderSignedAt: null, hostSignedAt: on },
  'by both': { chosenLevel: level, leaderSignedAt: on, hostSignedAt: on },
};

describe('what a user may do with a rating', () => {
  const may = (role: Parameters<typeof aPerson>[0], state: keyof typeof states) => {
    const can = mayDo(aPerson(role), states[state]);
    return Object.entries(can).flatMap(([what, is]) => (is ? [what] : []));
  };

  test.each([
    ['draft', ['edit'], ['edit'], []],
    ['ready', ['sign', 'edit'], ['edit'], ['sign']],
    ['by leader', ['withdraw'], [], ['sign']],
    ['by host', ['sign'], [], ['withdraw']],
    ['by both', [], [], []],
  ] as const)('%s: leader %j, specialist %j, host %j', (state, leader, specialist, host) => {
    expect(may('team-leader', state)).toEqual(leader);
    expect(may('employment-specialist', state)).toEqual(specialist);
    expect(may('host-representative', state)).toEqual(host);
  });

  test('nobody else signs or changes one', () => {
    const others = everyRole.filter(
      (role) => !['team-leader', 'employment-specialist', 'host-representative'].includes(role),
    );
    expect(others).toHaveLength(4);
    for (const role of others) {
      expect(signingSide(aPerson(role))).toBeUndefined();
      for (const state of Object.keys(states) as (keyof typeof states)[])
        expect(may(role, state)).toEqual([]);
    }
  });
});

describe('a rating in lists and words', () => {
  test('has one status in each state', () => {
    const summary = { id: 'r1', teamId: 't1', teamName: 'Harbour', ratedOn: '2026-06-01' };
    const statuses = Object.values(states).map(
      (state) => ratingRow({ ...summary, ...state }).status,
    );
    expect(statuses).toEqual([
      'Draft',
      'Ready to sign',
      'Waits for the host service',
      'Waits for the team leader',
      'Signed by both',
    ]);
    expect(ratingRow({ ...summary, ...states.ready })).toMatchObject({
      href: '/teams/t1/integration/r1',
      teamName: 'Harbour',
      ratedOn: '1 June 2026',
      level: 'medium',
    });
  });

  test('prints 0 as absent and nothing as not rated yet', () => {
    expect([0, 1, 2, null, undefined].map(ratingInWords)).toEqual([
      '0 – Absent',
      '1 – Partly in place',
      '2 – In place',
      'Not rated yet',
      'Not rated yet',
    ]);
  });

  test('has words for each criterion of the form, in its order', () => {
    expect(criterionTexts.map(({ key }) => key)).toEqual(criterionKeys);
    const criteria = { culture: { rating: 0, evidence: 'Seen in the meeting' } };
    const words = ratingWords({ ratedOn: '2026-06-01', provider: 'same', criteria });
    expect(words).toHaveLength(2 + 2 * criterionKeys.length);
    expect(words).toContainEqual({ label: 'Culture', text: '0 – Absent' });
    expect(words).toContainEqual({ label: 'Culture: evidence', text: 'Seen in the meeting' });
    expect(words).toContainEqual({ label: 'Co-location', text: 'Not rated yet' });
  });
});

describe('the rating of an address', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    return { own, other, ratingId: await aRating(given, own.id, 'signed by the host service') };
  });

  test('is found by its team and id, and keeps the scheme it was begun under', async () => {
    const { own, ratingId } = made();
    const rating = await ratingAt(db(), { teamId: own.id, ratingId });
    expect(isSigned(rating)).toBe(true);
    expect((await schemeOf(db(), rating)).criteria.map(({ key }) => key)).toEqual(criterionKeys);
  });

  test('of another team is not found, as one that does not exist', async () => {
    const { own, other, ratingId } = made();
    for (const params of [
      { teamId: other.id, ratingId },
      { teamId: own.id, ratingId: 'none' },
    ]) {
      const thrown = await ratingAt(db(), params).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ status: 404 });
    }
  });

  test('is proposed a level once every criterion is rated; co-location at 0 is never high', async () => {
    const { own, ratingId } = made();
    const rating = await ratingAt(db(), { teamId: own.id, ratingId });
    const scheme = await schemeOf(db(), rating);
    const proposed = (ratings: (number | null)[]) => {
      const entries = criterionKeys.map((key, index) => [
        key,
        { rating: ratings[index] ?? null, evidence: '' },
      ]);
      const criteria = Object.fromEntries(entries) as IntegrationRating['criteria'];
      return proposalFor(scheme, { ...rating, criteria });
    };
    expect(proposed([1, 1, 1, 1, 0])).toMatchObject({ level: 'medium' });
    expect(proposed([2, 2, 2, 1, 1])).toMatchObject({ level: 'high' });
    expect(proposed([0, 2, 2, 2, 2])).toMatchObject({ level: 'medium' });
    expect(proposed([1, 1, 1, 0, 0])).toMatchObject({ level: 'low' });
    expect(proposed([2, 2, 2, 2])).not.toHaveProperty('level');
  });
});
