import { describe, expect, test } from 'vitest';

import {
  employerMatches,
  employerNameKey,
  employerTypedExactly,
  splitPostcode,
} from '#app/employers/name-matching.ts';

const known = (...names: string[]) =>
  names.map((name, index) => ({ id: String(index), name, postcode: null }));

describe('the key of a name leaves out what people write differently', () => {
  test.each([
    ['Harbour Bakery', 'harbour bakery'],
    ['HARBOUR BAKERY LTD.', 'harbour bakery'],
    ['Harbour Bakery Limited', 'harbour bakery'],
    ['Harbour Bakery (UK) plc', 'harbour bakery'],
    ['The Harbour Bakery', 'harbour bakery'],
    ['Marks & Spencer', 'marks and spencer'],
    ["Sainsbury's", 'sainsburys'],
    ['Café  Rouge', 'cafe rouge'],
    ['www.harbourbakery.co.uk', 'harbourbakery'],
    ['https://harbour-bakery.org/', 'harbour bakery'],
    // A name that is nothing but such words keeps them.
    ['The', 'the'],
    ['Limited', 'limited'],
    ['', ''],
  ])('%s', (name, key) => {
    expect(employerNameKey(name)).toBe(key);
  });
});

describe('a postcode is taken off the end of a name', () => {
  test.each([
    ['Greggs, LS1 4AB', 'Greggs', 'LS1 4AB'],
    ['Greggs ls14ab', 'Greggs', 'LS1 4AB'],
    ['Greggs (EC1A 1BB', 'Greggs', 'EC1A 1BB'],
    ['Greggs', 'Greggs', null],
    ['Studio 54', 'Studio 54', null],
    // Nothing would be left of it.
    ['LS1 4AB', 'LS1 4AB', null],
  ])('%s', (typed, name, postcode) => {
    expect(splitPostcode(typed)).toEqual({ name, postcode });
  });
});

describe('a typed name offers the employers it may be', () => {
  test.each([
    'harbour bakery',
    'Harbour Bakery Ltd',
    'The Harbour Bakery',
    'Harbour Bakery, LS1 4AB',
    'harbourbakery.co.uk',
    // A letter wrong, missing, too many.
    'Harbor Bakery',
    'Harbour Bakkery',
    'Harbour',
    'Harbour Bakery North',
  ])('%s', (typed) => {
    expect(employerMatches(typed, known('Harbour Bakery', 'Canal Cafe'))).toMatchObject([
      { name: 'Harbour Bakery' },
    ]);
  });

  test.each(['Canal Bakery', 'Har', 'B', '', '&'])('and none for %s', (typed) => {
    expect(employerMatches(typed, known('Harbour Bakery'))).toEqual([]);
  });

  test('short names that differ by a letter stay apart', () => {
    expect(employerMatches('KFC', known('KFD', 'BFC'))).toEqual([]);
  });

  test('likeliest first: the same name, then one that begins with it; a shared postcode lifts', () => {
    const employers = [
      { id: 'a', name: 'Tesco Extra', postcode: 'LS2 7AB' },
      { id: 'b', name: 'Tesco', postcode: 'LS1 4AB' },
      { id: 'c', name: 'Tesco', postcode: 'LS9 9ZZ' },
    ];
    const ids = (typed: string) => employerMatches(typed, employers).map(({ id }) => id);
    expect(ids('tesco')).toEqual(['b', 'c', 'a']);
    expect(ids('Tesco LS9 9ZZ')).toEqual(['c', 'b', 'a']);
    expect(ids('Somebody else LS2 7AB')).toEqual(['a']);
  });

  test('at most five', () => {
    expect(
      employerMatches('Tesco', known('Tesco', 'Tesco', 'Tesco', 'Tesco', 'Tesco', 'Tesco')),
    ).toHaveLength(5);
  });
});

test('only a name typed to the letter, and once on the list, needs no question', () => {
  expect(employerTypedExactly(' harbour  BAKERY ', known('Harbour Bakery'))?.id).toBe('0');
  expect(employerTypedExactly('Harbour Bakery Ltd', known('Harbour Bakery'))).toBeUndefined();
  expect(employerTypedExactly('Tesco', known('Tesco', 'tesco'))).toBeUndefined();
});
