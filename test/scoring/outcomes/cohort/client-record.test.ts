import { describe, expect, it } from 'vitest';

import { clientProblems } from '#scoring/outcomes/cohort/client-record.ts';

import { clientRecord } from './cohort.ts';

describe('clientProblems', () => {
  it('has none for a whole row, nor for blanks in group fields', () => {
    expect(clientProblems(clientRecord())).toEqual([]);
    const blank = clientRecord({
      team: null,
      sex: '',
      ageAtEnrolment: null,
      substanceGroup: ' ',
      treatmentStatus: null,
      monthsInTreatment: null,
      ipsEngagementMonths: null,
      deprivationQuintile: null,
    });
    expect(clientProblems(blank)).toEqual([]);
  });

  it('refuses an enrolment after the linkage date, and takes one on it', () => {
    const enrolmentDate = '2022-02-01';
    expect(clientProblems(clientRecord({ enrolmentDate }), '2022-02-01')).toEqual([]);
    expect(clientProblems(clientRecord({ enrolmentDate }), '2022-01-31')).toEqual([
      { field: 'enrolment_date', rule: 'must not lie after the linkage date, 2022-01-31' },
    ]);
  });

  it.each([
    [{ clientId: ' ' }, 'client_id', 'must not be blank'],
    [{ enrolmentDate: '2023-02-29' }, 'enrolment_date', 'must be a real calendar day'],
    [{ sex: 'Women' }, 'sex', 'must be blank or one of female; male'],
    [{ ageAtEnrolment: 40.5 }, 'age_at_enrolment', 'a whole number from 0 to 120'],
    [{ ageAtEnrolment: Number.NaN }, 'age_at_enrolment', 'a whole number from 0 to 120'],
    [{ substanceGroup: 'Alcohol' }, 'substance_group', 'Alcohol only'],
    [{ treatmentStatus: 'completed' }, 'treatment_status', 'successfully completed'],
    [{ monthsInTreatment: -1 }, 'months_in_treatment', 'a number from 0 to 1200'],
    [{ ipsEngagementMonths: Infinity }, 'ips_engagement_months', 'a number from 0 to 1200'],
    [{ deprivationQuintile: 0 }, 'deprivation_quintile', 'a whole number from 1 to 5'],
  ])('names field and rule of %o', (changes, field, rule) => {
    const problems = clientProblems(clientRecord(changes));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ field, rule: expect.stringContaining(rule) as string });
  });
});
