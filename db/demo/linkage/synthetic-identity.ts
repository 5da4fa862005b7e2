import { addCalendarMonths, addDays } from '#scoring/calendar/iso-day.ts';

import { between, isDrawn, pick, type SeededRandom } from '../draw.ts';

/** What a match is made of. */
export interface Identity {
  initials: string;
  /** ISO day. */
  dateOfBirth: string;
  postcode: string;
  nationalInsuranceNumber: string;
}

const nameLetters = 'ABCDEFGHJKLMNPRSTW';
const postcodeLetters = 'ABDEFGHJLNPQRSTUWXYZ';

const letterOf = (random: SeededRandom, letters: string) =>
  letters.charAt(random.integer(letters.length));

/** ZZ is the area of no post office. */
export function syntheticPostcode(random: SeededRandom): string {
  const [district, sector] = [between(random, 1, 99), between(random, 0, 9)];
  return `ZZ${district} ${sector}${letterOf(random, postcodeLetters)}${letterOf(random, postcodeLetters)}`;
}

/** Coprime to the million numbers of six digits: no two of them are alike. */
const STEP = 7919;

/** QQ is never issued. */
export function syntheticNumber(place: number): string {
  const digits = String((place * STEP + 123) % 1_000_000).padStart(6, '0');
  return `QQ${digits}${'ABCD'.charAt(place % 4)}`;
}

/** Somebody of an age in whole years on a day. */
export function syntheticIdentity(
  random: SeededRandom,
  place: number,
  { age, day }: { age: number; day: string },
): Identity {
  return {
    initials: letterOf(random, nameLetters) + letterOf(random, nameLetters),
    dateOfBirth: addDays(addCalendarMonths(day, -12 * age), -between(random, 1, 360)),
    postcode: syntheticPostcode(random),
    nationalInsuranceNumber: syntheticNumber(place),
  };
}

const dayFirst = (day: string) => day.split('-').reverse().join('/');

/** As people write them: any case, with and without spaces and full stops, days in two ways. */
export function written(random: SeededRandom, identity: Identity): Identity {
  const { initials, dateOfBirth, postcode, nationalInsuranceNumber: number } = identity;
  const spaced = number.replace(/^(..)(..)(..)(..)(.)$/, '$1 $2 $3 $4 $5');
  return {
    initials: pick(random, [
      initials,
      initials,
      initials.replace(/./g, '$&.'),
      initials.toLowerCase(),
    ]),
    dateOfBirth: isDrawn(random, 0.25) ? dayFirst(dateOfBirth) : dateOfBirth,
    postcode: writtenPostcode(random, postcode),
    nationalInsuranceNumber: pick(random, [
      number,
      number,
      spaced,
      number.toLowerCase(),
      ` ${spaced} `,
    ]),
  };
}

export function writtenPostcode(random: SeededRandom, postcode: string): string {
  const closed = postcode.replace(' ', '');
  return pick(random, [
    postcode,
    postcode,
    closed,
    postcode.toLowerCase(),
    ` ${closed.toLowerCase()}`,
  ]);
}
