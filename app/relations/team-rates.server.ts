import type { Db } from '#db/connection/open-database.ts';
import { listClientsForRate, type ClientForRate } from '#db/queries/team-facts.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
} from '#scoring/outcomes/job-entry-definitions.ts';
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

/** Each team's job-entry rate under one definition, counted at the period's end or today, if that is sooner. */
export async function ratesByTeam(
  db: Db,
  definition: JobEntryDefinition,
  period: Period,
  today: string,
  teamId?: string,
): Promise<Map<string, JobEntryRate>> {
  const { kind } = jobEntryVersionOn(definition, period.to).rule;
  const from = kind === 'accessing-clients' ? period.from : beginning;
  const window = { from, to: period.to, ...(teamId === undefined ? {} : { teamId }) };
  const countDate = period.to < today ? period.to : today;
  const clients = byTeam(await listClientsForRate(db, window));
  return new Map(
    [...clients].map(([team, rows]) => [
      team,
      jobEntryRate(definition, rows.map(clientJobEntries), {
        from: period.from,
        to: period.to,
        countDate,
      }),
    ]),
  );
}

const hoursDone = { yes: true, no: false, 'not-known': null } as const;

function clientJobEntries(client: ClientForRate): ClientJobEntries {
  return {
    ...client,
    jobEntries: client.jobEntries.map((job) => ({
      ...job,
      fourHoursDone: hoursDone[job.fourHoursDone],
    })),
  };
}
