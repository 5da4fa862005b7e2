import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  dateOfBirth,
  initials,
  nationalInsuranceNumber,
  postcode,
} from '#scoring/linkage/identifiers.ts';
import { matchPeople, type TaxPerson } from '#scoring/linkage/match-people.ts';

describe('a National Insurance number', () => {
  test.each([
    ['QQ123456C', 'QQ123456'],
    ['qq 12 34 56 c', 'QQ123456'],
    ['QQ-12-34-56', 'QQ123456'],
    ['QQ123456', 'QQ123456'],
    ['QQ12345C', null],
    ['QQ123456E', null],
    ['1Q123456C', null],
    ['', null],
  ])('%j is %j', (text, number) => {
    expect(nationalInsuranceNumber(text)).toBe(number);
  });
});

describe('a postcode', () => {
  test.each([
    ['m1 1ae', 'M11AE'],
    ['B33 8TH', 'B338TH'],
    ['CR26XH', 'CR26XH'],
    ['DN55 1PT', 'DN551PT'],
    ['W1A 0AX', 'W1A0AX'],
    ['EC1A 1BB', 'EC1A1BB'],
    ['EC1A', null],
    ['12345', null],
    ['', null],
  ])('%j is %j', (text, code) => {
    expect(postcode(text)).toBe(code);
  });
});

describe('a date of birth', () => {
  test.each([
    ['1985-03-07', '1985-03-07'],
    ['07/03/1985', '1985-03-07'],
    ['7.3.1985', '1985-03-07'],
    [' 7 / 3 / 1985', '1985-03-07'],
    ['31/02/1985', null],
    ['1985-13-01', null],
    ['07/03/85', null],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(dateOfBirth(text)).toBe(day);
  });
});

test('initials are their letters', () => {
  expect(initials('j. p.')).toBe('JP');
  expect(initials(' Å-b')).toBe('ÅB');
});

const sam = {
  initials: 'S J',
  dateOfBirth: '1985-03-07',
  postcode: 'ZZ1 2AB',
  nationalInsuranceNumber: 'QQ123456C',
};
const heldSam: TaxPerson = {
  initials: 'sj',
  dateOfBirth: '07/03/1985',
  postcodes: ['ZZ9 9ZZ', 'zz12ab', ''],
  nationalInsuranceNumber: 'qq 12 34 56',
};

test('all three agree, the postcode with an older one: a match, graded by initials', () => {
  expect(matchPeople([sam], [heldSam])).toEqual({
    matches: [{ sent: 0, held: 0, grade: 'same-initials', postcodeAge: 2 }],
    duplicates: [],
    unreadable: [],
  });
});

test.each([
  ['SAM', 'first-initial'],
  ['X', 'other-initials'],
  ['', 'no-initials'],
])('initials %j grade the match and do not prevent it', (written, grade) => {
  const { matches } = matchPeople([{ ...sam, initials: written }], [heldSam]);
  expect(matches.map((match) => match.grade)).toEqual([grade]);
});

test.each([
  ['National Insurance number', { nationalInsuranceNumber: 'QQ123457C' }],
  ['date of birth', { dateOfBirth: '1985-03-08' }],
  ['postcode', { postcode: 'ZZ1 2AC' }],
])('two of three are no match: another %s', (_, other) => {
  expect(matchPeople([{ ...sam, ...other }], [heldSam]).matches).toEqual([]);
});

test('a fourth postcode does not count', () => {
  const postcodes = ['ZZ1 1AA', 'ZZ1 1AB', 'ZZ1 1AC', sam.postcode];
  expect(matchPeople([sam], [{ ...heldSam, postcodes }]).matches).toEqual([]);
});

test('the same person twice is named on either side and never matched', () => {
  expect(matchPeople([sam, sam], [heldSam])).toMatchObject({
    matches: [],
    duplicates: [{ side: 'sent', places: [0, 1] }],
  });
  expect(matchPeople([sam], [heldSam, heldSam])).toMatchObject({
    matches: [],
    duplicates: [{ side: 'held', places: [0, 1] }],
  });
});

test('who cannot be read is named', () => {
  const nobody = { initials: '', dateOfBirth: '', postcode: '', nationalInsuranceNumber: '' };
  const none = { ...nobody, postcodes: ['', '', ''] };
  expect(matchPeople([nobody, sam], [none, heldSam])).toMatchObject({
    matches: [{ sent: 1, held: 1 }],
    duplicates: [],
    unreadable: [0],
  });
});

const numberOf = fc.integer({ min: 0, max: 2 }).map((n) => `QQ00000${n}`);
const bornOn = fc.constantFrom('1985-03-07', '1990-01-01', '1971-12-31');
const livingAt = fc.constantFrom('ZZ11AA', 'ZZ11AB', 'ZZ11AC', 'ZZ11AD');
const personSent = fc.record({
  initials: fc.constantFrom('', 'A', 'AB'),
  dateOfBirth: bornOn,
  postcode: livingAt,
  nationalInsuranceNumber: numberOf,
});
const personHeld = fc.record({
  initials: fc.constantFrom('', 'A', 'AB'),
  dateOfBirth: bornOn,
  postcodes: fc.array(livingAt, { maxLength: 5 }),
  nationalInsuranceNumber: numberOf,
});

test('whoever is matched agrees on all three, once; whoever agrees with one alone is matched', () => {
  fc.assert(
    fc.property(
      fc.array(personSent, { maxLength: 8 }),
      fc.array(personHeld, { maxLength: 8 }),
      (sent, held) => {
        const { matches } = matchPeople(sent, held);
        const agrees = (a: (typeof sent)[number], b: (typeof held)[number]) =>
          a.nationalInsuranceNumber === b.nationalInsuranceNumber &&
          a.dateOfBirth === b.dateOfBirth &&
          b.postcodes.slice(0, 3).includes(a.postcode);
        for (const match of matches) {
          expect(agrees(sent[match.sent]!, held[match.held]!)).toBe(true);
        }
        expect(new Set(matches.map((match) => match.held)).size).toBe(matches.length);
        const same = (
          a: (typeof sent)[number],
          b: { dateOfBirth: string; nationalInsuranceNumber: string },
        ) =>
          a.nationalInsuranceNumber === b.nationalInsuranceNumber &&
          a.dateOfBirth === b.dateOfBirth;
        const expected = sent.filter(
          (person) =>
            sent.filter((other) => same(person, other)).length === 1 &&
            held.filter((other) => same(person, other)).length === 1 &&
            held.some((other) => agrees(person, other)),
        );
        expect(matches).toHaveLength(expected.length);
      },
    ),
  );
});

test('another way of writing makes no difference', () => {
  const written = personSent.map((person) => ({
    plain: person,
    freely: {
      initials: Array.from(person.initials).join('. ').toLowerCase(),
      dateOfBirth: person.dateOfBirth.split('-').toReversed().join('/'),
      postcode: ` ${person.postcode.slice(0, 3).toLowerCase()} ${person.postcode.slice(3)}`,
      nationalInsuranceNumber: `${person.nationalInsuranceNumber.toLowerCase()} d`,
    },
  }));
  fc.assert(
    fc.property(fc.array(written), fc.array(personHeld), (people, held) => {
      const plain = people.map((person) => person.plain);
      const freely = people.map((person) => person.freely);
      expect(matchPeople(freely, held)).toEqual(matchPeople(plain, held));
    }),
  );
});
