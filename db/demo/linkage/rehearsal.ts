import { addDays, daysBetween } from '#scoring/calendar/iso-day.ts';
import {
  substanceGroups,
  treatmentStatuses,
  type ClientRecord,
} from '#scoring/outcomes/cohort/client-record.ts';
import type { LinkedRecord } from '#scoring/outcomes/cohort/linked-cohort.ts';

import { between, isDrawn, pick, streamOf, type SeededRandom } from '../draw.ts';
import { clientCode, syntheticCohort } from '../linked/cohort.ts';
import { COHORT } from '../linked/plan.ts';
import { syntheticIdentity, type Identity } from './synthetic-identity.ts';

/** Why a client of the rehearsal is not in the return; null for those who are. */
export type Fate = 'no-consent' | 'incomplete' | 'too-recent' | 'not-matched' | null;

export interface RehearsedClient {
  client: ClientRecord;
  consent: 'yes' | 'no' | '';
  identity: Identity;
  fate: Fate;
  /** Place among those of the same fate: differences are dealt out by it. */
  place: number;
  /** What is recorded of a matched client. */
  record: LinkedRecord | null;
}

/** Clients beyond the matched, by what keeps them out of the return. */
const others: readonly (readonly [fate: Exclude<Fate, null>, clients: number])[] = [
  ['not-matched', COHORT.sent - COHORT.matched],
  ['no-consent', 302],
  ['incomplete', 297],
  ['too-recent', 311],
];

/** Nine months before linkage, and the day after: the first that is too recent. */
const OLDEST = '2019-10-01';
const NEWEST_SENT = '2024-02-29';
const FIRST_TOO_RECENT = '2024-03-02';
const LAST_TOO_RECENT = '2024-11-20';

/** Group fields like anybody's; now and then one is not known. */
function furtherClient(
  random: SeededRandom,
  clientId: string,
  { team, isRecent }: { team: string; isRecent: boolean },
): ClientRecord {
  const [from, to] = isRecent ? [FIRST_TOO_RECENT, LAST_TOO_RECENT] : [OLDEST, NEWEST_SENT];
  const known = <Value>(value: Value): Value | null => (isDrawn(random, 0.05) ? null : value);
  return {
    clientId,
    team,
    enrolmentDate: addDays(from, random.integer(daysBetween(from, to) + 1)),
    sex: isDrawn(random, 0.7) ? 'male' : 'female',
    ageAtEnrolment: between(random, 18, 66),
    substanceGroup: known(pick(random, substanceGroups)),
    treatmentStatus: known(pick(random, treatmentStatuses)),
    monthsInTreatment: known(between(random, 2, 400) / 10),
    ipsEngagementMonths: known(between(random, 1, 110) / 10),
    deprivationQuintile: known(between(random, 1, 5)),
  };
}

function rehearsed(
  random: SeededRandom,
  client: ClientRecord,
  {
    number,
    fate,
    place,
    record,
  }: { number: number } & Pick<RehearsedClient, 'fate' | 'place' | 'record'>,
): RehearsedClient {
  const age = client.ageAtEnrolment ?? 40;
  const refused = isDrawn(random, 0.5) ? 'no' : '';
  return {
    client,
    consent: fate === 'no-consent' ? refused : 'yes',
    identity: syntheticIdentity(random, number, { age, day: client.enrolmentDate }),
    fate,
    place,
    record,
  };
}

/** Everybody of the rehearsal: the demo's matched clients, those sent but not matched, and those left out. */
export function rehearsedClients(seed: number): RehearsedClient[] {
  const { records, sites } = syntheticCohort(seed);
  const random = streamOf(seed, 'linkage rehearsal');
  let number = 0;
  const matched = records.map((record, place) =>
    rehearsed(random, record.client, { number: (number += 1), fate: null, place, record }),
  );
  const further = others.flatMap(([fate, clients]) =>
    Array.from({ length: clients }, (_, place) => {
      number += 1;
      const isRecent = fate === 'too-recent';
      const client = furtherClient(random, clientCode(number), {
        team: pick(random, sites),
        isRecent,
      });
      return rehearsed(random, client, { number, fate, place, record: null });
    }),
  );
  return [...matched, ...further].sort((a, b) => (a.client.clientId < b.client.clientId ? -1 : 1));
}
