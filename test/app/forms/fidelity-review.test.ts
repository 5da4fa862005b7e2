import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { agreedScoresSchema } from '#app/forms/fidelity/agreed-scores.schema.ts';
import { isEqualScore, needsAgreedReason } from '#app/forms/fidelity/agreed-scores.ts';
import { signOffSchema, submitScoresSchema } from '#app/forms/fidelity/final-steps.schema.ts';
import { reviewSetUpSchema } from '#app/forms/fidelity/review-set-up.schema.ts';
import { scaleCorrectionSchema } from '#app/forms/fidelity/scale-correction.schema.ts';
import { scaleCorrectionValues } from '#app/forms/fidelity/scale-correction.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { itemProposal } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';
import { scaleProblems } from '#scoring/fidelity/validate-scale.ts';

import type { z } from 'zod';

function errors(schema: z.ZodType<unknown, FormValues>, values: FormValues) {
  const result = schema.safeParse(values);
  if (result.success) return {};
  return Object.fromEntries(errorsOf(result.error).map(({ field, message }) => [field, message]));
}

describe('setting up a review', () => {
  const self = randomUUID();
  const other = randomUUID();
  const values: FormValues = {
    submissionId: randomUUID(),
    teamId: randomUUID(),
    kind: 'independent',
    scaleVersionId: 'a-version',
    firstVisitDay: '26',
    firstVisitMonth: '3',
    firstVisitYear: '2026',
    lastVisitDay: '27',
    lastVisitMonth: '3',
    lastVisitYear: '2026',
    leadReviewerId: self,
    otherReviewerIds: [other],
  };

  it('reads days, the lead reviewer and the others', () => {
    expect(reviewSetUpSchema(self).parse(values)).toMatchObject({
      firstVisitDay: '2026-03-26',
      lastVisitDay: '2026-03-27',
      leadReviewerId: self,
      otherReviewerIds: [other],
    });
  });

  it('counts the lead reviewer once', () => {
    const twice = { ...values, otherReviewerIds: [self, other, other] };
    expect(reviewSetUpSchema(self).parse(twice).otherReviewerIds).toEqual([other]);
  });

  it('lets a reviewer set up only reviews they take part in, an administrator any', () => {
    const elsewhere = { ...values, leadReviewerId: other, otherReviewerIds: [] };
    expect(errors(reviewSetUpSchema(self), elsewhere)).toEqual({
      otherReviewerIds: 'Select yourself as the lead reviewer or as one of the reviewers',
    });
    expect(errors(reviewSetUpSchema(null), elsewhere)).toEqual({});
    const asSecond = { ...values, leadReviewerId: other, otherReviewerIds: [self] };
    expect(errors(reviewSetUpSchema(self), asSecond)).toEqual({});
  });

  it('shows everything that is missing at once', () => {
    const empty = Object.fromEntries(Object.keys(values).map((field) => [field, '']));
    const found = errors(reviewSetUpSchema(self), {
      ...empty,
      submissionId: randomUUID(),
      otherReviewerIds: [],
    });
    expect(Object.keys(found).sort()).toEqual([
      'firstVisit',
      'kind',
      'lastVisit',
      'leadReviewerId',
      'scaleVersionId',
      'teamId',
    ]);
  });

  it('refuses visits that end before they begin', () => {
    expect(errors(reviewSetUpSchema(self), { ...values, lastVisitDay: '25' })).toEqual({
      lastVisit: 'The last visit day must be the same as or after the first visit day',
    });
  });
});

describe('agreeing scores', () => {
  const near = { itemNumber: 4, scores: [3, 4] };
  const far = { itemNumber: 9, scores: [2, 4] };
  const schema = agreedScoresSchema([near, far]);
  const empty: FormValues = {
    intent: 'save',
    'score-4': '',
    'reason-4': '',
    'version-4': '0',
    'score-9': '',
    'reason-9': '',
    'version-9': '2',
  };

  it('knows equal scores and those that need a reason', () => {
    expect(isEqualScore({ itemNumber: 1, scores: [4, 4] })).toBe(true);
    expect(isEqualScore(near)).toBe(false);
    expect(needsAgreedReason(near, 4)).toBe(false);
    expect(needsAgreedReason(near, 5)).toBe(true);
    expect(needsAgreedReason(far, 4)).toBe(true);
    expect(needsAgreedReason({ itemNumber: 1, scores: [4, 4] }, 5)).toBe(true);
  });

  it('leaves an item without a score for later', () => {
    expect(schema.parse(empty)).toEqual([]);
    expect(schema.parse({ ...empty, 'score-4': '4' })).toEqual([
      { itemNumber: 4, score: 4, reason: '', version: 0 },
    ]);
  });

  it('asks for the reason two points apart, and for the score of a reason', () => {
    expect(errors(schema, { ...empty, 'score-9': '3' })).toEqual({
      'reason-9': 'Give the reason for the agreed score of item 9',
    });
    expect(errors(schema, { ...empty, 'reason-4': 'Later' })).toEqual({
      'score-4': 'Select the agreed score of item 4',
    });
    expect(schema.parse({ ...empty, 'score-9': '3', 'reason-9': 'Half of it seen' })).toEqual([
      { itemNumber: 9, score: 3, reason: 'Half of it seen', version: 2 },
    ]);
  });

  it('refuses items that were not asked about', () => {
    expect(Object.keys(errors(schema, { ...empty, 'score-1': '5' }))).toEqual(['score-1']);
  });
});

describe('final steps', () => {
  it('need a confirmation', () => {
    expect(errors(submitScoresSchema, { version: '25' })).toEqual({
      confirm: 'Confirm that your scores are final',
    });
    expect(submitScoresSchema.parse({ version: '25', confirm: 'yes' }).version).toBe(25);
    expect(Object.keys(errors(signOffSchema, { version: '1' }))).toEqual(['confirm']);
  });
});

describe('correcting the scale', () => {
  const item = getScaleItem(fidelityScale2008, 2);
  const schema = scaleCorrectionSchema(fidelityScale2008, item, '2008-01-07');
  const start = {
    submissionId: randomUUID(),
    ...scaleCorrectionValues(fidelityScale2008, item, { versions: 1, validFrom: '2026-04-01' }),
    note: 'Read against the official form',
  };

  it('gives a whole scale with one item corrected', () => {
    const read = schema.parse({ ...start, 'limit-5': '95', checked: ['1', '2', '5'] });
    expect(scaleProblems(read.scale)).toEqual([]);
    expect(read).toMatchObject({ validFrom: '2026-04-01', version: 1 });
    expect(read.scale).toMatchObject({ id: 'sefs-2008-01-07-v2', name: read.name });
    expect(read.name).toBe(`${fidelityScale2008.name}, version 2`);
    const corrected = getScaleItem(read.scale, 2);
    expect(corrected.anchors.map(({ verification }) => verification)).toEqual([
      'verified',
      'verified',
      'to-check',
      'to-check',
      'verified',
    ]);
    expect(itemProposal(read.scale, 2, { measured: 95.5 })).toMatchObject({ score: 5 });
    expect(itemProposal(fidelityScale2008, 2, { measured: 95.5 })).toMatchObject({ score: 4 });
    expect(read.scale.items.filter(({ number }) => number !== 2)).toEqual(
      fidelityScale2008.items.filter(({ number }) => number !== 2),
    );
  });

  it('without a change is the same item', () => {
    expect(getScaleItem(schema.parse(start).scale, 2)).toEqual(item);
  });

  it('refuses limits that are out of order or out of reach, at their field', () => {
    expect(errors(schema, { ...start, 'limit-4': '97' })).toEqual({
      'limit-4': 'The limit of score 4 must be below that of score 5',
    });
    expect(errors(schema, { ...start, 'limit-5': '101' })).toHaveProperty('limit-5');
    expect(errors(schema, { ...start, 'limit-5': 'most' })).toEqual({
      'limit-5': 'Enter the limit for a score of 5 as a number, like 37.5',
    });
    expect(errors(schema, { ...start, 'limit-5': '' })).toEqual({
      'limit-5': 'Enter the limit for a score of 5',
    });
  });

  it('needs words and a reason, and does not begin before the version it corrects', () => {
    const found = errors(schema, { ...start, definition: ' ', 'anchor-3': '', note: '' });
    expect(Object.keys(found).sort()).toEqual(['anchor-3', 'definition', 'note']);
    const early = { validFromDay: '6', validFromMonth: '1', validFromYear: '2008' };
    expect(Object.keys(errors(schema, { ...start, ...early }))).toEqual(['validFrom']);
  });

  it('of an item without limits asks for none', () => {
    const plain = getScaleItem(fidelityScale2008, 7);
    const values = scaleCorrectionValues(fidelityScale2008, plain, {
      versions: 1,
      validFrom: '2026-04-01',
    });
    expect(Object.keys(values).filter((field) => field.startsWith('limit-'))).toEqual([]);
  });
});
