import { describe, expect, test } from 'vitest';

import { periodOf } from '#app/relations/period.ts';
import { relationSettingsOn } from '#app/relations/settings.server.ts';
import { teamPeriod, teamRecords } from '#app/relations/team-periods.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';

import { clientsOf, evidencedStart, startedOn } from '../../builders/clients.ts';
import { contactsOf } from '../../builders/contacts.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { aMeetingReturn } from '../../builders/meeting-returns.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { aSignedOffReview, scoresOfTotal } from '../../builders/reviews.ts';
import { aSpecialist } from '../../builders/staff.ts';
import { aTeam } from '../../builders/teams.ts';

const today = '2026-07-15';

/** Clients of one team, each at an edge of a definition. The period is January to June 2026. */
const clients = [
  // The first day of the period, a job that IPS Grow counts, evidenced on the last day.
  { enrolmentDate: '2026-01-01', jobs: [evidencedStart('2026-03-01', '2026-06-30')] },
  // The last day, no job yet.
  { enrolmentDate: '2026-06-30' },
  // The day before the period; evidence one day too late.
  { enrolmentDate: '2025-12-31', jobs: [evidencedStart('2026-02-01', '2026-07-01')] },
  { enrolmentDate: '2026-02-01', inWorkAtEnrolment: 'yes', jobs: [startedOn('2026-03-02')] },
  { enrolmentDate: '2026-02-01', inWorkAtEnrolment: 'not-known', jobs: [startedOn('2026-03-02')] },
  // A start the day after the period.
  { enrolmentDate: '2026-03-01', jobs: [startedOn('2026-07-01')] },
  // Under four hours done, evidenced on a day that was not recorded.
  {
    enrolmentDate: '2026-03-01',
    jobs: [{ ...evidencedStart('2026-04-01', null), fourHoursDone: 'no' }],
  },
  { enrolmentDate: '2026-07-01' },
  // Engaged nine months before the end: a start on the last day that counts, and on the first that does not.
  {
    enrolmentDate: '2025-09-01',
    engagementDate: '2025-09-30',
    jobs: [startedOn('2026-06-29')],
  },
  {
    enrolmentDate: '2025-09-01',
    engagementDate: '2025-09-30',
    jobs: [startedOn('2026-06-30')],
  },
  // Engaged one day too late for the nine months, and started already.
  {
    enrolmentDate: '2025-09-01',
    engagementDate: '2025-10-01',
    jobs: [startedOn('2026-01-05')],
  },
] as const;

async function threeTeams(db: Db) {
  const [first, second, third] = [await aTeam(db), await aTeam(db), await aTeam(db)];

  await clientsOf(db, first.id, clients);
  // Four weeks with Good Friday and Easter Monday: 18 working days of 0.6, less 1.5 days of leave, is
  // 10.8 / 5 - 1.5 / 5 = 1.86 weeks. Leave on the bank holiday takes nothing away.
  const specialist = await aSpecialist(db, first.id, {
    employedFrom: '2026-03-30',
    employedTo: '2026-04-26',
    patterns: { '2026-03-30': 0.6 },
    leave: { '2026-04-03': 1, '2026-04-08': 1, '2026-04-09': 0.5 },
  });
  await contactsOf(db, specialist, 'strict', { day: '2026-04-01', count: 11 });
  await contactsOf(db, specialist, 'all modes only', { day: '2026-04-02', count: 5 });
  for (const kind of ['unanswered', 'undone'] as const)
    await contactsOf(db, specialist, kind, { day: '2026-04-02', count: 20 });
  // A leader's hours and contacts stand on neither side.
  const leader = await aSpecialist(db, first.id, { role: 'team-leader' });
  await contactsOf(db, leader, 'strict', { day: '2026-04-01', count: 30 });
  await aSignedOffReview(db, first.id, {
    lastVisitDay: '2024-06-30',
    scores: scoresOfTotal(91),
  });
  await aSignedRating(db, first.id, {
    ratedOn: '2026-06-01',
    chosenLevel: 'high',
    hostSignedAt: '2026-06-30T12:00:00.000Z',
  });

  await clientsOf(db, second.id, [{ enrolmentDate: '2026-02-01' }]);
  // (30 + 40) / (20 + 30) = 1.4 meetings per client and month; the months around the period are not in it.
  for (const [month, meetings, onBooks] of [
    ['2025-12', 999, 10],
    ['2026-01', 30, 20],
    ['2026-06', 40, 30],
    ['2026-07', 999, 10],
  ] as const) {
    await aMeetingReturn(db, second.id, month, { meetings, bands: [5, onBooks - 5, 0, 0, 0] });
  }
  // Two specialists: (15 + 3) contacts over (4 + 2) weeks, the mean of 3.75 and 1.5 it is not.
  const post = { employedFrom: '2026-02-02', employedTo: '2026-03-01' };
  const full = await aSpecialist(db, second.id, post);
  const half = await aSpecialist(db, second.id, { ...post, patterns: { '2026-02-02': 0.5 } });
  await contactsOf(db, full, 'strict', { day: '2026-02-02', count: 15 });
  await contactsOf(db, half, 'strict', { day: '2026-03-01', count: 3 });
  await aSignedOffReview(db, second.id, { lastVisitDay: '2024-06-29' });
  await aSignedRating(db, second.id, { ratedOn: '2025-06-01', chosenLevel: 'low' });
  await aSignedRating(db, second.id, {
    ratedOn: '2026-06-01',
    chosenLevel: 'high',
    hostSignedAt: '2026-07-01T08:00:00.000Z',
  });

  // Signed off after the period, and one of 24 items that has no total.
  const lastVisitDay = '2026-06-30';
  const signedOffAt = '2026-07-10T08:00:00.000Z';
  await aSignedOffReview(db, third.id, {
    lastVisitDay,
    signedOffAt,
    kind: 'self-assessment',
    scores: scoresOfTotal(64),
  });
  const { 25: _, ...incomplete } = scoresOfTotal(120);
  await aSignedOffReview(db, third.id, {
    lastVisitDay,
    signedOffAt: '2026-07-11T08:00:00.000Z',
    scores: incomplete,
  });
  // Two working days are too few for a rate.
  await aSpecialist(db, third.id, { employedFrom: '2026-06-29' });
  return { first, second, third };
}

describe('the record of a team in a period', () => {
  const { db, made } = sharedDatabase(threeTeams);

  async function recordsUnder(key: string, length: '1' | '2' = '1') {
    const period = periodOf(today, '2026-H1', length);
    const settings = await relationSettingsOn(db(), period.to);
    return teamRecords(db(), { definition: getJobEntryDefinition(key), period, today, settings });
  }

  async function record(team: 'first' | 'second' | 'third', key = 'ips-grow') {
    const found = (await recordsUnder(key)).get(made()[team].id);
    expect(found).toBeDefined();
    return found!;
  }

  test('rates are worked out by hand under each definition', async () => {
    // IPS Grow: both edge days, the late start and the short one; only the first started in time.
    expect((await record('first', 'ips-grow')).rate).toMatchObject({
      numerator: 1,
      denominator: 4,
      isPeriodOver: true,
      withInWorkNotKnown: { numerator: 2, denominator: 5 },
    });
    // Via: everybody but the one enrolled after the count date; evidence in time, or without a day.
    expect((await record('first', 'via-evaluation')).rate).toMatchObject({
      numerator: 2,
      denominator: 10,
    });
    // Contract: the two engaged nine months ago, one of them in time.
    expect((await record('first', 'outcomes-contract')).rate).toMatchObject({
      numerator: 1,
      denominator: 2,
      younger: { clients: 1, started: 1 },
    });
  });

  test('contacts a working week allow for hours, bank holidays and leave', async () => {
    const { strict, allModes } = (await record('first')).contacts!;
    expect(strict.workingWeeks).toBeCloseTo(1.86, 10);
    expect(strict).toMatchObject({ status: 'rate', contacts: 11 });
    expect(allModes).toMatchObject({ status: 'rate', contacts: 16 });
    const { contactsPerWeek, contactsPerWeekAllModes } = teamPeriod(await record('first'));
    expect(contactsPerWeek).toBeCloseTo(11 / 1.86, 10);
    expect(contactsPerWeekAllModes).toBeCloseTo(16 / 1.86, 10);
  });

  test('contacts of a team are those of all its specialists over all their weeks', async () => {
    expect(teamPeriod(await record('second')).contactsPerWeek).toBeCloseTo(18 / 6, 10);
    const third = await record('third');
    expect(third.contacts?.strict.status).toBe('too-few');
    expect(teamPeriod(third).contactsPerWeek).toBeNull();
  });

  test('meetings are those of the months of the period', async () => {
    const { meetings } = await record('second');
    expect(meetings).toMatchObject({
      status: 'measured',
      meetingsPerClientMonth: 1.4,
      monthsMissing: ['2026-02', '2026-03', '2026-04', '2026-05'],
    });
    expect(teamPeriod(await record('second')).meetingsPerClientMonth).toBe(1.4);
    expect(teamPeriod(await record('first')).meetingsPerClientMonth).toBeNull();
  });

  test('a review counts for 24 months from its last visit day, whenever it was signed off', async () => {
    expect((await record('first')).review).toMatchObject({
      total: 91,
      lastVisitDay: '2024-06-30',
    });
    expect((await record('second')).review).toBeUndefined();
    expect(teamPeriod(await record('third'))).toMatchObject({
      fidelityTotal: 64,
      fidelityReviewKind: 'self-assessment',
    });
  });

  test('a rating counts from its second signature on', async () => {
    expect((await record('first')).rating?.level).toBe('high');
    expect((await record('second')).rating).toMatchObject({ level: 'low', ratedOn: '2025-06-01' });
    expect(teamPeriod(await record('third')).integrationLevel).toBeNull();
  });

  test('two half-years are one period', async () => {
    const records = await recordsUnder('ips-grow', '2');
    // Beside the four: the one of 31 December with a start, and three of September, all of whom started by June.
    expect(records.get(made().first.id)?.rate).toMatchObject({ numerator: 5, denominator: 8 });
    // (999 + 30 + 40) / (10 + 20 + 30)
    const { meetings } = records.get(made().second.id)!;
    expect(meetings).toMatchObject({ status: 'measured', meetingsPerClientMonth: 1069 / 60 });
  });

  test('one team asked for is the same as among all, and alone', async () => {
    const period = periodOf(today, '2026-H1', '1');
    const settings = await relationSettingsOn(db(), period.to);
    const definition = getJobEntryDefinition('via-evaluation');
    const all = await teamRecords(db(), { definition, period, today, settings });
    for (const { id: teamId } of Object.values(made())) {
      const one = await teamRecords(db(), { definition, period, today, settings, teamId });
      expect([...one.keys()]).toEqual([teamId]);
      expect(one.get(teamId)).toEqual(all.get(teamId));
    }
    expect(all.size).toBe(3);
  });
});
