import { describe, expect, test } from 'vitest';

import { referenceProblem } from '#app/forms/client-reference.ts';
import { editClientSchema, newClientSchema } from '#app/forms/client.schema.ts';
import { clientFormValues, clientWords, emptyClient } from '#app/forms/client.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';

const today = '2026-07-03';
const submissionId = '0d7d38e2-3f8a-4b43-9c3e-2a8f4c7f5a10';
const enrolled = { enrolmentDateDay: '12', enrolmentDateMonth: '1', enrolmentDateYear: '2026' };
const least = { reference: 'LDS-0412', ...enrolled };

const parse = (fields: FormValues) => newClientSchema(today).safeParse({ submissionId, ...fields });

const errors = (fields: FormValues) => {
  const result = parse(fields);
  return result.success ? [] : errorsOf(result.error);
};

describe('a reference', () => {
  test.each(['LDS-0412', 'C0001', '7', 'a1/b2', 'TEAM-2026-03', 'NGT-000123', '123456789'])(
    'may be %s',
    (reference) => {
      expect(referenceProblem(reference)).toBeUndefined();
    },
  );

  test.each([
    ['sam@example.org', 'The reference must not be an e-mail address'],
    ['AB123456C', 'The reference must not be a National Insurance number'],
    ['ab 12 34 56 c', 'The reference must not be a National Insurance number'],
    ['AB123456', 'The reference must not be a National Insurance number'],
    ['9434765919', 'The reference must not be an NHS number or another number of 10 digits'],
    ['943 476 5919', 'The reference must not be an NHS number or another number of 10 digits'],
    ['C-943-476-5919', 'The reference must not be an NHS number or another number of 10 digits'],
    ['03/07/1986', 'The reference must not be a date of birth'],
    ['JS-3-7-86', 'The reference must not be a date of birth'],
    ['JS19860703', 'The reference must not be a date of birth'],
    ['JS-1986-07-03', 'The reference must not be a date of birth'],
    ['03071986', 'The reference must not be a date of birth'],
    [
      'Jo Smith',
      'The reference must only have letters, numbers, hyphens and strokes, like LDS-0412',
    ],
    ['=1+1', 'The reference must only have letters, numbers, hyphens and strokes, like LDS-0412'],
    ['Smith', 'The reference must have a number in it, so that it is no name'],
    ['LDS-00000000000000000412', 'The reference must have 20 characters or fewer'],
    ['', 'Enter a reference'],
  ])('may not be %s', (reference, message) => {
    expect(referenceProblem(reference)).toBe(message);
  });
});

test('reference and enrolment are enough: everything else is not known', () => {
  expect(parse({ ...emptyClient, ...least }).data?.client).toEqual({
    reference: 'LDS-0412',
    enrolmentDate: '2026-01-12',
    engagementDate: null,
    closedOn: null,
    substanceGroup: 'not-known',
    treatmentStatus: 'not-known',
    sex: 'not-known',
    inWorkAtEnrolment: 'not-known',
    linkageConsent: 'not-known',
    monthsInTreatment: null,
    monthsEngaged: null,
    ageAtEnrolment: null,
    deprivationQuintile: null,
  });
});

test('all that is wrong is named at once', () => {
  const wrong = {
    ...emptyClient,
    reference: '',
    ageAtEnrolment: '15',
    monthsInTreatment: 'many',
    closedOnDay: '4',
    closedOnMonth: '7',
    closedOnYear: '2026',
  };
  expect(
    errors(wrong)
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(['ageAtEnrolment', 'closedOn', 'enrolmentDate', 'monthsInTreatment', 'reference']);
});

test('nothing happens before enrolment', () => {
  const early = { engagementDateDay: '11', engagementDateMonth: '1', engagementDateYear: '2026' };
  expect(errors({ ...least, ...early })).toEqual([
    {
      field: 'engagementDate',
      message: 'The date of engagement must be on or after the date of enrolment',
    },
  ]);
});

test('the form that changes a client starts with it and gives it back unchanged', () => {
  const client = {
    reference: 'LDS-0412',
    enrolmentDate: '2026-01-12',
    engagementDate: '2026-01-20',
    substanceGroup: 'Opiates and crack',
    sex: 'female',
    ageAtEnrolment: 34,
    treatmentStatus: 'unplanned exit',
    monthsInTreatment: 4.5,
    monthsEngaged: 0,
    deprivationQuintile: 5,
    inWorkAtEnrolment: 'yes',
    linkageConsent: 'no',
    closedOn: '2026-06-30',
  };
  const sent = editClientSchema(today).parse({ version: '1', ...clientFormValues(client) });
  expect(sent.client).toEqual(client);
  const words = new Map(clientWords(client).map(({ label, text }) => [label, text]));
  expect(words.get('Enrolment')).toBe('12 January 2026');
  expect(words.get('Treatment status')).toBe('Unplanned exit');
  expect(words.get('Deprivation quintile')).toBe('5, least deprived');
});
