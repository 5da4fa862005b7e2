import { dayNumber } from '#scoring/calendar/day-number.ts';
import type { LinkedRecord } from '#scoring/outcomes/cohort/linked-cohort.ts';

import { shuffled, streamOf } from '../draw.ts';
import { clientRecord } from './client-fields.ts';
import { heldJobs } from './jobs.ts';
import { workTargets } from './lengths.ts';
import { payTargets } from './pay.ts';
import { contributionsOf } from './payments.ts';
import { linkedPeople } from './people.ts';
import { COHORT } from './plan.ts';
import { employmentSpells } from './spells.ts';

export interface SyntheticCohort {
  /** Everybody matched, with real days of enrolment, spells and payments; client ids say nothing of who worked. */
  records: LinkedRecord[];
  sites: string[];
}

/** As a team's records would name a client: a code that names nobody. */
export const clientCode = (number: number) => `D${String(number).padStart(5, '0')}`;

/**
 * The linked cohort of the demo as the tax authority would know it. Its outcomes are not written anywhere: whoever works
 * them out from the spells finds the published figures.
 */
export function syntheticCohort(seed: number): SyntheticCohort {
  const { people, sites } = linkedPeople(seed);
  const workers = people.filter(({ worked }) => worked);
  const work = workTargets(streamOf(seed, 'linked work'), workers);
  const pay = payTargets(streamOf(seed, 'linked pay'), workers, work);
  const targets = new Map(workers.map((person, place) => [person, place]));
  const linkage = dayNumber(COHORT.linkageDate);
  const random = streamOf(seed, 'linked records');
  const codes = shuffled(random, [...people.keys()]);
  const records = people.map((person, place): LinkedRecord => {
    const client = clientRecord(random, person, clientCode((codes[place] ?? 0) + 1));
    const { enrolmentDate, followUpDays } = person;
    const time = { enrolment: dayNumber(enrolmentDate), followUpDays, linkage };
    const worker = targets.get(person);
    const target = worker === undefined ? undefined : work[worker];
    const held = target === undefined ? [] : heldJobs(random, person, target);
    const spells = employmentSpells(random, held, time);
    const paid = worker === undefined ? undefined : pay[worker];
    const contributions = contributionsOf(random, held, { target: paid, spells, time });
    return { client, spells, contributions };
  });
  return { records, sites };
}
