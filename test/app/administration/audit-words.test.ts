import { expect, test } from 'vitest';

import { actionInWords, fieldsInWords, utcInWords } from '#app/administration/audit-words.ts';

test('a time stamp is printed in UTC', () => {
  expect(utcInWords('2026-07-01T23:30:15.123Z')).toBe('2026-07-01 23:30:15 UTC');
});

test('an action in words', () => {
  expect(actionInWords('sign-out-everywhere')).toBe('Sign out everywhere');
});

test('of a detail only the names of fields are printed, never a value', () => {
  expect(fieldsInWords('{"fields":["name","hostServiceId"],"before":{"name":"A Person"}}')).toBe(
    'name, host service id',
  );
  expect(fieldsInWords('{"fields":"A Person"}')).toBe('');
  expect(fieldsInWords('{"fields":[{"a":1}]}')).toBe('');
  expect(fieldsInWords('{"role":"reviewer"}')).toBe('');
  expect(fieldsInWords('null')).toBe('');
});
