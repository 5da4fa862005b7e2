import type { Db } from '../connection/open-database.ts';
import type { IntegrationLevel } from '../schema/reviews.ts';

export interface LinkedRound {
  id: string;
  name: string;
  linkageMonth: string;
  sent: number;
  matched: number;
}

/** The newest linkage round, if there has been one. */
export async function findNewestLinkedRound(db: Db): Promise<LinkedRound | undefined> {
  return db
    .selectFrom('linkedRounds')
    .select(['id', 'name', 'linkageMonth', 'sent', 'matched'])
    .orderBy('linkageMonth', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How many matched people of a round there are, worked and started a job. */
export async function countLinkedOutcomes(
  db: Db,
  roundId: string,
): Promise<{ people: number; worked: number; started: number }> {
  const row = await db
    .selectFrom('linkedPeople')
    .where('roundId', '=', roundId)
    .select(({ fn }) => [
      fn.countAll<number | string>().as('people'),
      fn.sum<number | string | null>('worked').as('worked'),
      fn.sum<number | string | null>('startedJob').as('started'),
    ])
    .executeTakeFirstOrThrow();
  return {
    people: Number(row.people),
    worked: Number(row.worked ?? 0),
    started: Number(row.started ?? 0),
  };
}

export interface EvaluationTeamCounts {
  teamId: string;
  name: string;
  integrationLevel: IntegrationLevel;
  clients: number;
  jobStarts: number;
  meetings: number;
}

/** The evaluation cohort's teams with their clients, job starts and meetings. */
export async function listEvaluationTeams(db: Db): Promise<EvaluationTeamCounts[]> {
  const rows = await db
    .selectFrom('evaluationTeams as team')
    .innerJoin('evaluationClients as client', 'client.teamId', 'team.id')
    .select(['team.id as teamId', 'team.name', 'team.integrationLevel'])
    .select(({ fn }) => [
      fn.countAll<number | string>().as('clients'),
      fn.sum<number | string>('client.jobStart').as('jobStarts'),
      fn.sum<number | string>('client.meetings').as('meetings'),
    ])
    .groupBy(['team.id', 'team.name', 'team.integrationLevel'])
    .orderBy('team.name')
    .execute();
  return rows.map((row) => ({
    ...row,
    clients: Number(row.clients),
    jobStarts: Number(row.jobStarts),
    meetings: Number(row.meetings),
  }));
}
