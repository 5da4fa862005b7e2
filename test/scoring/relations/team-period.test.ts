import { describe, expect, it } from 'vitest';
import { fidelityReviewInForce, integrationRatingInForce } from '#scoring/relations/in-force.ts';
import { teamsInUse } from '#scoring/relations/team-period.ts';
import { referenceTeams } from './reference-teams.ts';

describe('teamsInUse', () => {
  const [team] = referenceTeams();

  it('lists teams with fewer than 10 clients and uses the others', () => {
    const rows = [9, 10].map((clients) => ({
      ...team!,
      teamId: `T${clients}`,
      clients,
      jobEntries: 3,
    }));
    const { used, tooSmall } = teamsInUse(rows);
    expect([used, tooSmall].map((list) => list.map(({ teamId }) => teamId))).toEqual([
      ['T10'],
      ['T9'],
    ]);
  });

  it('refuses impossible counts and a team with two periods', () => {
    expect(() => teamsInUse([{ ...team!, jobEntries: -1 }])).toThrow(/teamsInUse/);
    expect(() => teamsInUse([{ ...team!, clients: 20.5 }])).toThrow(RangeError);
    expect(() => teamsInUse([team!, team!])).toThrow(/once/);
  });
});

describe('fidelityReviewInForce', () => {
  const review = (id: string, lastVisitDay: string | null, signedOffOn: string | null) => ({
    id,
    lastVisitDay,
    signedOffOn,
  });
  const inForce = (...reviews: ReturnType<typeof review>[]) =>
    fidelityReviewInForce(reviews, '2026-06-30')?.id;

  it('is the last signed-off one visited by the last day of the period', () => {
    expect(
      inForce(
        review('old', '2025-03-01', '2025-04-01'),
        review('last', '2026-06-30', '2026-08-01'),
        review('draft', '2026-05-01', null),
        review('later', '2026-07-01', '2026-07-20'),
        review('planned', null, null),
      ),
    ).toBe('last');
  });

  it.each([
    ['2024-06-30', 'A'],
    ['2024-06-29', undefined],
  ])('is at most 24 months old: %s', (day, expected) => {
    expect(inForce(review('A', day, '2024-08-01'))).toBe(expected);
  });

  it('is the one signed off last of two with the same visit day', () => {
    expect(
      inForce(review('A', '2026-03-01', '2026-05-01'), review('B', '2026-03-01', '2026-04-01')),
    ).toBe('A');
  });
});

describe('integrationRatingInForce', () => {
  const rating = (
    level: 'low' | 'medium' | 'high',
    leader: string | null,
    host: string | null,
  ) => ({
    level,
    teamLeaderSignedOn: leader,
    hostServiceSignedOn: host,
  });

  it('is the last with both signatures by the last day of the period', () => {
    const ratings = [
      rating('low', '2025-06-01', '2025-06-20'),
      rating('medium', '2026-06-01', '2026-06-30'),
      rating('high', '2026-06-01', '2026-07-01'),
      rating('high', '2026-06-02', null),
    ];
    expect(integrationRatingInForce(ratings, '2026-06-30')?.level).toBe('medium');
    expect(integrationRatingInForce(ratings, '2026-06-29')?.level).toBe('low');
    expect(integrationRatingInForce(ratings, '2025-06-19')).toBeUndefined();
  });
});
