import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { EvaluationClientsTable } from '#db/schema/national.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';

import { insertRows, setUp } from '../../builders/set-up.ts';

export const today = '2026-07-15';

/** Clients of each team: Aldersgate has the most, Fenbury too few to show. */
export const teams = {
  Aldersgate: 223,
  Bexminster: 171,
  Cranwell: 126,
  Dunharrow: 81,
  Fenbury: 13,
};

export type TeamName = keyof typeof teams;
export type MadeClient = Omit<EvaluationClientsTable, 'id' | 'teamId'> & { team: TeamName };

const lastJobs = ['Under 6 months', '6 to 12 months', '2 to 5 years', 'Over 5 years or never'];

/**
 * Clients who differ in sex, age, last job, benefit and meetings. The shorter ago the last job and the more meetings, the more
 * start; sex makes no difference. Five are in the work-related activity group, two of them with a start.
 */
export function madeClients(): MadeClient[] {
  const { uniform, integer } = createRandom(20260715);
  const names = Object.entries(teams).flatMap(([name, clients]) =>
    Array.from({ length: clients }, () => name as TeamName),
  );
  return names.map((team, index) => {
    const lastJob = lastJobs[integer(4)]!;
    const meetings = 1 + integer(16);
    const isInGroup = index < 5;
    const chance = 0.55 - 0.15 * lastJobs.indexOf(lastJob) + 0.02 * meetings;
    const jobStart = (isInGroup ? index < 2 : uniform() < chance) ? 1 : 0;
    return {
      team,
      referralSource: 'Jobcentre Plus',
      mainSubstance: uniform() < 0.5 ? 'Opiates' : 'Alcohol',
      treatment: 'Under one year',
      lastJob,
      gpVisit: uniform() < 0.5 ? 'yes' : 'no',
      aeVisit: 'no',
      benefit: benefitOf(isInGroup, uniform()),
      ethnicity: 'Black',
      sex: uniform() < 0.4 ? 'female' : 'male',
      age: 20 + integer(40),
      housing: 'Own home',
      convicted: uniform() < 0.5 ? 'yes' : 'no',
      // Nine gave no answer, three of them none on qualifications either.
      confidence: index >= 40 && index < 49 ? null : uniform() < 0.3 ? 'Low' : 'High',
      qualification: index >= 46 && index < 49 ? null : 'Low',
      startYear: uniform() < 0.5 ? '2020' : '2021',
      meetings,
      meetingsFirst60Days: Math.min(meetings, 6),
      jobStart,
      daysToJob: jobStart === 1 ? 120 : null,
      daysFollowed: 400,
      sustained13Weeks: null,
      hoursPerWeek: null,
    };
  });
}

function benefitOf(isInGroup: boolean, draw: number): string {
  if (isInGroup) return 'ESA work-related activity group';
  if (draw < 0.2) return 'ESA support group';
  return draw < 0.7 ? 'Universal Credit or JSA' : 'None';
}

/** These clients in the database, or others made of them. */
export async function evaluationClients(
  db: Db,
  clients: readonly MadeClient[] = madeClients(),
): Promise<Record<TeamName, string>> {
  const ids = Object.fromEntries(Object.keys(teams).map((name) => [name, randomUUID()])) as Record<
    TeamName,
    string
  >;
  await setUp(db, async (trx) => {
    await insertRows(
      trx,
      'evaluationTeams',
      Object.entries(ids).map(([name, id]) => ({ id, name, integrationLevel: 'high' as const })),
    );
    await insertRows(
      trx,
      'evaluationClients',
      clients.map(({ team, ...client }) => ({ id: randomUUID(), teamId: ids[team], ...client })),
    );
  });
  return ids;
}
