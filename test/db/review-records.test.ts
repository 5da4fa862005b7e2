import { describe, expect, test } from 'vitest';

import {
  countMeetingsByForm,
  getTeamOpening,
  listClientRecords,
  listCurrentJobs,
  listEmployerVisits,
  listJobStarts,
} from '#db/queries/review-records.ts';

import { aClient, startedOn } from '../builders/clients.ts';
import { contactsOf } from '../builders/contacts.ts';
import { sharedDatabase } from '../builders/database.ts';
import { meetingsOf } from '../builders/meetings.ts';
import { setUpAt } from '../builders/set-up.ts';
import { aSpecialist } from '../builders/staff.ts';
import { aTeam } from '../builders/teams.ts';
import { addEmployer } from './daily-work.ts';

const window = { from: '2026-04-01', to: '2026-06-30' };

const { db, made } = sharedDatabase(async (given) => {
  const team = await aTeam(given, { startDate: '2024-09-02' });
  const other = await aTeam(given);
  const teamId = team.id;
  const bakery = await addEmployer(given, teamId, 'Harbour Bakery');
  const enrolledOnTheLastDay = await aClient(given, teamId, {
    enrolmentDate: window.to,
    profileDate: '2026-07-14',
  });
  const closed = await aClient(given, teamId, {
    enrolmentDate: '2025-02-03',
    closedOn: '2026-04-20',
    jobs: [
      startedOn('2025-06-02', { endDate: '2026-03-31' }),
      startedOn('2025-07-01', { endDate: window.from, jobType: 'Cleaning', permanent: 'no' }),
      startedOn(window.from, { employerId: bakery, permanent: 'yes', jobType: 'Baking' }),
      startedOn(window.to, { endDate: window.to }),
      startedOn('2026-07-01'),
    ],
  });
  await aClient(given, teamId, { enrolmentDate: '2026-07-01' });
  const stranger = await aClient(given, other.id, {
    enrolmentDate: '2026-01-05',
    jobs: [startedOn('2026-05-05')],
  });
  const amal = await aSpecialist(given, teamId);
  const client = { id: closed, teamId };
  await meetingsOf(given, client, ['2026-03-31', window.from, window.to, '2026-07-01']);
  await meetingsOf(given, client, ['2026-05-05'], { form: 'telephone', specialistId: amal.id });
  await meetingsOf(given, client, ['2026-05-06'], { undoneAt: setUpAt });
  await meetingsOf(given, { id: stranger, teamId: other.id }, ['2026-05-05']);
  await contactsOf(given, amal, 'strict', { day: window.from, count: 2, employerId: bakery });
  await contactsOf(given, amal, 'strict', { day: window.to, employerId: bakery });
  await contactsOf(given, amal, 'strict', { day: '2026-03-31', employerId: bakery });
  await contactsOf(given, amal, 'strict', { day: '2026-07-01', employerId: bakery });
  await contactsOf(given, amal, 'all modes only', { day: '2026-05-05', employerId: bakery });
  await contactsOf(given, amal, 'undone', { day: '2026-05-06', employerId: bakery });
  const away = await aSpecialist(given, other.id);
  await contactsOf(given, away, 'strict', { day: '2026-05-05' });
  return { teamId, closed, enrolledOnTheLastDay, amal: amal.id, bakery };
});

describe('a team’s records for the items of a review', () => {
  test('know when the team opened', async () => {
    expect(await getTeamOpening(db(), made().teamId)).toBe('2024-09-02');
  });

  test('hold clients enrolled by the end, with meetings and jobs of the window', async () => {
    const { teamId, closed, enrolledOnTheLastDay, amal } = made();
    const inPerson = { isInPerson: true, specialistId: null };
    expect(await listClientRecords(db(), teamId, window)).toEqual([
      {
        clientId: closed,
        enrolledOn: '2025-02-03',
        closedOn: '2026-04-20',
        profileOn: null,
        meetings: [
          { on: window.from, ...inPerson },
          { on: '2026-05-05', isInPerson: false, specialistId: amal },
          { on: window.to, ...inPerson },
        ],
        jobs: [
          { startedOn: '2025-07-01', endedOn: window.from },
          { startedOn: window.from, endedOn: null },
          { startedOn: window.to, endedOn: window.to },
        ],
      },
      {
        clientId: enrolledOnTheLastDay,
        enrolledOn: window.to,
        closedOn: null,
        profileOn: '2026-07-14',
        meetings: [],
        jobs: [],
      },
    ]);
  });

  test('hold the job starts of the window with kind and employer', async () => {
    const { teamId, bakery } = made();
    expect(await listJobStarts(db(), teamId, window)).toEqual([
      { startedOn: window.from, jobType: 'Baking', employerId: bakery },
      { startedOn: window.to, jobType: 'Shop work', employerId: null },
    ]);
  });

  test('hold the jobs that run on a day, its first and last day included', async () => {
    const permanentOn = async (day: string) =>
      (await listCurrentJobs(db(), made().teamId, day)).map(({ permanent }) => permanent).sort();
    expect(await permanentOn(window.from)).toEqual(['no', 'yes']);
    expect(await permanentOn('2026-04-02')).toEqual(['yes']);
    expect(await permanentOn(window.to)).toEqual(['not-known', 'yes']);
  });

  test('hold each day an employer was met in person once', async () => {
    const { teamId, bakery } = made();
    const visits = await listEmployerVisits(db(), teamId, window);
    expect(visits.sort((a, b) => a.on.localeCompare(b.on))).toEqual([
      { employerId: bakery, on: window.from },
      { employerId: bakery, on: window.to },
    ]);
  });

  test('count meetings by form', async () => {
    const counts = await countMeetingsByForm(db(), made().teamId, window);
    expect(counts.sort((a, b) => a.form.localeCompare(b.form))).toEqual([
      { form: 'in-person', meetings: 2 },
      { form: 'telephone', meetings: 1 },
    ]);
  });
});
