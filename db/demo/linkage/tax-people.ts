import { addDays, daysBetween } from '#scoring/calendar/iso-day.ts';
import type { MatchGrade } from '#scoring/linkage/match-people.ts';
import type { Contribution } from '#scoring/outcomes/spells/contribution.ts';
import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { between, isDrawn, shuffled, streamOf, weighted, type SeededRandom } from '../draw.ts';
import { COHORT } from '../linked/plan.ts';
import type { RehearsedClient } from './rehearsal.ts';
import {
  syntheticIdentity,
  syntheticNumber,
  syntheticPostcode,
  type Identity,
} from './synthetic-identity.ts';

/** A person of the tax records with up to three postcodes, the newest first. */
export interface TaxPerson {
  recordId: string;
  identity: Identity;
  sex: string;
  postcodes: string[];
  spells: readonly EmploymentSpell[];
  contributions: readonly Contribution[];
}

/** Numbers from here on belong to nobody who was sent. */
const FIRST_STRANGER = 500_000;
const HOUSEHOLDS = 120;
const STRANGERS = 180;
/** Of those not matched: nobody in the tax records has anything to do with them. */
const UNKNOWN = 14;

/** Of a hundred records, how many hold initials that give each grade: initials grade a match and never make one. */
const gradeDrawn = weighted<MatchGrade>({
  'same-initials': 90,
  'first-initial': 4,
  'other-initials': 4,
  'no-initials': 2,
});

function initialsHeld(random: SeededRandom, sent: string): string {
  switch (gradeDrawn(random)) {
    case 'same-initials':
      return sent;
    case 'first-initial':
      return sent.slice(0, 1);
    case 'other-initials':
      // No letter of anybody's initials.
      return 'XX';
    case 'no-initials':
      return '';
  }
}

/** The postcode sent is the newest of most, for others an older one. */
function postcodesOf(random: SeededRandom, sent: string): string[] {
  const at = isDrawn(random, 0.7) ? 0 : 1 + random.integer(2);
  const held = Array.from({ length: Math.max(at + 1, between(random, 1, 3)) }, () =>
    syntheticPostcode(random),
  );
  held[at] = sent;
  return held;
}

/** Work of people who must not come back: it is there to be found by a matcher that is too easily satisfied. */
function anyWork(random: SeededRandom): EmploymentSpell[] {
  if (isDrawn(random, 0.4)) return [];
  const days = daysBetween('2019-01-01', COHORT.linkageDate) - 200;
  const startDate = addDays('2019-01-01', random.integer(days));
  const endDate = isDrawn(random, 0.3) ? null : addDays(startDate, between(random, 0, 190));
  return [{ employerId: 'e0007', startDate, endDate, source: 'paye' }];
}

/** A near miss: two of the three agree, and the third does not. */
function nearMiss(random: SeededRandom, { identity, place }: RehearsedClient): Identity | null {
  const differences: readonly Partial<Identity>[] = [
    { nationalInsuranceNumber: syntheticNumber(FIRST_STRANGER + 5_000 + place) },
    { dateOfBirth: addDays(identity.dateOfBirth, isDrawn(random, 0.5) ? 1 : 365) },
    { postcode: syntheticPostcode(random) },
  ];
  return place < UNKNOWN ? null : { ...identity, ...differences[place % differences.length] };
}

/** What the tax authority of the rehearsal holds, in the order of its own numbers. */
export function taxPeople(clients: readonly RehearsedClient[], seed: number): TaxPerson[] {
  const random = streamOf(seed, 'tax people');
  const people: Omit<TaxPerson, 'recordId'>[] = [];
  const add = (identity: Identity, sex: string | null, record: RehearsedClient['record']) => {
    people.push({
      identity: { ...identity, initials: initialsHeld(random, identity.initials) },
      sex: sex ?? 'male',
      postcodes: postcodesOf(random, identity.postcode),
      spells: record?.spells ?? anyWork(random),
      contributions: record?.contributions ?? [],
    });
  };
  for (const each of clients) {
    const identity = each.fate === 'not-matched' ? nearMiss(random, each) : each.identity;
    if (identity !== null) add(identity, each.client.sex, each.record);
  }
  for (let place = 0; place < HOUSEHOLDS; place += 1) {
    const other = clients[random.integer(clients.length)];
    const nationalInsuranceNumber = syntheticNumber(FIRST_STRANGER + place);
    // Born on the same day under the same roof: a twin.
    if (other !== undefined) add({ ...other.identity, nationalInsuranceNumber }, 'female', null);
  }
  for (let place = 0; place < STRANGERS; place += 1) {
    const about = { age: between(random, 18, 66), day: '2022-01-01' };
    add(syntheticIdentity(random, FIRST_STRANGER + HOUSEHOLDS + place, about), 'male', null);
  }
  return shuffled(random, people).map((person, place) => ({
    recordId: `R${String(place + 1).padStart(5, '0')}`,
    ...person,
  }));
}
