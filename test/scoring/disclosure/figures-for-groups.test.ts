import { describe, expect, it } from 'vitest';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { figuresForGroups } from '#scoring/disclosure/figures-for-groups.ts';

const groups = [
  { numerator: 40, denominator: 90 },
  { numerator: 12, denominator: 33 },
  { numerator: 3, denominator: 20 },
  { numerator: 0, denominator: 0 },
];

describe('figuresForGroups', () => {
  it('hides a second group where one small group could be worked out from the whole', () => {
    const { groups: figures, total } = figuresForGroups('others', groups, policy);
    expect(figures.map(({ status }) => status)).toEqual(['shown', 'hidden', 'hidden', 'none']);
    expect(total).toMatchObject({ numerator: 55, denominator: 145 });
  });

  it('shows the team everything', () => {
    const { groups: figures, total } = figuresForGroups('own-team', groups, policy);
    expect(figures.map(({ status }) => status)).toEqual(['shown', 'shown', 'shown', 'none']);
    expect(total).toMatchObject({ numerator: 55, denominator: 143, rounded: false });
  });

  it('shows groups without small counts, whole percents for the linked cohort', () => {
    const large = [
      { numerator: 370, denominator: 1000 },
      { numerator: 95, denominator: 190 },
    ];
    const { groups: figures } = figuresForGroups('others', large, policy, { linkedCohort: true });
    expect(figures.map(({ value }) => value)).toEqual([0.37, 0.5]);
  });

  it('answers for no groups at all', () => {
    expect(figuresForGroups('others', [], policy)).toMatchObject({
      groups: [],
      total: { status: 'none' },
    });
  });
});
