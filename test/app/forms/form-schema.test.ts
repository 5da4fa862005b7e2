import { expect, test } from 'vitest';
import { z } from 'zod';

import { newContactSchema } from '#app/forms/employer-contact.schema.ts';
import { fieldOrder, inFieldOrder } from '#app/forms/form-schema.ts';

test('the order of the fields is the schema’s, also where it has checks and a transform', () => {
  const plain = z.strictObject({ b: z.string(), a: z.string() });
  expect(fieldOrder(plain)).toEqual(['b', 'a']);
  expect(fieldOrder(plain.superRefine(() => undefined).transform((form) => form.a))).toEqual([
    'b',
    'a',
  ]);
  const names = fieldOrder(newContactSchema('2026-07-03'));
  expect(names.indexOf('employer')).toBeLessThan(names.indexOf('mode'));
  expect(fieldOrder(z.string())).toEqual([]);
});

test('errors come in the order of the page: a date where its day is, what has no field last', () => {
  const order = ['name', 'startDay', 'startMonth', 'startYear', 'note'];
  const found = ['form', 'note', 'start', 'name'];
  expect(inFieldOrder(found, (field) => field, order)).toEqual(['name', 'start', 'note', 'form']);
});
