import { describe, expect, it } from 'vitest';
import { proposedIntegrationLevel } from '#scoring/integration/integration-rating.ts';
import { integrationScheme2026 } from '#scoring/integration/integration-scheme.ts';

const keys = ['co-location', 'team-meetings', 'shared-records', 'culture', 'commissioner-support'];
const answers = [0, 1, 2];

const all = answers.flatMap((a) =>
  answers.flatMap((b) =>
    answers.flatMap((c) => answers.flatMap((d) => answers.map((e) => [a, b, c, d, e]))),
  ),
);

const rated = (points: (number | null | undefined)[]) =>
  proposedIntegrationLevel(
    integrationScheme2026,
    Object.fromEntries(keys.map((key, index) => [key, points[index]])),
  );

describe('proposedIntegrationLevel', () => {
  it('has the five criteria', () => {
    expect(integrationScheme2026.criteria.map(({ key }) => key)).toEqual(keys);
    expect(JSON.parse(JSON.stringify(integrationScheme2026))).toEqual(integrationScheme2026);
  });

  it('follows the sum in all 243 answers, and is never high without co-location', () => {
    expect(all).toHaveLength(243);
    for (const points of all) {
      const sum = points.reduce((total, value) => total + value, 0);
      const level = sum <= 3 ? 'low' : sum <= 7 ? 'medium' : points[0] === 0 ? 'medium' : 'high';
      expect(rated(points)).toMatchObject({ status: 'proposed', sum, level });
    }
  });

  it.each([
    [[0, 1, 1, 1, 0], 3, 'low'],
    [[0, 1, 1, 1, 1], 4, 'medium'],
    [[1, 2, 2, 1, 1], 7, 'medium'],
    [[1, 2, 2, 2, 1], 8, 'high'],
    [[0, 2, 2, 2, 2], 8, 'medium'],
    [[2, 2, 2, 2, 2], 10, 'high'],
  ])('%j adds up to %i: %s', (points, sum, level) => {
    expect(rated(points)).toMatchObject({ sum, level });
  });

  it('says why it is not higher', () => {
    expect(rated([0, 2, 2, 2, 2])).toMatchObject({
      label: 'Medium',
      explanation: 'Sum 8 of 10. Not higher, because “Co-location” is rated 0 (absent).',
    });
    expect(rated([0, 2, 1, 1, 1])).toMatchObject({ explanation: 'Sum 5 of 10.' });
  });

  it('names what is not rated yet', () => {
    expect(rated([2, undefined, null, 1, 0])).toEqual({
      status: 'incomplete',
      criteriaRated: 3,
      criteria: 5,
      missing: [
        { key: 'team-meetings', label: 'Part in team meetings' },
        { key: 'shared-records', label: 'Shared records and IT' },
      ],
    });
  });

  it('refuses what cannot be', () => {
    expect(() => rated([3, 0, 0, 0, 0])).toThrow(
      /proposedIntegrationLevel: criterion "co-location" must have whole points from 0 to 2/,
    );
    expect(() => rated([0.5, 0, 0, 0, 0])).toThrow(RangeError);
    expect(() => proposedIntegrationLevel(integrationScheme2026, { other: 1 })).toThrow(
      /has no criterion "other"/,
    );
    const gap = { ...integrationScheme2026, levels: integrationScheme2026.levels.slice(1) };
    const none = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(() => proposedIntegrationLevel(gap, none)).toThrow(/has no level for a sum of 0/);
  });
});
