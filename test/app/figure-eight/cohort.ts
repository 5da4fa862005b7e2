import { randomUUID } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';
import type { EvaluationClientsTable } from '#db/schema/national.ts';
import type { ClientFactorsTable } from '#db/schema/work.ts';
import { addDays } from '#scoring/calendar/iso-day.ts';

import { clientsOf, startedOn } from '../../builders/clients.ts';
import { meetingsOf } from '../../builders/meetings.ts';
import { insertRows, setUp } from '../../builders/set-up.ts';
import { aTeam } from '../../builders/teams.ts';

export const today = '2026-07-15';

/** Answers that everybody gives, so that team, meetings and age are all there is to tell clients apart by. */
const sameAnswers = {
  referralSource: 'Jobcentre Plus',
  mainSubstance: 'Opiates',
  treatment: 'Under one year',
  lastJob: '1 to 2 years',
  gpVisit: 'no',
  aeVisit: 'no',
  benefit: 'None',
  ethnicity: 'Black',
  housing: 'Private rent',
  convicted: 'no',
  confidence: 'Low',
  qualification: 'Low',
};

/** A team whose clients have so many meetings and more, and whose job starts rise with them from a level of its own. */
interface Making {
  clients: number;
  fewestMeetings: number;
  level: number;
}

export interface MadeClient {
  meetings: number;
  jobStart: boolean;
  age: number;
}

/** Ten numbers of meetings in turn; whether a client starts follows from a mark that goes through 0 to 99 evenly. */
export function madeClients({ clients, fewestMeetings, level }: Making): MadeClient[] {
  return Array.from({ length: clients }, (_, index) => {
    const meetings = fewestMeetings + (index % 10);
    const mark = (index * 37 + 11) % 100;
    return { meetings, jobStart: mark < level + 3 * meetings, age: 20 + ((index * 17) % 41) };
  });
}

/** Aldersgate is the largest. Bexminster needs more meetings for its starts, Dunharrow fewer, Cranwell as many. */
export const evaluationTeams = {
  Aldersgate: { clients: 163, fewestMeetings: 4, level: 10 },
  Bexminster: { clients: 121, fewestMeetings: 8, level: -2 },
  Cranwell: { clients: 112, fewestMeetings: 4, level: 10 },
  Dunharrow: { clients: 118, fewestMeetings: 0, level: 22 },
  // Three job starts: hidden, with the next smallest.
  Eastwick: { clients: 23, fewestMeetings: 4, level: -8 },
  Fenbury: { clients: 41, fewestMeetings: 4, level: 10 },
} as const satisfies Record<string, Making>;

export type EvaluationName = keyof typeof evaluationTeams;
export const hiddenNames = ['Eastwick', 'Fenbury'] as const;

/** Of each team: clients 3, 13 and 23 were followed for 40 days, and every fourth who started did so on day 30. */
export async function anEvaluation(db: Db): Promise<Record<EvaluationName, string>> {
  const ids: Partial<Record<EvaluationName, string>> = {};
  for (const [name, making] of Object.entries(evaluationTeams)) {
    const id = randomUUID();
    ids[name as EvaluationName] = id;
    const rows = madeClients(making).map(({ meetings, jobStart, age }, index) => {
      const daysToJob = index % 4 === 0 ? 30 : 120;
      return {
        id: randomUUID(),
        teamId: id,
        ...sameAnswers,
        sex: index % 3 === 0 ? 'female' : 'male',
        age,
        // Twelve clients of Cranwell gave no answer.
        confidence: name === 'Cranwell' && index >= 100 ? null : sameAnswers.confidence,
        startYear: '2021',
        meetings,
        meetingsFirst60Days: Math.min(meetings, 6),
        jobStart: jobStart ? 1 : 0,
        daysToJob: jobStart ? daysToJob : null,
        daysFollowed: [3, 13, 23].includes(index) ? 40 : 400,
        sustained13Weeks: null,
        hoursPerWeek: null,
      } satisfies EvaluationClientsTable;
    });
    await setUp(db, async (trx) => {
      await insertRows(trx, 'evaluationTeams', [{ id, name, integrationLevel: 'high' }]);
      await insertRows(trx, 'evaluationClients', rows);
    });
  }
  return ids as Record<EvaluationName, string>;
}

export const teamsWithRecords = {
  Gorsewick: { clients: 47, fewestMeetings: 3, level: 12 },
  Haverstoke: { clients: 111, fewestMeetings: 5, level: 12 },
  Inglemoor: { clients: 127, fewestMeetings: 1, level: 12 },
  // Five job starts: hidden from all but the team, and Gorsewick's with them.
  Jessopdale: { clients: 31, fewestMeetings: 3, level: -4 },
  // Nobody started.
  Kestrelford: { clients: 17, fewestMeetings: 3, level: -40 },
} as const satisfies Record<string, Making>;

export type RecordName = keyof typeof teamsWithRecords;

/** Teams with clients who came on 20 January 2026, a meeting a day from then on, and job entries in March. */
export async function teamsOfRecords(db: Db): Promise<Record<RecordName, string>> {
  const enrolled = '2026-01-20';
  const ids: Partial<Record<RecordName, string>> = {};
  for (const [name, making] of Object.entries(teamsWithRecords)) {
    const team = await aTeam(db, { name });
    ids[name as RecordName] = team.id;
    const made = madeClients(making);
    const clients = await clientsOf(
      db,
      team.id,
      made.map(({ jobStart, age }, index) => ({
        enrolmentDate: enrolled,
        sex: index % 3 === 0 ? 'female' : 'male',
        ageAtEnrolment: age,
        jobs: jobStart ? [startedOn('2026-04-06')] : [],
      })),
    );
    // Most clients of Haverstoke have no vocational profile: with every answer it has the fewest starts but Jessopdale's.
    const answered = name === 'Haverstoke' ? clients.slice(0, 30) : clients;
    const factors = answered.map((clientId): ClientFactorsTable => ({
      clientId,
      ...sameAnswers,
      version: 1,
    }));
    await setUp(db, (trx) => insertRows(trx, 'clientFactors', factors));
    for (const [index, id] of clients.entries()) {
      const days = Array.from({ length: made[index]?.meetings ?? 0 }, (_, day) =>
        addDays(enrolled, day),
      );
      if (days.length > 0) await meetingsOf(db, { id, teamId: team.id }, days);
    }
  }
  return ids as Record<RecordName, string>;
}

/** Counts of people of each team that no reader but itself may be shown. */
export function exactCounts(makings: Record<string, Making>): number[] {
  return Object.values(makings).flatMap((making) => [
    making.clients,
    madeClients(making).filter(({ jobStart }) => jobStart).length,
  ]);
}
