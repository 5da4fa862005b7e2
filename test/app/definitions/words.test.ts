import { describe, expect, test } from 'vitest';

import {
  benchmarkInWords,
  benchmarkNumber,
  daysInForce,
} from '#app/definitions/benchmark-words.ts';
import { settingInWords } from '#app/definitions/setting-words.ts';
import { smallNumberWords } from '#app/definitions/small-number-words.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

describe('a benchmark in words', () => {
  test('a rate is a percentage, without the dust of binary fractions', () => {
    expect(benchmarkInWords(0.4, 'rate')).toBe('40%');
    expect(benchmarkNumber(0.29, 'rate')).toBe('29');
    expect(benchmarkNumber(0.375, 'rate')).toBe('37.5');
  });

  test('other units say what is counted, unknown ones stand as they are', () => {
    expect(benchmarkInWords(35, 'clients-per-specialist-year')).toBe(
      '35 clients for each specialist in a year',
    );
    expect(benchmarkInWords(3, 'visits')).toBe('3 visits');
  });

  test('days', () => {
    expect(daysInForce('2024-04-01', null)).toBe('From 1 April 2024');
    expect(daysInForce('2019-10-01', '2024-03-31')).toBe('From 1 October 2019 to 31 March 2024');
  });
});

test('settings have names and units; an unknown one prints its key', () => {
  expect(settingInWords('minimum-clients', '10').value).toBe('10 clients');
  expect(settingInWords('period-half-years', '1').value).toBe('1 half-year');
  expect(settingInWords('new-setting', '"yes"')).toEqual({ name: 'new setting', value: 'yes' });
  expect(settingInWords('new-setting', '{"a":1}').value).toBe('See the note');
});

test('the protection of small numbers is told with the numbers in force', () => {
  const text = smallNumberWords(defaultDisclosurePolicy).join(' ');
  expect(text).toContain('A count from 1 to 7 is shown as *. A count of nobody is shown as 0.');
  expect(text).toContain('rounded to the nearest 5');
  const other = { ...defaultDisclosurePolicy, smallestShown: 6, isZeroShown: false };
  expect(smallNumberWords(other).join(' ')).toContain(
    'from 1 to 5 is shown as *. A count of nobody is hidden',
  );
});
