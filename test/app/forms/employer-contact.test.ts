import { describe, expect, test } from 'vitest';

import { editContactSchema, newContactSchema } from '#app/forms/employer-contact.schema.ts';
import { contactFormValues, emptyContact } from '#app/forms/employer-contact.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';

const today = '2026-07-03';
const submissionId = '0d7d38e2-3f8a-4b43-9c3e-2a8f4c7f5a10';
const employer = '6c5bb1d0-5e2f-4a0c-8c39-1f9a7e0f9b11';
const three = { employer, mode: 'in-person', outcome: 'vacancy' };

const parse = (fields: FormValues) =>
  newContactSchema(today).safeParse({ submissionId, ...fields });

const errors = (fields: FormValues) => {
  const result = parse(fields);
  return result.success ? [] : errorsOf(result.error);
};

test('employer, mode and outcome are enough: the rest is pre-set', () => {
  expect(parse(three).data).toMatchObject({
    contactDate: today,
    answered: true,
    withWhom: 'has-say-in-hiring',
    forWhom: 'clients-in-general',
    note: '',
    nextStepDate: null,
  });
  expect(parse({ ...emptyContact, ...three }).success).toBe(true);
});

test('all that is missing is named at once', () => {
  const given = {
    when: 'other',
    contactDateDay: '31',
    contactDateMonth: '2',
    contactDateYear: '2026',
  };
  expect(
    errors(given)
      .map(({ field, message }) => [field, message])
      .toSorted(),
  ).toEqual([
    ['contactDate', 'Enter the date of the contact as a real date, like 27 3 2026'],
    ['employer', 'Choose the employer'],
    ['mode', 'Choose how you were in contact'],
    ['outcome', 'Choose what came of it'],
  ]);
});

test('another employer needs a name', () => {
  const another = { ...three, employer: 'another' };
  expect(errors(another)).toEqual([
    { field: 'employerName', message: 'Enter the employer’s name' },
  ]);
  expect(errors({ ...another, employerName: 'Harbour Bakery' })).toEqual([]);
});

describe('the day of a contact', () => {
  const other = (day: string, month: string, year: string) => ({
    ...three,
    when: 'other',
    contactDateDay: day,
    contactDateMonth: month,
    contactDateYear: year,
  });

  test.each([
    [{ ...three, when: 'today' }, '2026-07-03'],
    [{ ...three, when: 'yesterday' }, '2026-07-02'],
    [other('1', '6', '2026'), '2026-06-01'],
    [other('3', '7', '2026'), '2026-07-03'],
    // Boxes left filled after going back to today are not read.
    [{ ...other('1', '6', '2026'), when: 'today' }, '2026-07-03'],
  ])('%o', (fields, day) => {
    expect(parse(fields).data?.contactDate).toBe(day);
  });

  test('is not in the future and not left open', () => {
    expect(errors(other('4', '7', '2026'))).toEqual([
      { field: 'contactDate', message: 'The date of the contact must be today or in the past' },
    ]);
    expect(errors(other('', '', ''))[0]?.message).toBe('Enter the date of the contact');
  });
});

test.each([
  ['message', 'no', false],
  ['message', 'yes', true],
  // Only a message is asked about: what stands at another way counts for nothing.
  ['telephone', 'no', true],
])('a %s, answered %s', (mode, answered, counts) => {
  expect(parse({ ...three, mode, answered }).data?.answered).toBe(counts);
});

test('a message is taken as not answered until somebody says so', () => {
  expect(parse({ ...three, mode: 'message' }).data?.answered).toBe(false);
});

test('a next step lies ahead when a contact is new, and may have passed when it is corrected', () => {
  const step = { nextStepDay: '1', nextStepMonth: '7', nextStepYear: '2026' };
  expect(errors({ ...three, ...step })).toEqual([
    { field: 'nextStep', message: 'The date of the next step must be today or later' },
  ]);
  const edit = editContactSchema(today).safeParse({ version: '2', ...three, ...step });
  expect(edit.data).toMatchObject({ version: 2, nextStepDate: '2026-07-01' });
});

test('fields that no form of ours has are refused', () => {
  expect(errors({ ...three, undoneAt: '2026-07-01' })).toHaveLength(1);
  expect(errors({ ...three, withWhom: 'the queen' })).toHaveLength(1);
});

test('the form that corrects a contact starts with it and gives it back unchanged', () => {
  const saved = {
    specialistId: employer,
    employerId: employer,
    mode: 'message',
    answered: true,
    outcome: 'come-back',
    contactDate: '2026-06-24',
    withWhom: 'not-known',
    forWhom: 'particular-client',
    note: 'Free on Tuesdays',
    nextStepDate: '2026-07-08',
  };
  const sent = editContactSchema(today).parse({ version: '1', ...contactFormValues(saved) });
  const { employerId, ...same } = saved;
  expect(sent).toMatchObject({ ...same, employer: employerId });
});
