import { describe, expect, test } from 'vitest';

import * as plan from '#db/demo/linked/plan.ts';
import { rakedWithin, wholeNumbers } from '#db/demo/linked/raking.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the plan of the linked cohort', () => {
  const { COHORT, sexes, substanceGroups, treatmentStatuses, twoAges, engagements } = plan;
  const counted = [plan.ageBands, plan.timesInTreatment, plan.quintiles, engagements];
  const paid = [substanceGroups, sexes, treatmentStatuses, twoAges];

  test('has the same people and workers in every breakdown', () => {
    for (const groups of [...counted, ...paid]) {
      expect(total(groups.map(({ people }) => people))).toBe(COHORT.matched);
      expect(total(groups.map(({ worked }) => worked))).toBe(COHORT.worked);
    }
    expect(total(plan.firstJobByMonth)).toBe(COHORT.started);
  });

  test('has the same days, payments and sustained jobs in every breakdown', () => {
    for (const key of ['daysEmployed', 'longestJobDays', 'incomeTax', 'nationalInsurance'] as const)
      expect(new Set(paid.map((groups) => total(groups.map((group) => group[key])))).size).toBe(1);
    for (const groups of [substanceGroups, sexes, treatmentStatuses, engagements])
      expect(total(groups.map(({ sustained }) => sustained ?? 0))).toBe(COHORT.sustained);
  });
});

describe('numbers fitted to margins', () => {
  const bounds = [0, 1, 2, 3].map(() => ({ low: 0, high: 10 }));
  const margins = [
    { members: [0, 1], sum: 12 },
    { members: [2, 3], sum: 4 },
    { members: [0, 2], sum: 9 },
    { members: [1, 3], sum: 7 },
  ];

  test('keep their bounds and meet all margins at once', () => {
    const fitted = rakedWithin([5, 5, 5, 5], bounds, margins);
    for (const { members, sum } of margins)
      expect(total(members.map((place) => fitted[place]!))).toBeCloseTo(sum, 2);
    expect(fitted.every((value) => value >= 0 && value <= 10)).toBe(true);
  });

  test('are refused where no numbers within the bounds add up', () => {
    expect(() => rakedWithin([5, 5], bounds, [{ members: [0, 1], sum: 21 }])).toThrow(RangeError);
  });

  test('become whole numbers whose running total stays within a half', () => {
    expect(wholeNumbers([0.4, 0.4, 0.4, 1.3, 2.5])).toEqual([0, 1, 0, 2, 2]);
  });
});
