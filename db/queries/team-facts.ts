import { dayInEngland } from '#scoring/calendar/day-in-england.ts';

import type { IntegrationLevel, ReviewKind } from '../schema/reviews.ts';
import type {
  ContactForWhom,
  ContactMode,
  ContactWithWhom,
  YesNoNotKnown,
} from '../schema/work.ts';
import type { Db } from '../connection/open-database.ts';
import { requireWholeAgreedScore } from './review-hashes.ts';

/**
 * What the relations of service quality to job entry are computed from: plain facts of every team in a window. A
 * `teamId` narrows each of them to one team.
 */
export interface FactsWindow {
  from: string;
  to: string;
  teamId?: string;
}

export interface SignedOffReview {
  reviewId: string;
  teamId: string;
  kind: ReviewKind;
  scaleVersionId: string;
  lastVisitDay: string;
  signedOffOn: string;
  scores: Record<number, number>;
}

function signedOffReviews(db: Db, { to, teamId }: Pick<FactsWindow, 'to' | 'teamId'>) {
  const query = db
    .selectFrom('fidelityReviews as review')
    .where('review.status', '=', 'signed-off')
    .where('review.lastVisitDay', '<=', to);
  return teamId === undefined ? query : query.where('review.teamId', '=', teamId);
}

/**
 * Signed-off reviews with their agreed scores, last visit day up to and including `to`, the earliest first.
 * Throws where a stored score does not match its hash.
 */
export async function listSignedOffReviews(
  db: Db,
  window: Pick<FactsWindow, 'to' | 'teamId'>,
): Promise<SignedOffReview[]> {
  const reviews = await signedOffReviews(db, window)
    .select([
      'review.id as reviewId',
      'review.teamId',
      'review.kind',
      'review.scaleVersionId',
      'review.lastVisitDay',
      'review.signedOffAt',
    ])
    .orderBy('review.lastVisitDay')
    .orderBy('review.id')
    .execute();
  const agreed = await signedOffReviews(db, window)
    .innerJoin('agreedScores as agreed', 'agreed.reviewId', 'review.id')
    .selectAll('agreed')
    .execute();
  const scores = new Map<string, Record<number, number>>();
  for (const row of agreed) {
    requireWholeAgreedScore(row);
    const known = scores.get(row.reviewId) ?? {};
    known[row.itemNumber] = row.score;
    scores.set(row.reviewId, known);
  }
  return reviews.map(({ signedOffAt, ...review }) => ({
    ...review,
    signedOffOn: signedOffAt === null ? review.lastVisitDay : dayInEngland(new Date(signedOffAt)),
    scores: scores.get(review.reviewId) ?? {},
  }));
}

/** Teams with the last visit day of each signed-off review, up to and including `to`. */
export async function listSignedOffVisits(
  db: Db,
  window: Pick<FactsWindow, 'to' | 'teamId'>,
): Promise<{ teamId: string; lastVisitDay: string }[]> {
  return signedOffReviews(db, window).select(['review.teamId', 'review.lastVisitDay']).execute();
}

export interface SignedRating {
  ratingId: string;
  teamId: string;
  ratedOn: string;
  level: IntegrationLevel;
  /** The day of the later of the two signatures. */
  signedOn: string;
}

/** Integration ratings with both signatures. */
export async function listSignedRatings(
  db: Db,
  { to, teamId }: Pick<FactsWindow, 'to' | 'teamId'>,
): Promise<SignedRating[]> {
  let query = db
    .selectFrom('integrationRatings')
    .select([
      'id as ratingId',
      'teamId',
      'ratedOn',
      'chosenLevel',
      'leaderSignedAt',
      'hostSignedAt',
    ])
    .where('leaderSignedAt', 'is not', null)
    .where('hostSignedAt', 'is not', null)
    .where('ratedOn', '<=', to)
    .orderBy('ratedOn')
    .orderBy('id');
  if (teamId !== undefined) query = query.where('teamId', '=', teamId);
  const rows = await query.execute();
  return rows.flatMap(({ chosenLevel, leaderSignedAt, hostSignedAt, ...rating }) => {
    if (chosenLevel === null || leaderSignedAt === null || hostSignedAt === null) return [];
    const signedAt = leaderSignedAt > hostSignedAt ? leaderSignedAt : hostSignedAt;
    const signedOn = dayInEngland(new Date(signedAt));
    return signedOn <= to ? [{ ...rating, level: chosenLevel, signedOn }] : [];
  });
}

export interface ContactKindCount {
  teamId: string;
  specialistId: string;
  mode: ContactMode;
  answered: number;
  withWhom: ContactWithWhom;
  forWhom: ContactForWhom;
  contacts: number;
}

/** Employer contacts in the window, counted by specialist and kind; what counts as strict is for scoring to say. */
export async function countContactsByKind(
  db: Db,
  window: FactsWindow,
): Promise<ContactKindCount[]> {
  let query = db
    .selectFrom('employerContacts')
    .select(['teamId', 'specialistId', 'mode', 'answered', 'withWhom', 'forWhom'])
    .select(({ fn }) => fn.countAll<number | string>().as('contacts'))
    .where('contactDate', '>=', window.from)
    .where('contactDate', '<=', window.to)
    .where('undoneAt', 'is', null)
    .groupBy(['teamId', 'specialistId', 'mode', 'answered', 'withWhom', 'forWhom']);
  if (window.teamId !== undefined) query = query.where('teamId', '=', window.teamId);
  const rows = await query.execute();
  // PostgreSQL answers a count as text.
  return rows.map((row) => ({ ...row, contacts: Number(row.contacts) }));
}

export interface SpecialistTime {
  specialistId: string;
  teamId: string;
  name: string;
  role: 'employment-specialist' | 'team-leader';
  employedFrom: string;
  employedTo: string | null;
  patterns: { fromDay: string; fte: number }[];
  leave: { day: string; part: number }[];
}

/** Everyone employed at some time in the window, with working patterns and the leave taken in it. */
export async function listSpecialistTime(db: Db, window: FactsWindow): Promise<SpecialistTime[]> {
  let query = db
    .selectFrom('specialists')
    .select(['id as specialistId', 'teamId', 'name', 'role', 'employedFrom', 'employedTo'])
    .where('employedFrom', '<=', window.to)
    .where((eb) => eb.or([eb('employedTo', 'is', null), eb('employedTo', '>=', window.from)]))
    .orderBy('name');
  if (window.teamId !== undefined) query = query.where('teamId', '=', window.teamId);
  const people = await query.execute();
  const patterns = await patternsBySpecialist(db, window.teamId);
  const leave = await leaveBySpecialist(db, window);
  return people.map((person) => ({
    ...person,
    patterns: patterns.get(person.specialistId) ?? [],
    leave: leave.get(person.specialistId) ?? [],
  }));
}

async function patternsBySpecialist(
  db: Db,
  teamId?: string,
): Promise<Map<string, SpecialistTime['patterns']>> {
  let query = db
    .selectFrom('workingPatterns as pattern')
    .innerJoin('specialists as person', 'person.id', 'pattern.specialistId')
    .select(['pattern.specialistId', 'pattern.fromDate', 'pattern.fte'])
    .orderBy('pattern.fromDate');
  if (teamId !== undefined) query = query.where('person.teamId', '=', teamId);
  const found = new Map<string, SpecialistTime['patterns']>();
  for (const { specialistId, fromDate, fte } of await query.execute()) {
    const list = found.get(specialistId) ?? [];
    list.push({ fromDay: fromDate, fte });
    found.set(specialistId, list);
  }
  return found;
}

async function leaveBySpecialist(
  db: Db,
  window: FactsWindow,
): Promise<Map<string, SpecialistTime['leave']>> {
  let query = db
    .selectFrom('specialistLeave as leave')
    .innerJoin('specialists as person', 'person.id', 'leave.specialistId')
    .select(['leave.specialistId', 'leave.day', 'leave.part'])
    .where('leave.day', '>=', window.from)
    .where('leave.day', '<=', window.to)
    .orderBy('leave.day');
  if (window.teamId !== undefined) query = query.where('person.teamId', '=', window.teamId);
  const found = new Map<string, SpecialistTime['leave']>();
  for (const { specialistId, day, part } of await query.execute()) {
    const list = found.get(specialistId) ?? [];
    list.push({ day, part });
    found.set(specialistId, list);
  }
  return found;
}

/** Days that are bank holidays in England. */
export async function listBankHolidays(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('bankHolidays').select('day').orderBy('day').execute();
  return rows.map(({ day }) => day);
}

export interface ClientForRate {
  clientId: string;
  teamId: string;
  enrolmentDate: string;
  engagementDate: string | null;
  inWorkAtEnrolment: YesNoNotKnown;
  jobEntries: {
    startDate: string;
    fourHoursDone: YesNoNotKnown;
    hoursPerWeek: number | null;
    evidence: 'none' | 'provider-evidenced';
    evidencedOn: string | null;
  }[];
}

/** Clients enrolled in the window with all their job entries, in order of start. */
export async function listClientsForRate(db: Db, window: FactsWindow): Promise<ClientForRate[]> {
  let query = db
    .selectFrom('clients')
    .select(['id as clientId', 'teamId', 'enrolmentDate', 'engagementDate', 'inWorkAtEnrolment'])
    .where('enrolmentDate', '>=', window.from)
    .where('enrolmentDate', '<=', window.to);
  if (window.teamId !== undefined) query = query.where('teamId', '=', window.teamId);
  let jobs = db
    .selectFrom('jobEntries as job')
    .innerJoin('clients as client', 'client.id', 'job.clientId')
    .select([
      'job.clientId',
      'job.startDate',
      'job.fourHoursDone',
      'job.hoursPerWeek',
      'job.evidence',
      'job.evidencedOn',
    ])
    .where('client.enrolmentDate', '>=', window.from)
    .where('client.enrolmentDate', '<=', window.to)
    .orderBy('job.startDate');
  if (window.teamId !== undefined) jobs = jobs.where('job.teamId', '=', window.teamId);
  const clients = new Map<string, ClientForRate>();
  for (const client of await query.execute())
    clients.set(client.clientId, { ...client, jobEntries: [] });
  for (const { clientId, ...job } of await jobs.execute())
    clients.get(clientId)?.jobEntries.push(job);
  return [...clients.values()];
}

export interface MeetingReturnFacts {
  teamId: string;
  month: string;
  clientsOnBooks: number;
  meetingsHeld: number;
  clientsWith0: number;
  clientsWith1To4: number;
  clientsWith5To8: number;
  clientsWith9To12: number;
  clientsWith13OrMore: number;
}

/** Monthly returns of the months that end in the window. */
export async function listMeetingReturnFacts(
  db: Db,
  window: FactsWindow,
): Promise<MeetingReturnFacts[]> {
  let query = db
    .selectFrom('meetingReturns')
    .select([
      'teamId',
      'month',
      'clientsOnBooks',
      'meetingsHeld',
      'clientsWith0',
      'clientsWith1To4',
      'clientsWith5To8',
      'clientsWith9To12',
      'clientsWith13OrMore',
    ])
    .where('month', '>=', window.from.slice(0, 7))
    .where('month', '<=', window.to.slice(0, 7))
    .orderBy('month');
  if (window.teamId !== undefined) query = query.where('teamId', '=', window.teamId);
  return query.execute();
}
