import {
  dateOfBirth,
  initials,
  nationalInsuranceNumber,
  postcode,
  type WrittenIdentifiers,
} from './identifiers.ts';

/** A person of the tax records, with the last three postcodes held, the newest first. */
export interface TaxPerson extends Omit<WrittenIdentifiers, 'postcode'> {
  readonly postcodes: readonly string[];
}

/** How well the initials of two people who match agree: they grade a match and never make or break one. */
export type MatchGrade = 'same-initials' | 'first-initial' | 'other-initials' | 'no-initials';

export const matchGrades: Readonly<Record<MatchGrade, string>> = {
  'same-initials': 'All initials agree',
  'first-initial': 'The first initial agrees',
  'other-initials': 'Initials differ',
  'no-initials': 'No initials on one side',
};

export interface PersonMatch {
  /** Places in the lists given. */
  readonly sent: number;
  readonly held: number;
  readonly grade: MatchGrade;
  /** 1 for the newest postcode held. */
  readonly postcodeAge: number;
}

/** More than one person where there can only be one; places in the lists given. */
export interface Duplicate {
  readonly side: 'sent' | 'held';
  readonly places: readonly number[];
}

export interface PeopleMatching {
  readonly matches: readonly PersonMatch[];
  /** Never matched: which of them is meant nobody can tell. */
  readonly duplicates: readonly Duplicate[];
  /** Places of people sent with an identifier that cannot be read. */
  readonly unreadable: readonly number[];
}

const POSTCODES_HELD = 3;

interface Known {
  readonly number: string;
  readonly born: string;
}

function knownOf(person: {
  nationalInsuranceNumber: string;
  dateOfBirth: string;
}): Known | undefined {
  const number = nationalInsuranceNumber(person.nationalInsuranceNumber);
  const born = dateOfBirth(person.dateOfBirth);
  return number === null || born === null ? undefined : { number, born };
}

const keyOf = ({ number, born }: Known): string => `${number} ${born}`;

/** Places by key, in the order given. */
function placesByKey(keys: readonly (string | undefined)[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, key] of keys.entries()) {
    if (key === undefined) continue;
    const others = places.get(key);
    if (others === undefined) places.set(key, [place]);
    else others.push(place);
  }
  return places;
}

function duplicatesOf(side: Duplicate['side'], places: ReadonlyMap<string, number[]>): Duplicate[] {
  return [...places.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ side, places: same }));
}

function gradeOf(one: string, other: string): MatchGrade {
  const [a, b] = [initials(one), initials(other)];
  if (a === '' || b === '') return 'no-initials';
  if (a === b) return 'same-initials';
  return b.startsWith(a.slice(0, 1)) ? 'first-initial' : 'other-initials';
}

/**
 * Matches the people of an extract with those of the tax records.
 *
 * For: rehearsing the linkage. Rule: National Insurance number, date of birth and postcode must all agree, the postcode
 * with any of the last three held; two of three are no match. Case, spaces and ways of writing are set aside
 * (identifiers.ts). Initials grade the match. Where two on one side have the same number and date of birth, neither is
 * matched and both are named, since nobody can tell which is meant.
 * @param sent people of the extract
 * @param held people of the tax records; of their postcodes the first three count
 * @returns matches in the order sent, duplicates of either side, people sent who cannot be read
 * Errors: none; what cannot be read matches nobody. Source: outcome definitions, section 14.
 * Checked: by example; never on two of three, and the same whatever the writing (property tests).
 */
export function matchPeople(
  sent: readonly WrittenIdentifiers[],
  held: readonly TaxPerson[],
): PeopleMatching {
  const codes = sent.map((person) => postcode(person.postcode));
  const known = sent.map(knownOf);
  const sentKeys = known.map((person, place) =>
    person === undefined || codes[place] === null ? undefined : keyOf(person),
  );
  const heldKeys = held.map((person) => {
    const read = knownOf(person);
    return read && keyOf(read);
  });
  const sentPlaces = placesByKey(sentKeys);
  const heldPlaces = placesByKey(heldKeys);
  const matches: PersonMatch[] = [];
  for (const [place, key] of sentKeys.entries()) {
    const candidates = key === undefined ? [] : (heldPlaces.get(key) ?? []);
    const [only, ...others] = candidates;
    if (key === undefined || only === undefined || others.length > 0) continue;
    if ((sentPlaces.get(key)?.length ?? 0) > 1) continue;
    const person = held[only];
    const asked = sent[place];
    if (person === undefined || asked === undefined) continue;
    const age = person.postcodes
      .slice(0, POSTCODES_HELD)
      .findIndex((text) => postcode(text) === codes[place]);
    if (age < 0) continue;
    const grade = gradeOf(asked.initials, person.initials);
    matches.push({ sent: place, held: only, grade, postcodeAge: age + 1 });
  }
  return {
    matches,
    duplicates: [...duplicatesOf('sent', sentPlaces), ...duplicatesOf('held', heldPlaces)],
    unreadable: [...sentKeys.entries()]
      .filter(([, key]) => key === undefined)
      .map(([place]) => place),
  };
}
