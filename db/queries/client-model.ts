import type { Db } from '../connection/open-database.ts';
import type { EvaluationClientsTable } from '../schema/national.ts';

/** Clients of the evaluation cohort, in an order that does not change. */
export async function listEvaluationClients(
  db: Db,
): Promise<(Omit<EvaluationClientsTable, 'id'> & { teamName: string })[]> {
  const rows = await db
    .selectFrom('evaluationClients as client')
    .innerJoin('evaluationTeams as team', 'team.id', 'client.teamId')
    .selectAll('client')
    .select('team.name as teamName')
    .orderBy('client.id')
    .execute();
  return rows.map(({ id: _id, ...client }) => client);
}

export interface EnrolmentWindow {
  from: string;
  to: string;
}

/** What teams' own records say of the clients enrolled in a window; an answer is null without a vocational profile. */
export async function listClientAnswers(db: Db, { from, to }: EnrolmentWindow) {
  return db
    .selectFrom('clients as client')
    .leftJoin('clientFactors as factors', 'factors.clientId', 'client.id')
    .select([
      'client.id as clientId',
      'client.sex',
      'client.ageAtEnrolment as age',
      'factors.referralSource',
      'factors.mainSubstance',
      'factors.treatment',
      'factors.lastJob',
      'factors.gpVisit',
      'factors.aeVisit',
      'factors.benefit',
      'factors.ethnicity',
      'factors.housing',
      'factors.convicted',
      'factors.confidence',
      'factors.qualification',
    ])
    .where('client.enrolmentDate', '>=', from)
    .where('client.enrolmentDate', '<=', to)
    .execute();
}

/** The days of the meetings, up to a day, of clients enrolled in a window. */
export async function listMeetingDays(
  db: Db,
  { from, to }: EnrolmentWindow,
  lastDay: string,
): Promise<{ clientId: string; meetingDate: string }[]> {
  return db
    .selectFrom('clientMeetings as meeting')
    .innerJoin('clients as client', 'client.id', 'meeting.clientId')
    .select(['meeting.clientId', 'meeting.meetingDate'])
    .where('client.enrolmentDate', '>=', from)
    .where('client.enrolmentDate', '<=', to)
    .where('meeting.meetingDate', '<=', lastDay)
    .where('meeting.undoneAt', 'is', null)
    .execute();
}

/** The years in which clients of the evaluation started, in their order. */
export async function listEvaluationYears(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('evaluationClients')
    .select('startYear')
    .distinct()
    .where('startYear', 'is not', null)
    .orderBy('startYear')
    .execute();
  return rows.flatMap(({ startYear }) => startYear ?? []);
}
