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

/** Matched by HMRC, with nothing known of groups, and without work. */
function aLinkedPerson(roundId: string, known: Partial<LinkedPeopleTable> = {}): LinkedPeopleTable {
  return {
    id: randomUUID(),
    roundId,
    siteId: null,
    followUpMonths: 18,
    followUpComplete: 1,
    substanceGroup: null,
    sex: null,
    ageBand: null,
    treatmentStatus: null,
    timeInTreatment: null,
    engagement: null,
    deprivationQuintile: null,
    worked: 0,
    startedJob: 0,
    daysToFirstJob: null,
    firstJobMonth: null,
    daysEmployed: 0,
    longestJobDays: 0,
    sustained13Weeks: 0,
    jobs: 0,
    incomeTaxPence: 0,
    nationalInsurancePence: 0,
    ...known,
  };
}

const atWork = {
  worked: 1,
  daysEmployed: 200,
  longestJobDays: 150,
  sustained13Weeks: 1,
  jobs: 2,
  incomeTaxPence: 69_700,
  nationalInsurancePence: 126_000,
};

async function insertRound(
  db: Db,
  linkageDate: string,
  peopleOf: (roundId: string) => LinkedPeopleTable[],
): Promise<void> {
  const id = randomUUID();
  const rows = peopleOf(id);
  const counts = { sent: rows.length + 2, matched: rows.length };
  const name = `Round of ${linkageDate}`;
  await setUp(db, async (trx) => {
    await insertRows(trx, 'linkedRounds', [
      {
        ...{ id, name, linkageDate, ...counts, state: 'current', version: 1 },
        ...{ followUpDays: 547 * rows.length, completeFollowUpDays: 547 * rows.length },
      },
    ]);
    await insertRows(trx, 'linkedPeople', rows);
  });
}

/** A linkage round with its matched people. */
export async function aLinkedRound(
  db: Db,
  { linkageDate, people, worked, started }: Round,
): Promise<void> {
  await insertRound(db, linkageDate, (roundId) =>
    Array.from({ length: people }, (_, index) =>
      aLinkedPerson(roundId, {
        ...(index < worked ? atWork : {}),
        startedJob: index < started ? 1 : 0,
      }),
    ),
  );
}

/** A round whose clients are known by sex and treatment status, many of everything, with first jobs in months 1 and 2. */
export async function aGroupedRound(
  db: Db,
  { linkageDate }: Pick<Round, 'linkageDate'>,
): Promise<void> {
  const groups = ['in treatment', 'successfully completed', 'unplanned exit'].flatMap(
    (treatmentStatus, place) =>
      ['male', 'female'].map((sex) => ({ treatmentStatus, sex, worked: 21 + 8 * place })),
  );
  await insertRound(db, linkageDate, (roundId) =>
    groups.flatMap(({ worked, ...group }) =>
      Array.from({ length: 61 }, (_, index) => {
        if (index >= worked) return aLinkedPerson(roundId, group);
        const month = 1 + (index % 2);
        const start = { startedJob: 1, firstJobMonth: month, daysToFirstJob: 31 * month - 20 };
        const short = { longestJobDays: 40, sustained13Weeks: 0, daysEmployed: 60 + index };
        return aLinkedPerson(roundId, {
          ...group,
          ...atWork,
          ...(index < 11 ? start : {}),
          ...(index < 6 ? short : {}),
        });
      }),
    ),
  );
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
