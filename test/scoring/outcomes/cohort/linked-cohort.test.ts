import { describe, expect, it } from 'vitest';

import { cohortDescription } from '#scoring/outcomes/cohort/cohort-description.ts';
import { linkedCohort } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { linkedRecords } from '#scoring/outcomes/cohort/linked-records.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';

import { paye } from '../spells/spells.ts';
import { clientRecord, cohortClient } from './cohort.ts';

const linkageDate = '2024-12-01';
const enrolled = (clientId: string, enrolmentDate: string) =>
  clientRecord({ clientId, enrolmentDate });

describe('linkedCohort', () => {
  const records = linkedRecords(
    [
      enrolled('a', '2022-01-01'),
      enrolled('b', '2019-09-30'),
      enrolled('c', '2024-06-01'),
      enrolled('d', '2024-02-28'),
      enrolled('e', '2024-09-01'),
    ],
    [
      { clientId: 'd', ...paye('x', '2024-03-01', null) },
      { clientId: 'b', ...paye('x', '2020-01-01', null) },
    ],
    null,
  );
  const cohort = linkedCohort(records, linkageDate, followUpRules2025);

  it('holds the included with groups and outcomes', () => {
    expect(cohort.clients).toHaveLength(2);
    expect(cohort.clients[0]).toMatchObject({ isFollowUpComplete: true, worked: false });
    expect(cohort.clients[1]).toMatchObject({
      ageBand: '30 to 49',
      worked: true,
      daysToFirstJob: 2,
      isFollowUpComplete: false,
    });
  });

  it('keeps no date and no id', () => {
    expect(JSON.stringify(cohort)).not.toMatch(/\d{4}-\d{2}-\d{2}|clientId|employer/);
  });

  it('counts who was left out under the first reason that applies', () => {
    expect(cohort.excluded.map(({ reason, count }) => [reason, count])).toEqual([
      ['enrolled-too-early', 1],
      ['enrolled-too-late', 2],
    ]);
    const open = { ...followUpRules2025, lastEnrolment: null };
    expect(linkedCohort(records, linkageDate, open).excluded).toMatchObject([
      { reason: 'enrolled-too-early', count: 1 },
      { reason: 'too-few-months', count: 2 },
    ]);
  });

  it('refuses a row that is not valid, naming field and rule', () => {
    const bad = [{ client: enrolled('a', '2022-02-30'), spells: [], contributions: null }];
    expect(() => linkedCohort(bad, linkageDate, followUpRules2025)).toThrow(
      /cohortMember: enrolment_date must be a real calendar day/,
    );
  });
});

describe('linkedRecords', () => {
  const spell = paye('x', '2022-01-01', null);
  const payment = { paymentDate: '2022-02-01', incomeTax: 1, employeeNi: 1, employerNi: 1 };

  it('gives every client the rows that carry their id', () => {
    const clients = [enrolled('a', '2022-01-01'), enrolled('b', '2022-01-01')];
    const [a, b] = linkedRecords(
      clients,
      [
        { clientId: 'b', ...spell },
        { clientId: 'b', ...spell },
      ],
      [{ clientId: 'a', ...payment }],
    );
    expect(a).toMatchObject({ spells: [], contributions: [payment] });
    expect(b!.spells).toHaveLength(2);
    expect(b!.contributions).toEqual([]);
  });

  it('knows no payments where there is no file of them', () => {
    expect(linkedRecords([enrolled('a', '2022-01-01')], [], null)[0]!.contributions).toBeNull();
  });

  it('refuses rows of nobody and clients who come twice, without saying who', () => {
    const clients = [enrolled('a', '2022-01-01')];
    const unknown = /^linkedRecords: client_id of every row must be in clients.csv$/;
    expect(() => linkedRecords(clients, [{ clientId: 'z', ...spell }], null)).toThrow(unknown);
    expect(() => linkedRecords(clients, [], [{ clientId: 'z', ...payment }])).toThrow(unknown);
    expect(() => linkedRecords([...clients, ...clients], [], null)).toThrow(/twice/);
  });
});

describe('cohortDescription', () => {
  it('is the share of each group, blanks among them', () => {
    const clients = [
      cohortClient({ sex: 'male' }),
      cohortClient(),
      cohortClient({ sex: null }),
      cohortClient({ sex: null }),
    ];
    const sexes = cohortDescription(clients).find(({ breakdown }) => breakdown === 'sex')!;
    expect(sexes.rows.map(({ group, share }) => [group, share.value])).toEqual([
      ['Men', 0.25],
      ['Women', 0.25],
      ['Not known', 0.5],
    ]);
    expect(cohortDescription([])[1]!.rows[0]!.share.status).toBe('none');
  });
});
