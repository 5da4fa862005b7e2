import { expect, test } from 'vitest';
import { z } from 'zod';

import { formSchema } from '#app/forms/form-schema.ts';
import { fetchCheck } from '#app/forms/late-check.ts';

const options = { fields: {}, shouldUseNativeValidation: false };
const schema = formSchema(z.strictObject({ note: z.string().min(1, 'Enter a note') }));

test('a fetched check finds what the schema finds', async () => {
  const check = await fetchCheck(() => Promise.resolve(schema));
  expect(await check({ note: '' }, undefined, options)).toMatchObject({
    errors: { note: { message: 'Enter a note' } },
  });
  expect(await check({ note: 'Seen' }, undefined, options)).toMatchObject({ errors: {} });
});

test('a check that cannot be fetched finds nothing, so that the form goes to its action', async () => {
  const check = await fetchCheck(() => Promise.reject(new Error('no connection')));
  expect(await check({ note: '' }, undefined, options)).toEqual({
    values: { note: '' },
    errors: {},
  });
});
