import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  breakdownKeys,
  breakdowns,
  clientsByGroup,
  getBreakdown,
} from '#scoring/outcomes/cohort/breakdowns.ts';
import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import { groupFields } from '#scoring/outcomes/cohort/group-fields.ts';
import ohid from '#test/reference/ohid-2025.json' with { type: 'json' };

import { clientRecord } from './cohort.ts';

/** How many of some clients are in each group, groups with nobody left out. */
function counts(key: string, field: keyof ClientRecord, values: readonly unknown[]) {
  const fields = values.map((value) => groupFields(clientRecord({ [field]: value })));
  return Object.fromEntries(
    clientsByGroup(fields, getBreakdown(key))
      .filter(({ clients }) => clients.length > 0)
      .map(({ group, clients }) => [group, clients.length]),
  );
}

describe('breakdowns', () => {
  it('have the groups of the published report, in its order', () => {
    const { successfulEmploymentPct: published, cohort } = ohid;
    const names = (key: string) => getBreakdown(key).groups;
    expect(names('substance')).toEqual(Object.keys(published.substance));
    expect(names('sex')).toEqual(Object.keys(published.sex));
    expect(names('age')).toEqual(Object.keys(published.age));
    expect(names('age-bands')).toEqual(Object.keys(cohort.agePct));
    expect(names('treatment-status')).toEqual(Object.keys(published.treatmentStatus));
    expect(names('time-in-treatment')).toEqual(Object.keys(published.timeInTreatment));
    expect(names('engagement')).toEqual(Object.keys(published.engagement));
    expect(breakdowns.map(({ key }) => key)).toEqual(breakdownKeys);
    expect(breakdowns.filter(({ isCompared }) => !isCompared).map(({ key }) => key)).toEqual([
      'site',
    ]);
    expect(() => getBreakdown('height')).toThrow(/getBreakdown/);
  });

  it('put ages into bands at their printed ends', () => {
    const ages = [15, 16, 24, 25, 29, 30, 49, 50, null];
    expect(counts('age', 'ageAtEnrolment', ages)).toEqual({
      '24 years and under': 3,
      '25 years and over': 5,
      'Not known': 1,
    });
    expect(counts('age-bands', 'ageAtEnrolment', ages)).toEqual({
      '16 to 29': 4,
      '30 to 49': 2,
      '50 and over': 1,
      'Under 16': 1,
      'Not known': 1,
    });
  });

  it('put months into bands at their printed ends', () => {
    expect(counts('time-in-treatment', 'monthsInTreatment', [0, 3, 3.1, 6, 12, 12.5])).toEqual({
      'Up to 3 months': 2,
      'Up to 6 months': 2,
      'Up to 12 months': 1,
      'More than 12 months': 1,
    });
    expect(counts('engagement', 'ipsEngagementMonths', [1.9, 2, 30, null])).toEqual({
      'More than 2 months': 2,
      'Less than 2 months': 1,
      'Not known': 1,
    });
    expect(() => groupFields(clientRecord({ monthsInTreatment: -1 }))).toThrow(/groupFields/);
  });

  it('name sexes, treatment statuses and quintiles', () => {
    expect(counts('sex', 'sex', ['female', 'male', 'male', ''])).toEqual({
      Men: 2,
      Women: 1,
      'Not known': 1,
    });
    const statuses = ['in treatment', 'successfully completed', 'unplanned exit', null];
    expect(counts('treatment-status', 'treatmentStatus', statuses)).toEqual({
      'In treatment': 1,
      'Successfully completed treatment': 1,
      'Unplanned exit': 1,
      'Not known': 1,
    });
    expect(counts('deprivation', 'deprivationQuintile', [1, 5, 5, null])).toEqual({
      '1 (most deprived)': 1,
      '5 (least deprived)': 2,
      'Not known': 1,
    });
  });

  it('list groups beyond the published ones by name, and blanks last', () => {
    const given = ['', ' ', null, 'Spice', 'constructor', 'Alcohol only'];
    const fields = given.map((substanceGroup) => groupFields(clientRecord({ substanceGroup })));
    const groups = clientsByGroup(fields, getBreakdown('substance'));
    expect(groups.slice(-4).map(({ group, clients }) => [group, clients.length])).toEqual([
      ['Alcohol only', 1],
      ['constructor', 1],
      ['Spice', 1],
      ['Not known', 3],
    ]);
    expect(groups.map(({ isNotKnown }) => isNotKnown).filter(Boolean)).toHaveLength(1);
    expect(groups[0]!.clients).toEqual([]);
  });

  it('hold everybody once, whatever is written', () => {
    const texts = fc.option(fc.oneof(fc.string(), fc.constantFrom('male', 'Leeds', 'Not known')));
    const records = fc.array(
      fc.record({ sex: texts, substanceGroup: texts, treatmentStatus: texts, team: texts }),
    );
    fc.assert(
      fc.property(records, (list) => {
        const fields = list.map((changes) => groupFields(clientRecord(changes)));
        for (const breakdown of breakdowns) {
          const groups = clientsByGroup(fields, breakdown);
          const everybody = groups.flatMap(({ clients }) => clients);
          expect(everybody).toHaveLength(fields.length);
          expect(new Set(everybody)).toEqual(new Set(fields));
          expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
        }
      }),
    );
  });
});
