import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';

import { between, exponential, type SeededRandom } from '../draw.ts';
import type { LinkedPerson } from './people.ts';

type Ends = readonly [low: number, high: number];

const ages: Readonly<Record<string, Ends>> = {
  '16 to 24': [18, 24],
  '25 to 29': [25, 29],
  '30 to 49': [30, 49],
  '50 and over': [50, 66],
};

/** Tenths of a month: a band holds its upper end. */
const tenthsInTreatment: Readonly<Record<string, Ends>> = {
  'Up to 3 months': [2, 30],
  'Up to 6 months': [31, 60],
  'Up to 12 months': [61, 120],
};
const tenthsEngaged: Readonly<Record<string, Ends>> = {
  'Less than 2 months': [1, 19],
  'More than 2 months': [20, 110],
};

function inBand(random: SeededRandom, ends: Ends | undefined): number {
  const [low, high] = ends ?? [0, 0];
  return between(random, low, high);
}

/** A person's row of clients.csv: ages and months that fall into the bands the person was given. */
export function clientRecord(
  random: SeededRandom,
  { groups, enrolmentDate }: LinkedPerson,
  clientId: string,
): ClientRecord {
  const stay = tenthsInTreatment[groups.timeInTreatment ?? ''];
  const tenths =
    stay === undefined ? 121 + Math.round(exponential(random, 90)) : inBand(random, stay);
  return {
    clientId,
    team: groups.site ?? null,
    enrolmentDate,
    sex: groups.sex ?? null,
    ageAtEnrolment: inBand(random, ages[groups.ageBand ?? '']),
    substanceGroup: groups.substanceGroup ?? null,
    treatmentStatus: groups.treatmentStatus ?? null,
    monthsInTreatment: tenths / 10,
    ipsEngagementMonths: inBand(random, tenthsEngaged[groups.engagement ?? '']) / 10,
    deprivationQuintile: Number(groups.deprivationQuintile),
  };
}
