import type { Db } from '#db/connection/open-database.ts';
import { listClientsForRate, type ClientForRate } from '#db/queries/team-facts.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
} from '#scoring/outcomes/job-entry-definitions.ts';
import type { RateWindow } from '#scoring/outcomes/job-entry-classification.ts';
import { jobEntryRate, type JobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';
import type { ClientJobEntries } from '#scoring/outcomes/client-job-entries.ts';

import type { Period } from './period.ts';
import { byTeam } from './team-inputs.server.ts';

/** Enrolled at any time: rates over the service to date read every client. */
const beginning = '1900-01-01';

/** Whether a definition is computed from the team's own clients (the linked cohort has no teams to relate to). */
export function isTeamDefinition(definition: JobEntryDefinition, day: string): boolean {
  const { kind } = jobEntryVersionOn(definition, day).rule;
  return kind !== 'linked-cohort' && kind !== 'published-only';
}

/** Everybody whom a definition may count in a period, and the days that say whether it does. */
export async function clientsOfRate(
  db: Db,
  definition: JobEntryDefinition,
  { from, to }: Pick<Period, 'from' | 'to'>,
  today: string,
  teamId?: string,
): Promise<{
  clients: (ClientJobEntries & { clientId: string; teamId: string })[];
  window: RateWindow;
  enrolled: { from: string; to: string };
}> {
  const { kind } = jobEntryVersionOn(definition, to).rule;
  const enrolled = { from: kind === 'accessing-clients' ? from : beginning, to };
  const rows = await listClientsForRate(db, {
    ...enrolled,
    ...(teamId === undefined ? {} : { teamId }),
  });
  return {
    clients: rows.map(clientJobEntries),
    // Counted at the period's end or today, if that is sooner.
    window: { from, to, countDate: to < today ? to : today },
    enrolled,
  };
}

/** Each team's job-entry rate under one definition. */
export async function ratesByTeam(
  db: Db,
  definition: JobEntryDefinition,
  period: Period,
  today: string,
  teamId?: string,
): Promise<Map<string, JobEntryRate>> {
  const { clients, window } = await clientsOfRate(db, definition, period, today, teamId);
  return new Map(
    [...byTeam(clients)].map(([team, rows]) => [team, jobEntryRate(definition, rows, window)]),
  );
}

const hoursDone = { yes: true, no: false, 'not-known': null } as const;

function clientJobEntries(
  client: ClientForRate,
): ClientJobEntries & { clientId: string; teamId: string } {
  return {
    ...client,
    jobEntries: client.jobEntries.map((job) => ({
      ...job,
      fourHoursDone: hoursDone[job.fourHoursDone],
    })),
  };
}
