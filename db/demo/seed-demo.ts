import { existsSync, statSync } from 'node:fs';

import { inChange } from '../audit/change.ts';
import { openDatabase, type Db } from '../connection/open-database.ts';
import { migrateFile, pendingMigrations } from '../migrate.ts';
import { insertReferenceData } from '../reference-data.ts';
import { insertRows } from './bulk-insert.ts';
import { addCalendarMonths } from '#scoring/calendar/iso-day.ts';
import { halfYearBounds } from '#scoring/calendar/half-year.ts';
import {
  DEFAULT_PERIOD,
  DEMO_DAY,
  DEMO_MOMENT,
  DEMO_SEED,
  EVALUATION_SEED,
} from './demo-constants.ts';
import { evaluationRows } from './evaluation-rows.ts';
import { fittedWeight, type TeamRate } from './fidelity-weight.ts';
import { identities, type Identities } from './identities.ts';
import { integrationRows } from './integration-rows.ts';
import { COHORT } from './linked-published.ts';
import { linkedCohort, linkedPeopleRows } from './linked-people.ts';
import { meetingNoteRows } from './meeting-note-rows.ts';
import { organisationRows, teamsWithOneProvider } from './organisation-rows.ts';
import { reviewPlans } from './review-plan.ts';
import { reviewRows } from './review-rows.ts';
import { teamProfiles, type TeamProfile } from './team-profiles.ts';
import { teamRecords } from './team-records.ts';
import { writeTeam } from './team-rows.ts';
import { userRows } from './user-rows.ts';

export interface SeedOptions {
  /** Called after each step: how many of all steps are done, and what was done last. */
  onProgress: (done: number, total: number, label: string) => void;
}

/** Teams written in one transaction: large enough to be quick, small enough to show progress. */
const TEAMS_A_STEP = 11;

const actor = { userId: null, at: DEMO_MOMENT };

/**
 * Fills the file at `path` with the demo: the same rows every time. A missing or empty file is made first; one that
 * has a user or a team is refused, so that demo data can never mix with real records.
 */
export async function seedDemo(path: string, { onProgress }: SeedOptions): Promise<void> {
  const isNew = !existsSync(path) || statSync(path).size === 0;
  if (isNew) await migrateFile(path, { now: new Date(DEMO_MOMENT) });
  const opened = openDatabase({ path });
  try {
    await requireEmptyFile(opened.db, path);
    const steps = stepsOf(opened.db, DEMO_SEED);
    for (const [place, { label, run }] of steps.entries()) {
      await run();
      onProgress(place + 1, steps.length, label);
    }
  } finally {
    await opened.close();
  }
}

async function requireEmptyFile(db: Db, path: string): Promise<void> {
  const pending = await pendingMigrations(db);
  if (pending.length > 0) {
    throw new Error(`${path} is not up to date. Run "npm run db:migrate" first.`);
  }
  for (const table of ['users', 'teams'] as const) {
    const row = await db.selectFrom(table).select('id').limit(1).executeTakeFirst();
    if (row !== undefined) {
      throw new Error(`${path} has ${table} already: demo data goes into an empty file only.`);
    }
  }
}

interface Step {
  label: string;
  run: () => Promise<void>;
}

function stepsOf(db: Db, seed: number): Step[] {
  const ids = identities(seed);
  const profiles = teamProfiles(seed);
  const rates: TeamRate[] = [];
  const groups = Array.from({ length: Math.ceil(profiles.length / TEAMS_A_STEP) }, (_, place) =>
    profiles.slice(place * TEAMS_A_STEP, (place + 1) * TEAMS_A_STEP),
  );
  return [
    {
      label: 'Reference data, services and accounts',
      run: () => writeFrame(db, profiles, ids, seed),
    },
    ...groups.map((group, place) => ({
      label: `Team records, part ${place + 1} of ${groups.length}`,
      run: async () => {
        rates.push(...(await writeTeams(db, group, ids, seed)));
      },
    })),
    {
      label: 'Fidelity reviews and integration ratings',
      run: () => writeQuality(db, profiles, rates, ids, seed),
    },
    { label: 'Linked cohort', run: () => writeLinkedCohort(db, ids, seed) },
    { label: 'Evaluation cohort', run: () => writeEvaluationCohort(db, ids, EVALUATION_SEED) },
  ];
}

async function writeFrame(
  db: Db,
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): Promise<void> {
  // Hashing passwords is slow on purpose: before the transaction, not inside it.
  const users = await userRows(profiles, ids, seed);
  const isReferenceDataThere =
    (await db.selectFrom('scaleVersions').select('id').limit(1).executeTakeFirst()) !== undefined;
  await inChange(db, actor, async (trx, record) => {
    if (!isReferenceDataThere) await insertReferenceData(trx, DEMO_MOMENT);
    await insertRows(trx, 'installation', [
      { key: 'demo', value: '1' },
      { key: 'demo_day', value: DEMO_DAY },
      { key: 'seed', value: String(seed) },
    ]);
    const rows = organisationRows(profiles, ids, seed);
    await insertRows(trx, 'hostServices', rows.hostServices);
    await insertRows(trx, 'sites', rows.sites);
    await insertRows(trx, 'teams', rows.teams);
    await insertRows(trx, 'teamLocalAuthorities', rows.localAuthorities);
    await insertRows(trx, 'users', users);
    await record({ action: 'seed', entity: 'demo', entityId: 'frame', detail: { seed } });
  });
}

async function writeTeams(
  db: Db,
  profiles: readonly TeamProfile[],
  ids: Identities,
  seed: number,
): Promise<TeamRate[]> {
  const drawn = profiles.map((profile) => teamRecords(profile, seed));
  return inChange(db, actor, async (trx, record) => {
    const rates: TeamRate[] = [];
    for (const records of drawn) rates.push(await writeTeam(trx, records, ids, seed));
    const teams = profiles.map(({ index }) => index);
    await record({ action: 'seed', entity: 'demo', entityId: 'team records', detail: { teams } });
    return rates;
  });
}

async function writeQuality(
  db: Db,
  profiles: readonly TeamProfile[],
  rates: readonly TeamRate[],
  ids: Identities,
  seed: number,
): Promise<void> {
  const plans = reviewPlans(profiles, seed);
  const { to } = halfYearBounds(DEFAULT_PERIOD);
  const window = { from: addCalendarMonths(to, -24), to };
  const { weight } = fittedWeight(plans, rates, window, seed);
  const reviews = plans.map((plan) => reviewRows(plan, weight, ids, seed));
  const ratings = integrationRows(profiles, teamsWithOneProvider(profiles, seed), ids, seed);
  await inChange(db, actor, async (trx, record) => {
    await insertRows(
      trx,
      'fidelityReviews',
      reviews.flatMap((rows) => rows.reviews),
    );
    await insertRows(
      trx,
      'reviewReviewers',
      reviews.flatMap((rows) => rows.reviewers),
    );
    await insertRows(
      trx,
      'itemScores',
      reviews.flatMap((rows) => rows.itemScores),
    );
    await insertRows(
      trx,
      'itemEvidence',
      reviews.flatMap((rows) => rows.evidence),
    );
    await insertRows(
      trx,
      'agreedScores',
      reviews.flatMap((rows) => rows.agreedScores),
    );
    await insertRows(trx, 'integrationRatings', ratings.ratings);
    await insertRows(trx, 'integrationCriteria', ratings.criteria);
    await insertRows(trx, 'meetingNotes', meetingNoteRows(ids));
    await record({ action: 'seed', entity: 'demo', entityId: 'quality', detail: { weight } });
  });
}

async function writeLinkedCohort(db: Db, ids: Identities, seed: number): Promise<void> {
  const cohort = linkedCohort(seed);
  const roundId = ids.linkedRound(COHORT.linkageMonth);
  await inChange(db, actor, async (trx, record) => {
    await insertRows(trx, 'linkedRounds', [
      {
        id: roundId,
        name: 'Data linkage of December 2024',
        linkageMonth: COHORT.linkageMonth,
        sent: COHORT.sent,
        matched: COHORT.matched,
      },
    ]);
    const sites = cohort.sites.map(({ group }) => ({ id: ids.linkedSite(group), name: group }));
    await insertRows(trx, 'sites', sites);
    await insertRows(trx, 'linkedPeople', linkedPeopleRows(cohort, roundId, ids));
    await record({ action: 'seed', entity: 'demo', entityId: 'linked cohort', detail: { seed } });
  });
}

async function writeEvaluationCohort(db: Db, ids: Identities, seed: number): Promise<void> {
  const { teams, clients } = evaluationRows(ids, seed);
  await inChange(db, actor, async (trx, record) => {
    await insertRows(trx, 'evaluationTeams', teams);
    await insertRows(trx, 'evaluationClients', clients);
    await record({
      action: 'seed',
      entity: 'demo',
      entityId: 'evaluation cohort',
      detail: { seed },
    });
  });
}
