import { describe, expect, test } from 'vitest';

import {
  integrationLevelForm,
  integrationRatingForm,
  signatureForm,
} from '#app/forms/integration-rating.schema.ts';
import { criterionKeys, evidenceField, ratingFormValues } from '#app/forms/integration-rating.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import type { z } from 'zod';

const today = '2026-07-03';
const form = integrationRatingForm(today);

const full = ratingFormValues({
  ratedOn: '2026-06-30',
  provider: 'different',
  criteria: Object.fromEntries(
    criterionKeys.map((key, index) => [key, { rating: index % 3, evidence: `Seen: ${key}` }]),
  ),
});

function fieldsWithErrors(schema: z.ZodType, values: FormValues): string[] {
  const result = schema.safeParse(values);
  return result.success ? [] : errorsOf(result.error).map(({ field }) => field);
}

describe('the criteria form', () => {
  test('reads its own values back', () => {
    const { criteria, ...rest } = form.parse({ ...full, intent: 'level', version: '4' });
    expect(rest).toMatchObject({ ratedOn: '2026-06-30', provider: 'different', version: 4 });
    expect(criteria.culture).toEqual({ rating: 0, evidence: 'Seen: culture' });
    expect(Object.keys(criteria)).toEqual([...criterionKeys]);
  });

  test('a draft may leave criteria open', () => {
    const draft = { ...full, intent: 'draft', culture: '', 'culture-evidence': '' };
    expect(form.parse(draft).criteria.culture).toEqual({ rating: null, evidence: '' });
  });

  test('going on to the level needs every rating and its evidence, all named at once', () => {
    const empty = ratingFormValues({ ratedOn: today, provider: '', criteria: {} });
    const fields = fieldsWithErrors(form, { ...empty, intent: 'level' });
    const needed = criterionKeys.flatMap((key) => [key, evidenceField(key)]);
    expect(fields.toSorted()).toEqual(['provider', ...needed].toSorted());
  });

  test.each([
    ['no date', ['', '', ''], 'Enter the date of the rating'],
    ['no real date', ['31', '6', '2026'], 'Enter the date of the rating as a real date'],
    ['tomorrow', ['4', '7', '2026'], 'The date of the rating must be today or in the past'],
  ])('%s is refused', (_, [day, month, year], message) => {
    const boxes = { ratedOnDay: day!, ratedOnMonth: month!, ratedOnYear: year! };
    const result = form.safeParse({ ...full, ...boxes, intent: 'draft' });
    const errors = result.success ? [] : errorsOf(result.error);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ field: 'ratedOn' });
    expect(errors[0]!.message).toContain(message);
  });

  test('what the form does not have is refused', () => {
    const extra = { ...full, intent: 'draft', leaderSignedAt: 'now' };
    expect(fieldsWithErrors(form, extra)).toEqual(['leaderSignedAt']);
    expect(fieldsWithErrors(form, { ...full, intent: 'draft', culture: '3' })).toEqual(['culture']);
  });
});

describe('the level form', () => {
  const level = integrationLevelForm('medium');

  test('takes the level the criteria point to without a reason', () => {
    const values = { version: '1', chosenLevel: 'medium', reason: '' };
    expect(level.parse(values)).toEqual({ version: 1, chosenLevel: 'medium', reason: '' });
  });

  test('asks for a reason for another one', () => {
    const values = { version: '1', chosenLevel: 'high', reason: '  ' };
    expect(fieldsWithErrors(level, values)).toEqual(['reason']);
    expect(fieldsWithErrors(level, { ...values, reason: 'Seen on site' })).toEqual([]);
  });

  test('needs a level', () => {
    expect(fieldsWithErrors(level, { version: '1', chosenLevel: '', reason: '' })).toEqual([
      'chosenLevel',
    ]);
  });
});

describe('the signature form', () => {
  test('needs the tick to sign, not to withdraw', () => {
    expect(fieldsWithErrors(signatureForm, { intent: 'sign', version: '2' })).toEqual(['confirm']);
    expect(signatureForm.parse({ intent: 'sign', version: '2', confirm: 'yes' })).toMatchObject({
      intent: 'sign',
      version: 2,
    });
    expect(fieldsWithErrors(signatureForm, { intent: 'withdraw', version: '2' })).toEqual([]);
  });
});
