import { describe, expect, it } from 'vitest';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { getLinkedDimension, type LinkedClient } from '#scoring/outcomes/linked-groups.ts';
import { linkedBreakdown, linkedRate } from '#scoring/outcomes/linked-rates.ts';

const worked = getJobEntryDefinition('ohid-linkage');
const started = getJobEntryDefinition('ohid-linkage-started');

const person = (changes: Partial<LinkedClient> = {}): LinkedClient => ({
  worked: false,
  startedJob: false,
  isFollowUpComplete: true,
  substanceGroup: 'Alcohol only',
  sex: 'female',
  ageAtEnrolment: 40,
  treatmentStatus: 'in treatment',
  monthsInTreatment: 4,
  monthsEngaged: 5,
  deprivationQuintile: 1,
  site: 'Leeds',
  ...changes,
});

describe('linkedRate', () => {
  const people = [
    person({ worked: true, startedJob: true }),
    person({ worked: true }),
    person({ isFollowUpComplete: false }),
    person({ isFollowUpComplete: false, worked: true, startedJob: true }),
    person(),
  ];

  it('keeps worked and started a job apart', () => {
    expect(linkedRate(worked, people)).toMatchObject({ numerator: 3, denominator: 5, value: 0.6 });
    expect(linkedRate(started, people)).toMatchObject({ numerator: 2, denominator: 5 });
  });

  it('is also over complete and incomplete follow-up', () => {
    expect(linkedRate(worked, people, 'complete')).toMatchObject({ numerator: 2, denominator: 3 });
    expect(linkedRate(worked, people, 'incomplete')).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(linkedRate(worked, [], 'complete').status).toBe('none');
  });

  it('refuses a definition of team records', () => {
    expect(() => linkedRate(getJobEntryDefinition('ips-grow'), people)).toThrow(/linkedRate/);
  });
});

describe('linkedBreakdown', () => {
  const groupsOf = (key: string, people: LinkedClient[]) =>
    Object.fromEntries(
      linkedBreakdown(worked, people, getLinkedDimension(key)).rows.map(({ group, rate }) => [
        group,
        rate.denominator,
      ]),
    );

  it('has the groups of the published report, in its order', () => {
    const { successfulEmploymentPct: published } = ohid;
    const names = (key: string) => getLinkedDimension(key).groups;
    expect(names('substance')).toEqual(Object.keys(published.substance));
    expect(names('sex')).toEqual(Object.keys(published.sex));
    expect(names('age')).toEqual(Object.keys(published.age));
    expect(names('treatment-status')).toEqual(Object.keys(published.treatmentStatus));
    expect(names('time-in-treatment')).toEqual(Object.keys(published.timeInTreatment));
    expect([...names('engagement')].sort()).toEqual(Object.keys(published.engagement).sort());
  });

  it('puts numbers into bands at their printed ends', () => {
    const ages = [15, 16, 24, 25, 29, 30, 49, 50, null].map((ageAtEnrolment) =>
      person({ ageAtEnrolment }),
    );
    expect(groupsOf('age', ages)).toEqual({
      '24 years and under': 3,
      '25 years and over': 5,
      'Not known': 1,
    });
    expect(groupsOf('age-bands', ages)).toEqual({
      'Under 16': 1,
      '16 to 29': 4,
      '30 to 49': 2,
      '50 and over': 1,
      'Not known': 1,
    });
    const months = [0, 3, 3.1, 6, 12, 12.5].map((monthsInTreatment) =>
      person({ monthsInTreatment }),
    );
    expect(groupsOf('time-in-treatment', months)).toEqual({
      'Up to 3 months': 2,
      'Up to 6 months': 2,
      'Up to 12 months': 1,
      'More than 12 months': 1,
    });
    const engaged = [1.9, 2, 30].map((monthsEngaged) => person({ monthsEngaged }));
    expect(groupsOf('engagement', engaged)).toEqual({
      'Less than 2 months': 1,
      'More than 2 months': 2,
    });
  });

  it('has a group for blanks, last, and for names outside the published groups', () => {
    const people = ['', ' ', null, 'Ketamine', 'Alcohol only'].map((substanceGroup) =>
      person({ substanceGroup }),
    );
    const { rows, total } = linkedBreakdown(worked, people, getLinkedDimension('substance'));
    expect(rows.slice(-3).map(({ group, rate }) => [group, rate.denominator])).toEqual([
      ['Alcohol only', 1],
      ['Ketamine', 1],
      ['Not known', 3],
    ]);
    expect(rows.at(-1)!.isNotKnown).toBe(true);
    expect(rows.reduce((sum, { rate }) => sum + rate.denominator, 0)).toBe(total.denominator);
    expect(rows[0]!.rate.status).toBe('none');
  });

  it('names sexes, treatment statuses and quintiles', () => {
    expect(groupsOf('sex', [person(), person({ sex: 'male' }), person({ sex: null })])).toEqual({
      Men: 1,
      Women: 1,
      'Not known': 1,
    });
    const statuses = ['in treatment', 'successfully completed', 'unplanned exit', ''];
    expect(
      groupsOf(
        'treatment-status',
        statuses.map((treatmentStatus) => person({ treatmentStatus })),
      ),
    ).toEqual({
      'In treatment': 1,
      'Successfully completed treatment': 1,
      'Unplanned exit': 1,
      'Not known': 1,
    });
    const quintiles = [1, 5, null].map((deprivationQuintile) => person({ deprivationQuintile }));
    expect(groupsOf('deprivation', quintiles)).toMatchObject({
      '1 (most deprived)': 1,
      '5 (least deprived)': 1,
      'Not known': 1,
    });
  });

  it('lists sites by name and marks those too small to publish', () => {
    const people = [
      ...Array.from({ length: 99 }, () => person({ site: 'Wirral' })),
      ...Array.from({ length: 100 }, () => person({ site: 'Leeds', worked: true })),
    ];
    const { rows } = linkedBreakdown(worked, people, getLinkedDimension('site'));
    expect(rows.map(({ group, isPublishable }) => [group, isPublishable])).toEqual([
      ['Leeds', true],
      ['Wirral', false],
    ]);
  });

  it('refuses negative numbers and unknown breakdowns', () => {
    expect(() => groupsOf('age', [person({ ageAtEnrolment: -1 })])).toThrow(RangeError);
    expect(() => getLinkedDimension('height')).toThrow(/getLinkedDimension/);
  });
});
