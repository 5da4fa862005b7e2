import { describe, expect, test } from 'vitest';

import { DamagedScoreError } from '#db/queries/review-hashes.ts';
import {
  countContactsByKind,
  listBankHolidays,
  listClientsForRate,
  listMeetingReturnFacts,
  listSignedOffReviews,
  listSignedOffVisits,
  listSignedRatings,
  listSpecialistTime,
  type FactsWindow,
} from '#db/queries/team-facts.ts';

import { aClient, clientsOf, evidencedStart, startedOn } from '../builders/clients.ts';
import { contactsOf } from '../builders/contacts.ts';
import { databaseWithReferenceData, sharedDatabase } from '../builders/database.ts';
import { aMeetingReturn } from '../builders/meeting-returns.ts';
import { aRating, aSignedRating } from '../builders/ratings.ts';
import { anOpenReview, aSignedOffReview, scoresOfTotal } from '../builders/reviews.ts';
import { aSpecialist } from '../builders/staff.ts';
import { aTeam } from '../builders/teams.ts';
import { aUser } from '../builders/users.ts';

const halfYear: FactsWindow = { from: '2026-01-01', to: '2026-06-30' };

describe('signed-off reviews', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    const reviewer = await aUser(given, 'reviewer');
    const lastDay = await aSignedOffReview(given, own.id, {
      lastVisitDay: halfYear.to,
      kind: 'self-assessment',
      signedOffAt: '2026-08-02T10:00:00.000Z',
      scores: scoresOfTotal(87),
    });
    const earlier = await aSignedOffReview(given, own.id, { lastVisitDay: '2024-02-29' });
    await aSignedOffReview(given, own.id, { lastVisitDay: '2026-07-01' });
    const open = { lastVisitDay: '2026-05-05', agreed: 25 };
    await anOpenReview(given, own.id, [{ userId: reviewer.id, scored: 25 }], open);
    const others = await aSignedOffReview(given, other.id, { lastVisitDay: '2026-04-01' });
    return { own, other, lastDay, earlier, others };
  });

  test('end with the last day itself, the earliest first, and leave open ones out', async () => {
    const { own, other, lastDay, earlier, others } = made();
    const reviews = await listSignedOffReviews(db(), halfYear);
    expect(reviews.map(({ reviewId }) => reviewId)).toEqual([earlier, others, lastDay]);
    const visits = await listSignedOffVisits(db(), halfYear);
    expect(visits).toHaveLength(3);
    expect(visits).toContainEqual({ teamId: own.id, lastVisitDay: halfYear.to });
    expect(visits).toContainEqual({ teamId: other.id, lastVisitDay: '2026-04-01' });
  });

  test('carry their kind, days and 25 scores', async () => {
    const { own, lastDay } = made();
    const [, review] = await listSignedOffReviews(db(), { ...halfYear, teamId: own.id });
    expect(review).toMatchObject({
      reviewId: lastDay,
      teamId: own.id,
      kind: 'self-assessment',
      lastVisitDay: '2026-06-30',
      signedOffOn: '2026-08-02',
    });
    const scores = Object.values(review?.scores ?? {});
    expect(scores).toHaveLength(25);
    expect(scores.reduce((sum, score) => sum + score, 0)).toBe(87);
  });

  test('of one team are its own', async () => {
    const { other, others } = made();
    const reviews = await listSignedOffReviews(db(), { ...halfYear, teamId: other.id });
    expect(reviews.map(({ reviewId }) => reviewId)).toEqual([others]);
    expect(await listSignedOffVisits(db(), { ...halfYear, teamId: other.id })).toEqual([
      { teamId: other.id, lastVisitDay: '2026-04-01' },
    ]);
  });

  test('a score that is not what was agreed is never given out', async () => {
    const database = await databaseWithReferenceData();
    const { id } = await aTeam(database.db);
    await aSignedOffReview(database.db, id);
    await database.db
      .updateTable('agreedScores')
      .set({ score: 5 })
      .where('itemNumber', '=', 7)
      .execute();
    await expect(listSignedOffReviews(database.db, halfYear)).rejects.toThrow(DamagedScoreError);
    await database.close();
  });
});

describe('signed ratings', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    const ratedOn = '2026-06-01';
    const atEnd = '2026-06-30T15:00:00.000Z';
    const after = '2026-07-01T09:00:00.000Z';
    const inTime = await aSignedRating(given, own.id, {
      ratedOn,
      chosenLevel: 'high',
      leaderSignedAt: '2026-06-02T09:00:00.000Z',
      hostSignedAt: atEnd,
    });
    await aSignedRating(given, own.id, { ratedOn, leaderSignedAt: atEnd, hostSignedAt: after });
    await aSignedRating(given, own.id, { ratedOn, leaderSignedAt: after, hostSignedAt: atEnd });
    for (const state of ['draft', 'ready to sign'] as const) await aRating(given, own.id, state);
    await aRating(given, own.id, 'signed by the leader');
    await aRating(given, own.id, 'signed by the host service');
    const others = await aSignedRating(given, other.id, { ratedOn: '2025-12-01' });
    return { own, other, inTime, others };
  });

  test('have both signatures by the last day, the day of the later one beside', async () => {
    const { own, inTime, others } = made();
    const ratings = await listSignedRatings(db(), halfYear);
    expect(ratings.map(({ ratingId }) => ratingId)).toEqual([others, inTime]);
    expect(ratings[1]).toEqual({
      ratingId: inTime,
      teamId: own.id,
      ratedOn: '2026-06-01',
      level: 'high',
      signedOn: '2026-06-30',
    });
  });

  test('come with a day later once the second signature is there', async () => {
    expect(await listSignedRatings(db(), { to: '2026-07-01' })).toHaveLength(4);
    expect(await listSignedRatings(db(), { to: '2026-06-29' })).toHaveLength(1);
  });

  test('of one team are its own', async () => {
    const { other, others } = made();
    const ratings = await listSignedRatings(db(), { ...halfYear, teamId: other.id });
    expect(ratings.map(({ ratingId }) => ratingId)).toEqual([others]);
  });
});

describe('employer contacts by kind', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    const specialist = await aSpecialist(given, own.id);
    await contactsOf(given, specialist, 'strict', { day: halfYear.from, count: 2 });
    await contactsOf(given, specialist, 'strict', { day: halfYear.to, count: 3 });
    await contactsOf(given, specialist, 'strict', { day: '2025-12-31' });
    await contactsOf(given, specialist, 'strict', { day: '2026-07-01' });
    await contactsOf(given, specialist, 'undone', { day: '2026-03-03', count: 4 });
    await contactsOf(given, specialist, 'all modes only', { day: '2026-03-03' });
    await contactsOf(given, specialist, 'unanswered', { day: '2026-03-03', count: 6 });
    await contactsOf(given, await aSpecialist(given, other.id), 'strict', { day: '2026-03-03' });
    return { own, other, specialist };
  });

  test('count the first and the last day, and nothing that was undone', async () => {
    const { own, specialist } = made();
    const counts = await countContactsByKind(db(), { ...halfYear, teamId: own.id });
    const worth = { withWhom: 'has-say-in-hiring', forWhom: 'clients-in-general' };
    const whose = { teamId: own.id, specialistId: specialist.id, ...worth };
    expect(counts).toHaveLength(3);
    expect(counts).toContainEqual({ ...whose, mode: 'in-person', answered: 1, contacts: 5 });
    expect(counts).toContainEqual({ ...whose, mode: 'telephone', answered: 1, contacts: 1 });
    expect(counts).toContainEqual({ ...whose, mode: 'message', answered: 0, contacts: 6 });
  });

  test('keep teams apart, and give one team its own only', async () => {
    const { own, other } = made();
    const teams = (await countContactsByKind(db(), halfYear)).map(({ teamId }) => teamId);
    expect(new Set(teams)).toEqual(new Set([own.id, other.id]));
    const [only, ...more] = await countContactsByKind(db(), { ...halfYear, teamId: other.id });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ teamId: other.id, contacts: 1 });
  });
});

describe('time of specialists', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    await aSpecialist(given, own.id, {
      name: 'Abel',
      patterns: { '2026-04-01': 0.6, '2022-01-03': 1 },
      leave: {
        '2025-12-31': 1,
        '2026-01-01': 1,
        '2026-06-30': 0.5,
        '2026-07-01': 1,
        '2026-03-02': 1,
      },
    });
    await aSpecialist(given, own.id, { name: 'Left on the first day', employedTo: halfYear.from });
    await aSpecialist(given, own.id, {
      name: 'Came on the last day',
      employedFrom: halfYear.to,
      role: 'team-leader',
    });
    await aSpecialist(given, own.id, { name: 'Left before', employedTo: '2025-12-31' });
    await aSpecialist(given, own.id, { name: 'Came after', employedFrom: '2026-07-01' });
    const leave = { '2026-02-02': 1 };
    await aSpecialist(given, other.id, { name: 'Elsewhere', leave });
    return { own, other };
  });

  test('holds everybody employed on a day of the window, by name', async () => {
    const { own } = made();
    const people = await listSpecialistTime(db(), { ...halfYear, teamId: own.id });
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Abel', 'employment-specialist'],
      ['Came on the last day', 'team-leader'],
      ['Left on the first day', 'employment-specialist'],
    ]);
  });

  test('has hours in the order of time and the leave of the window', async () => {
    const { own } = made();
    const [abel] = await listSpecialistTime(db(), { ...halfYear, teamId: own.id });
    expect(abel?.patterns).toEqual([
      { fromDay: '2022-01-03', fte: 1 },
      { fromDay: '2026-04-01', fte: 0.6 },
    ]);
    expect(abel?.leave).toEqual([
      { day: '2026-01-01', part: 1 },
      { day: '2026-03-02', part: 1 },
      { day: '2026-06-30', part: 0.5 },
    ]);
  });

  test('of one team is its own; of all teams each with its own leave', async () => {
    const { other } = made();
    const elsewhere = await listSpecialistTime(db(), { ...halfYear, teamId: other.id });
    expect(elsewhere.map(({ name }) => name)).toEqual(['Elsewhere']);
    const everybody = await listSpecialistTime(db(), halfYear);
    expect(everybody).toHaveLength(4);
    expect(everybody.find(({ name }) => name === 'Elsewhere')).toEqual(elsewhere[0]);
  });

  test('bank holidays come in order', async () => {
    const days = await listBankHolidays(db());
    expect(days.filter((day) => day.startsWith('2026-0'))).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
    ]);
  });
});

describe('clients for a rate', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    const jobs = [
      startedOn('2026-05-01', { fourHoursDone: 'no', hoursPerWeek: null }),
      evidencedStart('2026-02-01', '2026-02-20'),
      startedOn('2026-09-01'),
    ];
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
    const clients = await clientsOf(
      given,
      own.id,
      days.map((enrolmentDate) => ({ enrolmentDate, jobs })),
    );
    const engaged = { engagementDate: '2026-03-01', inWorkAtEnrolment: 'not-known' as const };
    const others = await aClient(given, other.id, { ...engaged, jobs: [startedOn('2026-04-04')] });
    return { own, other, clients, others };
  });

  test('are enrolled from the first to the last day, both included', async () => {
    const { own, clients } = made();
    const found = await listClientsForRate(db(), { ...halfYear, teamId: own.id });
    expect(found.map(({ clientId }) => clientId).sort()).toEqual(clients.slice(1, 3).sort());
  });

  test('have all their job entries in the order of their starts, also later ones', async () => {
    const { own } = made();
    const [client] = await listClientsForRate(db(), { ...halfYear, teamId: own.id });
    const none = { evidence: 'none', evidencedOn: null };
    expect(client?.jobEntries).toEqual([
      {
        startDate: '2026-02-01',
        fourHoursDone: 'yes',
        hoursPerWeek: 20,
        evidence: 'provider-evidenced',
        evidencedOn: '2026-02-20',
      },
      { startDate: '2026-05-01', fourHoursDone: 'no', hoursPerWeek: null, ...none },
      { startDate: '2026-09-01', fourHoursDone: 'yes', hoursPerWeek: 20, ...none },
    ]);
  });

  test('of one team are its own, with its own job entries', async () => {
    const { other, others } = made();
    expect(await listClientsForRate(db(), { ...halfYear, teamId: other.id })).toEqual([
      {
        clientId: others,
        teamId: other.id,
        enrolmentDate: '2026-02-02',
        engagementDate: '2026-03-01',
        inWorkAtEnrolment: 'not-known',
        jobEntries: [
          {
            startDate: '2026-04-04',
            fourHoursDone: 'yes',
            hoursPerWeek: 20,
            evidence: 'none',
            evidencedOn: null,
          },
        ],
      },
    ]);
    const everybody = await listClientsForRate(db(), halfYear);
    expect(everybody.map(({ jobEntries }) => jobEntries.length).sort()).toEqual([1, 3, 3]);
  });
});

describe('meeting returns', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const [own, other] = [await aTeam(given), await aTeam(given)];
    for (const month of ['2026-06', '2025-12', '2026-01', '2026-07']) {
      await aMeetingReturn(given, own.id, month, { meetings: 9, bands: [1, 2, 3, 4, 5] });
    }
    await aMeetingReturn(given, other.id, '2026-03', { meetings: 2, bands: [0, 3, 0, 0, 0] });
    return { own, other };
  });

  test('are those of the months of the window, in order', async () => {
    const { own } = made();
    const returns = await listMeetingReturnFacts(db(), { ...halfYear, teamId: own.id });
    expect(returns.map(({ month }) => month)).toEqual(['2026-01', '2026-06']);
    expect(returns[0]).toEqual({
      teamId: own.id,
      month: '2026-01',
      clientsOnBooks: 15,
      meetingsHeld: 9,
      clientsWith0: 1,
      clientsWith1To4: 2,
      clientsWith5To8: 3,
      clientsWith9To12: 4,
      clientsWith13OrMore: 5,
    });
  });

  test('of one team are its own', async () => {
    const { other } = made();
    const returns = await listMeetingReturnFacts(db(), { ...halfYear, teamId: other.id });
    expect(returns.map(({ teamId, month }) => [teamId, month])).toEqual([[other.id, '2026-03']]);
    expect(await listMeetingReturnFacts(db(), halfYear)).toHaveLength(3);
  });
});
