import {
  sexes,
  substanceGroups,
  treatmentStatuses,
  type ClientRecord,
} from '#scoring/outcomes/cohort/client-record.ts';
import type { LinkedRecord } from '#scoring/outcomes/cohort/linked-cohort.ts';

import type { ClientsTable, JobEntriesTable } from '../../schema/work.ts';
import { clientReference } from '../client-reference.ts';
import { clientRows } from '../client-rows.ts';
import { isDrawn, streamOf, type SeededRandom } from '../draw.ts';
import { identities } from '../identities.ts';
import { teamProfiles, type TeamProfile } from '../team-profiles.ts';
import { teamRecords } from '../team-records.ts';
import type { Fate, RehearsedClient } from './rehearsal.ts';
import { syntheticIdentity } from './synthetic-identity.ts';
import { paymentsOfJob } from './team-payments.ts';

/** The last day on which the demo's teams can be linked: most of two years of their records are before it. */
export const TEAMS_LINKAGE_DATE = '2026-07-01';

/** Everybody in the demo's own team records, with invented identifiers and what the tax authority would know of them. */
export function teamClients(seed: number): RehearsedClient[] {
  const ids = identities(seed);
  const random = streamOf(seed, 'linkage of the teams');
  const places = new Map<Fate, number>();
  return teamProfiles(seed).flatMap((team) =>
    recordedClients(team, seed, ids).map(({ number, client, jobEntries }) => {
      const fate = fateOf(random, client);
      const place = places.get(fate) ?? 0;
      places.set(fate, place + 1);
      const record = recordOf(client, team.name);
      const about = { age: record.ageAtEnrolment ?? 40, day: record.enrolmentDate };
      return {
        client: record,
        consent: client.linkageConsent === 'yes' ? ('yes' as const) : ('' as const),
        identity: syntheticIdentity(random, number, about),
        fate,
        place,
        record: fate === null ? linkedRecord(record, jobEntries) : null,
      };
    }),
  );
}

/** The rows of a team's clients as the demo's file has them. */
function recordedClients(team: TeamProfile, seed: number, ids: ReturnType<typeof identities>) {
  const { clients, employers } = teamRecords(team, seed);
  const references = {
    teamId: ids.team(team.index),
    specialistId: () => '',
    userId: () => null,
    employerIds: employers.map((_, place) => `t${team.index}e${place}`),
  };
  return clients.map((course, place) => {
    const reference = clientReference(team, place);
    const rows = clientRows(course, reference, references, employers, seed, ids);
    return { number: course.number, client: rows.client, jobEntries: rows.jobEntries };
  });
}

/** Six in a hundred of those who agreed are lost on the way. */
function fateOf(random: SeededRandom, { linkageConsent }: ClientsTable): Fate {
  const isIncomplete = isDrawn(random, 0.04);
  const isUnknown = isDrawn(random, 0.02);
  if (linkageConsent !== 'yes') return 'no-consent';
  if (isIncomplete) return 'incomplete';
  return isUnknown ? 'not-matched' : null;
}

const listed = <Name extends string>(list: readonly Name[], text: string): Name | null =>
  list.find((name) => name === text) ?? null;

function recordOf(client: ClientsTable, team: string): ClientRecord {
  return {
    clientId: client.reference,
    team,
    enrolmentDate: client.enrolmentDate,
    sex: listed(sexes, client.sex),
    ageAtEnrolment: client.ageAtEnrolment,
    substanceGroup: listed(substanceGroups, client.substanceGroup),
    treatmentStatus: listed(treatmentStatuses, client.treatmentStatus),
    monthsInTreatment: client.monthsInTreatment,
    ipsEngagementMonths: client.monthsEngaged,
    deprivationQuintile: client.deprivationQuintile,
  };
}

/** The jobs a team knows of are those that the tax authority knows of. */
function linkedRecord(client: ClientRecord, jobEntries: readonly JobEntriesTable[]): LinkedRecord {
  return {
    client,
    spells: jobEntries.map(({ employerId, startDate, endDate }) => ({
      employerId,
      startDate,
      endDate,
      source: employerId === null ? ('self-employment' as const) : ('paye' as const),
    })),
    contributions: jobEntries
      .filter(({ employerId }) => employerId !== null)
      .flatMap((job) => paymentsOfJob(job, TEAMS_LINKAGE_DATE))
      .filter(({ employerNi }) => employerNi > 0),
  };
}
