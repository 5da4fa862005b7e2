import type { KeptFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import type { CohortClient } from '#scoring/outcomes/cohort/linked-cohort.ts';

import type { Db } from '../connection/open-database.ts';
import type { IntegrationLevel } from '../schema/reviews.ts';

export interface LinkedRound {
  id: string;
  name: string;
  /** ISO day. */
  linkageDate: string;
  sent: number;
  matched: number;
}

/** The newest linkage round, if there has been one. */
export async function findNewestLinkedRound(db: Db): Promise<LinkedRound | undefined> {
  return db
    .selectFrom('linkedRounds')
    .select(['id', 'name', 'linkageDate', 'sent', 'matched'])
    .where('state', '=', 'current')
    .orderBy('linkageDate', 'desc')
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

/** Rounds that are read, the newest first. */
export async function listLinkedRounds(db: Db): Promise<LinkedRound[]> {
  return db
    .selectFrom('linkedRounds')
    .select(['id', 'name', 'linkageDate', 'sent', 'matched'])
    .where('state', '=', 'current')
    .orderBy('linkageDate', 'desc')
    .execute();
}

/** The days of follow-up that a round keeps. */
export async function getKeptFollowUp(db: Db, roundId: string): Promise<KeptFollowUp> {
  return db
    .selectFrom('linkedRounds')
    .select(['followUpDays', 'completeFollowUpDays'])
    .where('id', '=', roundId)
    .executeTakeFirstOrThrow();
}

/** Everybody of a round with groups and outcomes: no id of a person and no date, in an order that says nothing. */
export async function listCohort(db: Db, roundId: string): Promise<CohortClient[]> {
  const rows = await db
    .selectFrom('linkedPeople as person')
    .leftJoin('sites as site', 'site.id', 'person.siteId')
    .innerJoin('linkedRounds as round', 'round.id', 'person.roundId')
    .selectAll('person')
    .select('site.name as site')
    .where('person.roundId', '=', roundId)
    .where('round.state', '=', 'current')
    .orderBy('person.id')
    .execute();
  return rows.map(
    ({ id: _id, roundId: _round, siteId: _site, followUpComplete, ...person }): CohortClient => ({
      ...person,
      isFollowUpComplete: followUpComplete === 1,
      worked: person.worked === 1,
      startedJob: person.startedJob === 1,
      sustained13Weeks: person.sustained13Weeks === 1,
    }),
  );
}
