import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { extractReasons } from '#app/linkage/make-extract.server.ts';
import { overTimeView } from '#app/over-time/over-time-view.server.ts';
import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import { rowHash } from '#db/audit/hash.ts';
import { openDatabase, type OpenDatabase } from '#db/connection/open-database.ts';
import { demoAccounts } from '#db/demo/accounts.ts';
import { clientRows } from '#db/demo/client-rows.ts';
import { compareWithPublished, type ComparedFigure } from '#db/demo/compare.ts';
import { DEMO_DAY, DEMO_SEED, EVALUATION_SEED } from '#db/demo/demo-constants.ts';
import { evaluationRows } from '#db/demo/evaluation-rows.ts';
import { identities } from '#db/demo/identities.ts';
import { syntheticCohort } from '#db/demo/linked/cohort.ts';
import { rounds } from '#db/demo/linked/rounds.ts';
import type { RehearsedClient } from '#db/demo/linkage/rehearsal.ts';
import { teamClients, TEAMS_LINKAGE_DATE } from '#db/demo/linkage/team-clients.ts';
import { roundRows } from '#db/demo/linked/rows.ts';
import { namedSites } from '#db/demo/linked/plan.ts';
import { seedDemo } from '#db/demo/seed-demo.ts';
import type { StaffMember } from '#db/demo/staff.ts';
import { DEMO_TEAM, teamProfiles } from '#db/demo/team-profiles.ts';
import { teamRecords } from '#db/demo/team-records.ts';
import { getKeptFollowUp } from '#db/queries/cohorts.ts';
import { listSignedOffReviews } from '#db/queries/team-facts.ts';
import { requireWholeItemScore } from '#db/queries/review-hashes.ts';
import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import { firstDayOfMonth, lastDayOfMonth } from '#scoring/calendar/iso-month.ts';
import { linkedCohort, type CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { followUpRules2025 } from '#scoring/outcomes/follow-up.ts';

import { workplaceFor } from '../builders/request-context.ts';
import { englishPlaces } from './english-places.ts';
import { linkedTeams } from './linked-teams.ts';
import { temporaryFolder } from './temporary-database.ts';

const reference = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const path = join(folder, 'demo.sqlite');
const progress: [number, number][] = [];
let cpuSeconds = 0;
let opened: OpenDatabase;
let figures: ComparedFigure[];

beforeAll(async () => {
  const before = process.cpuUsage();
  await seedDemo(path, { onProgress: (done, total) => progress.push([done, total]) });
  const { user, system } = process.cpuUsage(before);
  cpuSeconds = (user + system) / 1e6;
  opened = openDatabase({ path, readOnly: true });
  figures = await compareWithPublished(opened.db, {
    ohid2025: reference('ohid-2025.json'),
    viaEvaluation: reference('via-evaluation.json'),
  });
}, 240_000);

afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The first column of the first row of a counting query. */
async function count(query: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(query).execute(opened.db);
  return rows[0]!.n;
}

describe('the demo file', () => {
  test('is made within a minute of work, telling how far it is', () => {
    // Processor time: how long that takes by the clock depends on what else the machine does.
    expect(cpuSeconds).toBeLessThan(60);
    const total = progress.length;
    expect(progress).toEqual(Array.from({ length: total }, (_, place) => [place + 1, total]));
  });

  test('says that it is the demo, of which day and seed', async () => {
    const rows = await opened.db.selectFrom('installation').selectAll().execute();
    expect(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).toEqual({
      demo: '1',
      demo_day: DEMO_DAY,
      seed: String(DEMO_SEED),
    });
  });

  test('refuses to be seeded again, and any file with people or teams in it', async () => {
    await expect(seedDemo(path, { onProgress: () => undefined })).rejects.toThrow(/already/);
  });

  test('has no reference that leads nowhere, and a whole audit chain', async () => {
    const { rows } = await sql`pragma foreign_key_check`.execute(opened.db);
    expect(rows).toEqual([]);
    expect(await findBrokenAuditRecord(opened.db)).toBeUndefined();
  });

  test('opens to every demo account, with passwords as long as any', async () => {
    const users = await opened.db.selectFrom('users').selectAll().execute();
    for (const { email, password, role } of demoAccounts) {
      const user = users.find((each) => each.email === email);
      expect(user?.role).toBe(role);
      expect(password.length).toBeGreaterThanOrEqual(15);
      expect(await verify(user!.passwordHash, password)).toBe(true);
      expect(email).toMatch(/@example\.org$/);
    }
    expect(users.every(({ email }) => email.endsWith('@example.org'))).toBe(true);
  });
});

describe('the same seed', () => {
  const ids = identities(DEMO_SEED);

  test('gives the same clients, meetings and job entries of a team', async () => {
    const { team, employers, clients } = teamRecords(teamProfiles()[DEMO_TEAM]!);
    const references = {
      teamId: ids.team(team.index),
      specialistId: (member: StaffMember) => ids.specialist(member.key),
      userId: () => null,
      employerIds: employers.map((_, place) => ids.employer(`${team.index}/${place}`)),
    };
    const again = clients.map((course, place) =>
      clientRows(course, String(place), references, employers, DEMO_SEED, ids),
    );
    const stored = await opened.db
      .selectFrom('clientMeetings')
      .select(['id', 'clientId', 'specialistId', 'meetingDate', 'form'])
      .where('teamId', '=', references.teamId)
      .orderBy('id')
      .execute();
    const meetings = again.flatMap((rows) => rows.meetings);
    expect(hashOf(meetings, ['id', 'clientId', 'specialistId', 'meetingDate', 'form'])).toBe(
      hashOf(stored, ['id', 'clientId', 'specialistId', 'meetingDate', 'form']),
    );
    const jobs = await opened.db
      .selectFrom('jobEntries')
      .selectAll()
      .where('teamId', '=', references.teamId)
      .orderBy('id')
      .execute();
    expect(again.flatMap((rows) => rows.jobEntries)).toEqual(jobs);
  });

  test('gives the same two cohorts', async () => {
    const { records } = syntheticCohort(DEMO_SEED);
    for (const round of rounds) {
      const linked = await opened.db
        .selectFrom('linkedPeople')
        .selectAll()
        .where('roundId', '=', ids.linkedRound(round.linkageDate))
        .orderBy('id')
        .execute();
      const again = roundRows(records, round, ids);
      expect(again.people).toEqual(linked);
      const kept = await getKeptFollowUp(opened.db, ids.linkedRound(round.linkageDate));
      expect(again.followUp).toEqual(kept);
    }
    const clients = await opened.db
      .selectFrom('evaluationClients')
      .selectAll()
      .orderBy('id')
      .execute();
    expect(evaluationRows(ids, EVALUATION_SEED).clients).toEqual(clients);
  });

  function hashOf<T>(rows: readonly T[], columns: readonly (keyof T)[]): string {
    return rowHash(
      rows.flatMap((row) => columns.map((column) => row[column] as string | number | null)),
    );
  }
});

describe('published figures', () => {
  test('come back within their rounding, but for the one that contradicts its own table', () => {
    const outside = figures.filter(({ isWithin }) => isWithin === false);
    expect(outside.map(({ figure, published, demo }) => [figure, published, demo])).toEqual([
      ['expansion.2024 to 2025.cumulativeLocalAuthorities', '145', '147'],
    ]);
    expect(outside[0]!.reason).toContain('147');
  });

  test('that are not compared have no counterpart, and a reason of their own', () => {
    const open = figures.filter(({ isWithin }) => isWithin === null);
    expect(open.filter(({ reason }) => reason === '' || reason.startsWith('Nobody'))).toEqual([]);
    const ofLinkage = open.map(({ figure }) => figure).slice(0, 8);
    expect(ofLinkage).toEqual([
      'design.treatmentDataTo',
      'cohort.localAuthorities',
      ...['1', '2', '3', '4', '5', '6'].map((note) => `consistencyNotes.${note}`),
    ]);
  });

  test('of the linkage are compared one by one', () => {
    const compared = (start: string) =>
      figures.filter(({ figure, isWithin }) => figure.startsWith(start) && isWithin === true)
        .length;
    // 19 groups, 27 sites, all and follow-up complete.
    expect(compared('successfulEmploymentPct.')).toBe(48);
    expect(compared('daysToFirstJob.firstJobByMonth.')).toBe(18);
    expect(compared('daysToFirstJob.substance.')).toBe(6);
    expect(compared('daysEmployed.')).toBe(16);
    expect(compared('longestJobDays.')).toBe(17);
    // By substance, sex, treatment status and engagement; all and follow-up complete.
    expect(compared('sustained13WeeksPct.')).toBe(15);
    // Twice all, substance, sex, age and treatment status; and the totals by substance.
    expect(compared('contributionsGbp.')).toBe(34);
    expect(compared('cohort.')).toBe(23);
    expect(compared('expansion.')).toBe(19);
    expect(figures.filter(({ isWithin }) => isWithin === true)).toHaveLength(281);
  });
});

describe('the three populations', () => {
  test('share no identifier', async () => {
    const tables = [
      'clients',
      'linked_people',
      'evaluation_clients',
      'teams',
      'evaluation_teams',
      'sites',
    ];
    const all = tables.map((table) => `select id from ${table}`).join(' union all ');
    const distinct = await count(`select count(distinct id) n from (${all})`);
    expect(distinct).toBe(await count(`select count(*) n from (${all})`));
  });

  test('share no site: no team belongs to a site of the linked cohort', async () => {
    const shared = await count(
      'select count(*) n from teams where site_id in (select site_id from linked_people)',
    );
    expect(shared).toBe(0);
    const inNewest = `select count(*) n from linked_people p join linked_rounds r on r.id = p.round_id
      where r.linkage_date = '2024-12-01'`;
    expect(await count(inNewest)).toBe(6080);
    expect(await count('select count(*) n from evaluation_clients')).toBe(718);
  });

  test('keep outcomes of linked people inside their follow-up', async () => {
    const outside = await count(`select count(*) n from linked_people
      where (started_job = 1) != (days_to_first_job is not null)
        or first_job_month > follow_up_months or started_job > worked
        or days_employed > 31 * follow_up_months or longest_job_days > days_employed
        or (worked = 1) != (jobs > 0) or (longest_job_days >= 91) != (sustained13_weeks = 1)`);
    expect(outside).toBe(0);
  });

  test('show the round before beside this one, smaller and with the same sites', async () => {
    const sizes = await sql<{ people: number; sites: number }>`
      select count(*) people, count(distinct p.site_id) sites from linked_people p
      join linked_rounds r on r.id = p.round_id group by r.id order by r.linkage_date`.execute(
      opened.db,
    );
    expect(sizes.rows).toEqual([
      { people: 2589, sites: 63 },
      { people: 6080, sites: 63 },
    ]);
    const rounds = await opened.db.selectFrom('linkedRounds').selectAll().execute();
    expect(rounds.every(({ name }) => name.endsWith('(synthetic)'))).toBe(true);
  });

  test('name no real place but the published sites', async () => {
    const { db } = opened;
    const names = [
      ...(await db.selectFrom('teams').select('name').execute()),
      ...(await db.selectFrom('hostServices').select('name').execute()),
      ...(await db.selectFrom('evaluationTeams').select('name').execute()),
      ...(await db.selectFrom('teamLocalAuthorities').select('localAuthority as name').execute()),
      ...(await db.selectFrom('employers').select('name').execute()),
      ...(await db.selectFrom('sites').select('name').execute()),
    ].map(({ name }) => name);
    const invented = names.filter((name) => !Object.hasOwn(namedSites, name));
    const real = new RegExp(
      `(^|[^a-z])(${englishPlaces.map((place) => place.replace('.', '\\.')).join('|')})([^a-z]|$)`,
      'i',
    );
    expect(invented.filter((name) => real.test(name))).toEqual([]);
    expect(names.length - invented.length).toBe(27);
  });
});

describe('team records', () => {
  test('are those of 99 services, some too small to compare', async () => {
    expect(await count('select count(*) n from teams')).toBe(99);
    const small = await count(`select count(*) n from (select team_id from clients
      where enrolment_date between '2026-01-01' and '2026-06-30' group by team_id having count(*) < 10)`);
    expect(small).toBeGreaterThanOrEqual(1);
  });

  test('have returns whose bands add up and that miss three months in all', async () => {
    const wrong = await count(`select count(*) n from meeting_returns where clients_on_books !=
      clients_with0 + clients_with1_to4 + clients_with5_to8 + clients_with9_to12 + clients_with13_or_more`);
    expect(wrong).toBe(0);
    const teams = await opened.db.selectFrom('teams').select('startDate').execute();
    const due = teams.reduce((sum, { startDate }) => sum + monthsDue(startDate), 0);
    expect(due - (await count('select count(*) n from meeting_returns'))).toBe(3);
  });

  test('have returns that agree with the dated meetings', async () => {
    const ids = identities(DEMO_SEED);
    for (const team of [0, DEMO_TEAM, 83]) {
      const returns = await opened.db
        .selectFrom('meetingReturns')
        .selectAll()
        .where('teamId', '=', ids.team(team))
        .execute();
      for (const row of returns.filter((_, place) => place % 5 === 0)) {
        const [from, to] = [firstDayOfMonth(row.month), lastDayOfMonth(row.month)];
        const held = await count(`select count(*) n from client_meetings
          where team_id = '${row.teamId}' and meeting_date between '${from}' and '${to}'`);
        const five = await count(`select count(*) n from clients c where team_id = '${row.teamId}'
          and enrolment_date <= '${to}' and (closed_on is null or closed_on > '${to}')
          and (select count(*) from client_meetings m where m.client_id = c.id
            and meeting_date <= '${to}') between 5 and 8`);
        expect([row.meetingsHeld, row.clientsWith5To8]).toEqual([held, five]);
      }
    }
  });

  test('hold together in time', async () => {
    const never = {
      'a client before the team began': `select count(*) n from clients c join teams t on t.id = c.team_id
        where c.enrolment_date < t.start_date`,
      'a meeting before enrolment': `select count(*) n from client_meetings m join clients c on c.id = m.client_id
        where m.meeting_date < c.enrolment_date`,
      'a job entry before enrolment': `select count(*) n from job_entries j join clients c on c.id = j.client_id
        where j.start_date < c.enrolment_date or j.end_date < j.start_date`,
      'a contact by somebody not employed': `select count(*) n from employer_contacts e
        join specialists s on s.id = e.specialist_id
        where e.contact_date < s.employed_from or e.contact_date > s.employed_to`,
      'a contact on a day of leave': `select count(*) n from employer_contacts e join specialist_leave l
        on l.specialist_id = e.specialist_id and l.day = e.contact_date and l.part = 1`,
      'a contact with another team’s employer': `select count(*) n from employer_contacts e
        join employers f on f.id = e.employer_id where f.team_id != e.team_id`,
      'anything dated after the demo day': `select count(*) n from employer_contacts
        where contact_date > '${DEMO_DAY}' or substr(created_at, 1, 10) > '${DEMO_DAY}'`,
    };
    for (const [what, query] of Object.entries(never))
      expect([what, await count(query)]).toEqual([what, 0]);
  });

  test('have three in four jobs of 16 hours or more', async () => {
    const share =
      (await count('select count(*) n from job_entries where hours_per_week >= 16')) /
      (await count('select count(*) n from job_entries where hours_per_week is not null'));
    expect(Math.round(share * 20)).toBe(15);
  });
});

describe('reviews and ratings', () => {
  test('carry hashes that fit', async () => {
    const scores = await opened.db.selectFrom('itemScores').selectAll().execute();
    for (const row of scores) requireWholeItemScore(row);
    const reviews = await listSignedOffReviews(opened.db, { to: DEMO_DAY });
    expect(reviews.every((review) => Object.keys(review.scores).length === 25)).toBe(true);
  });

  test('have totals like those of real services, with the hard items weakest', async () => {
    const reviews = await listSignedOffReviews(opened.db, { to: DEMO_DAY });
    const totals = reviews.map(({ scores }) =>
      Object.values(scores).reduce((sum, score) => sum + score, 0),
    );
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const sd = Math.sqrt(
      totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (totals.length - 1),
    );
    expect(Math.abs(mean - 97)).toBeLessThan(2);
    expect(Math.abs(sd - 10)).toBeLessThan(1.5);
    const means = Array.from({ length: 25 }, (_, place) => ({
      item: place + 1,
      mean: reviews.reduce((sum, { scores }) => sum + (scores[place + 1] ?? 0), 0) / reviews.length,
    }));
    const weakest = means.sort((a, b) => a.mean - b.mean).slice(0, 4);
    expect(weakest.map(({ item }) => item).sort((a, b) => a - b)).toEqual([13, 17, 18, 25]);
  });

  test('leave the demo reviewers one review half scored, one to agree on and one to come', async () => {
    const rows = await opened.db
      .selectFrom('fidelityReviews as review')
      .innerJoin('reviewReviewers as reviewer', 'reviewer.reviewId', 'review.id')
      .innerJoin('users as user', 'user.id', 'reviewer.userId')
      .where('review.status', '=', 'open')
      .select(['review.id', 'user.email', 'reviewer.submittedAt'])
      .select((eb) =>
        eb
          .selectFrom('itemScores as score')
          .whereRef('score.reviewId', '=', 'review.id')
          .whereRef('score.reviewerId', '=', 'reviewer.userId')
          .where('score.score', 'is not', null)
          .select(({ fn }) => fn.countAll<number>().as('scored'))
          .as('scored'),
      )
      .execute();
    const reviewers = demoAccounts.filter(({ role }) => role === 'reviewer');
    expect(new Set(rows.map(({ email }) => email))).toEqual(
      new Set(reviewers.map(({ email }) => email)),
    );
    expect(rows.map(({ scored }) => scored).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([
      0, 0, 12, 13, 25, 25,
    ]);
    expect(rows.filter(({ submittedAt }) => submittedAt !== null)).toHaveLength(2);
  });

  test('leave one rating to the demo’s host representative', async () => {
    const waiting = await opened.db
      .selectFrom('integrationRatings as rating')
      .innerJoin('teams as team', 'team.id', 'rating.teamId')
      .innerJoin('users as user', 'user.hostServiceId', 'team.hostServiceId')
      .where('rating.leaderSignedAt', 'is not', null)
      .where('rating.hostSignedAt', 'is', null)
      .select('user.email')
      .execute();
    const host = demoAccounts.find(({ role }) => role === 'host-representative')!;
    expect(waiting).toEqual([{ email: host.email }]);
  });
});

test('the demo’s team has a chart to read: a month beyond its limits, and a new baseline', async () => {
  const account = demoAccounts.find(({ role }) => role === 'team-leader')!;
  const user = await opened.db
    .selectFrom('users')
    .select(['id', 'name', 'role', 'teamId', 'hostServiceId'])
    .where('email', '=', account.email)
    .executeTakeFirstOrThrow();
  const viewOf = async (measure: string) => {
    const search = new URLSearchParams({ measure });
    const asked = { teamId: user.teamId!, user, search, today: DEMO_DAY };
    return overTimeView(workplaceFor(opened.db), asked);
  };
  const contacts = await viewOf('contacts-strict');
  expect(contacts?.findings).toEqual(['April 2026: above the upper limit.']);
  const meetings = await viewOf('meetings');
  expect(meetings?.rows).toHaveLength(24);
  expect(meetings?.baselines).toMatchObject([
    { number: 1, month: 'September 2025', begun: `4 November 2025 by ${account.name}` },
  ]);
  expect((await viewOf('job-starts'))?.rows).toHaveLength(15);
});

test(
  'its clients go out in an extract, are matched and come back, each under a reference of its own',
  { timeout: 240_000 },
  async () => {
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const { extract, answer, cohort } = await linkedTeams(path, temporaryFolder());
    vi.restoreAllMocks();
    const clients = teamClients(DEMO_SEED);
    expect(new Set(clients.map(({ client }) => client.clientId)).size).toBe(clients.length);
    expect(await count('select count(distinct reference) n from clients')).toBe(clients.length);
    const isRecent = ({ client }: RehearsedClient) =>
      addCalendarMonths(client.enrolmentDate, 9) > TEAMS_LINKAGE_DATE;
    const sent = clients.filter(
      (one) => (one.fate === null || one.fate === 'not-matched') && !isRecent(one),
    );
    expect(extract).toMatchObject({ clients: clients.length, sent: sent.length });
    expect(extract.leftOut.map(({ reason }) => reason)).not.toContain(extractReasons.ambiguous);
    const records = sent.flatMap(({ record }) => (record === null ? [] : [record]));
    expect(records.length / sent.length).toBeGreaterThan(0.95);
    const rules = { ...followUpRules2025, firstEnrolment: null, lastEnrolment: null };
    const expected = linkedCohort(records, TEAMS_LINKAGE_DATE, rules).clients;
    expect(answer).toMatchObject({ status: 'imported', counts: { included: expected.length } });
    const inOrder = (people: readonly CohortClient[]) =>
      people
        .map((person) => ({ ...person, site: null, followUpDays: null }))
        .map((person) => JSON.stringify(Object.entries(person).toSorted()))
        .toSorted();
    expect(inOrder(cohort)).toEqual(inOrder(expected));
  },
);

/** Complete months of the records for a team. */
function monthsDue(startDate: string): number {
  const first = startDate < '2024-07-01' ? '2024-07' : startDate.slice(0, 7);
  return (2026 - Number(first.slice(0, 4))) * 12 + 6 - Number(first.slice(5)) + 1;
}
