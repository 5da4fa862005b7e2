import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { EvaluationClientsTable, LinkedPeopleTable } from '#db/schema/national.ts';
import type { IntegrationLevel } from '#db/schema/reviews.ts';

import { insertRows, setUp } from './set-up.ts';

interface Round {
  linkageDate: string;
  people: number;
  worked: number;
  started: number;
}

/** A linkage round with its matched people. */
export async function aLinkedRound(
  db: Db,
  { linkageDate, people, worked, started }: Round,
): Promise<void> {
  const id = randomUUID();
  const rows = Array.from({ length: people }, (_, index): LinkedPeopleTable => ({
    id: randomUUID(),
    roundId: id,
    siteId: null,
    enrolmentYear: 2024,
    followUpDays: 500,
    followUpMonths: 17,
    followUpComplete: 1,
    substanceGroup: null,
    sex: null,
    ageBand: null,
    treatmentStatus: null,
    timeInTreatment: null,
    engagement: null,
    deprivationQuintile: null,
    worked: index < worked ? 1 : 0,
    startedJob: index < started ? 1 : 0,
    daysToFirstJob: null,
    firstJobMonth: null,
    daysEmployed: index < worked ? 200 : 0,
    longestJobDays: index < worked ? 150 : 0,
    sustained13Weeks: index < worked ? 1 : 0,
    jobs: index < worked ? 2 : 0,
    incomeTaxPence: index < worked ? 69_700 : 0,
    nationalInsurancePence: index < worked ? 126_000 : 0,
  }));
  const name = `Round of ${linkageDate}`;
  await setUp(db, async (trx) => {
    await insertRows(trx, 'linkedRounds', [
      { id, name, linkageDate, sent: people + 2, matched: people, state: 'current', version: 1 },
    ]);
    await insertRows(trx, 'linkedPeople', rows);
  });
}

interface EvaluationTeam {
  name: string;
  level: IntegrationLevel;
  clients: number;
  starts: number;
  /** Of each client. */
  meetings?: number;
}

/** A team of the evaluation cohort with its clients. */
export async function anEvaluationTeam(
  db: Db,
  { name, level, clients, starts, meetings = 6 }: EvaluationTeam,
): Promise<void> {
  const id = randomUUID();
  const nothing = {
    referralSource: null,
    mainSubstance: null,
    treatment: null,
    lastJob: null,
    gpVisit: null,
    aeVisit: null,
    benefit: null,
    ethnicity: null,
    sex: null,
    age: null,
    housing: null,
    convicted: null,
    confidence: null,
    qualification: null,
    startYear: null,
  };
  const rows = Array.from({ length: clients }, (_, index): EvaluationClientsTable => ({
    id: randomUUID(),
    teamId: id,
    ...nothing,
    meetings,
    meetingsFirst60Days: 2,
    jobStart: index < starts ? 1 : 0,
    daysToJob: index < starts ? 90 : null,
    daysFollowed: 400,
    sustained13Weeks: index < starts ? index % 2 : null,
    hoursPerWeek: index < starts ? 20 : null,
  }));
  await setUp(db, async (trx) => {
    await insertRows(trx, 'evaluationTeams', [{ id, name, integrationLevel: level }]);
    await insertRows(trx, 'evaluationClients', rows);
  });
}
