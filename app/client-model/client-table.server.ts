import { clientsOfRate } from '#app/relations/team-rates.server.ts';
import type { Period } from '#app/relations/period.ts';
import type { Db } from '#db/connection/open-database.ts';
import {
  listClientAnswers,
  listEvaluationClients,
  listMeetingDays,
} from '#db/queries/client-model.ts';
import { addDays, daysBetween } from '#scoring/calendar/iso-day.ts';
import { bandOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';
import { baselineFactors, type BaselineFactor } from '#scoring/outcomes/baseline-factors.ts';
import { categoryOfRecord, MEETING_BAND_COLUMN } from '#scoring/outcomes/client-model.ts';
import type { JobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { jobEntryOutcomes } from '#scoring/outcomes/job-entry-rate.ts';
import type { Answer, Table } from '#scoring/statistics/model-frame.ts';

/** Days from enrolment over which the landmark variant counts meetings. */
export const landmarkDays = 60;

/** Clients of the evaluation, or of teams' own records under a definition; never both in one table. */
export type ClientsAsked =
  | { population: 'evaluation' }
  | { population: 'records'; definition: JobEntryDefinition; period: Period; today: string };

/**
 * A row a client with the columns of baseline.csv: the sixteen factors (the team by its id), meetings and their band,
 * job_start, days_to_job, days_followed and meetings_first_60_days. An answer that is not known is null.
 */
export async function clientTable(db: Db, asked: ClientsAsked): Promise<Table> {
  const clients =
    asked.population === 'evaluation' ? await evaluationRows(db) : await recordRows(db, asked);
  const column = (read: (client: ClientRow) => Answer): Answer[] => clients.map(read);
  return {
    ...Object.fromEntries(
      baselineFactors.map((factor) => [factor.column, column((client) => answer(factor, client))]),
    ),
    meetings: column(({ meetings }) => meetings),
    [MEETING_BAND_COLUMN]: column(({ meetings }) => bandLabel(meetings)),
    job_start: column(({ jobStart }) => jobStart),
    days_to_job: column(({ daysToJob }) => daysToJob),
    days_followed: column(({ daysFollowed }) => daysFollowed),
    meetings_first_60_days: column(({ meetingsFirst60Days }) => meetingsFirst60Days),
  };
}

interface ClientRow {
  answers: Readonly<Record<string, string | number | null>>;
  meetings: number;
  meetingsFirst60Days: number;
  jobStart: number;
  daysToJob: number | null;
  daysFollowed: number;
}

function answer(factor: BaselineFactor, { answers }: ClientRow): Answer {
  const recorded = answers[factor.key] ?? null;
  return typeof recorded === 'number' ? recorded : categoryOfRecord(factor, recorded);
}

function bandLabel(meetings: number): string | null {
  const key = bandOf(meetings);
  return meetingBands.find((band) => band.key === key)?.label ?? null;
}

async function evaluationRows(db: Db): Promise<ClientRow[]> {
  const clients = await listEvaluationClients(db);
  return clients.map(
    ({ teamId, meetings, meetingsFirst60Days, jobStart, daysToJob, daysFollowed, ...answers }) => ({
      answers: { ...answers, team: teamId },
      ...{ meetings, meetingsFirst60Days, jobStart, daysToJob, daysFollowed },
    }),
  );
}

/** The clients in the denominator of a rate, so that the model's counts are the rate's. */
async function recordRows(
  db: Db,
  { definition, period, today }: Extract<ClientsAsked, { population: 'records' }>,
): Promise<ClientRow[]> {
  const { clients, window, enrolled } = await clientsOfRate(db, definition, period, today);
  const outcomes = jobEntryOutcomes(definition, clients, window);
  const answersOf = new Map(
    (await listClientAnswers(db, enrolled)).map(({ clientId, ...answers }) => [clientId, answers]),
  );
  const meetingsOf = await meetingDaysByClient(db, enrolled, window.countDate);
  return clients.flatMap((client, index): ClientRow[] => {
    const outcome = outcomes[index];
    if (outcome?.isCounted !== true) return [];
    const { clientId, teamId, enrolmentDate, jobEntries } = client;
    const landmark = addDays(enrolmentDate, landmarkDays);
    const meetings = meetingsOf.get(clientId) ?? [];
    // The first start since enrolment, also where the definition counts a later one of the same client.
    const start = jobEntries.find(({ startDate }) => startDate >= enrolmentDate)?.startDate;
    return [
      {
        answers: {
          ...answersOf.get(clientId),
          team: teamId,
          startYear: enrolmentDate.slice(0, 4),
        },
        meetings: meetings.length,
        meetingsFirst60Days: meetings.filter((day) => day < landmark).length,
        jobStart: outcome.hasEntry ? 1 : 0,
        daysToJob:
          outcome.hasEntry && start !== undefined ? daysBetween(enrolmentDate, start) : null,
        daysFollowed: Math.max(0, daysBetween(enrolmentDate, window.countDate) + 1),
      },
    ];
  });
}

async function meetingDaysByClient(
  db: Db,
  enrolled: { from: string; to: string },
  lastDay: string,
): Promise<Map<string, string[]>> {
  const days = new Map<string, string[]>();
  for (const { clientId, meetingDate } of await listMeetingDays(db, enrolled, lastDay)) {
    const known = days.get(clientId);
    if (known === undefined) days.set(clientId, [meetingDate]);
    else known.push(meetingDate);
  }
  return days;
}
