import { describe, expect, it } from 'vitest';

import { itemAnswers, type PeopleReader } from '#app/forms/fidelity/item-answers.ts';
import { factFields, itemScoreLists } from '#app/forms/fidelity/item-fields.ts';
import { itemFormValues } from '#app/forms/fidelity/item-form-values.ts';
import { proposalForItem } from '#app/forms/fidelity/item-proposal.ts';
import { itemScoreSchema } from '#app/forms/fidelity/item-score.schema.ts';
import { reasonMissing } from '#app/forms/fidelity/item-score.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { defaultDisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { itemProposal, type ItemFacts } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';

const team = { viewer: 'own-team', policy: defaultDisclosurePolicy } as const;
const others = { ...team, viewer: 'others' } as const;

const item = (number: number) => getScaleItem(fidelityScale2008, number);

/** What a browser sends for an empty page of the item, with these fields filled in. */
function sent(number: number, fields: FormValues, intent = 'list'): FormValues {
  const empty = itemFormValues(item(number), undefined);
  const filled = { ...empty, ...fields, intent };
  // Nothing is sent for boxes that are not ticked.
  return Object.fromEntries(
    Object.entries(filled).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

function read(number: number, fields: FormValues, intent?: string) {
  return itemScoreSchema(item(number)).parse(sent(number, fields, intent));
}

function errors(number: number, fields: FormValues, intent?: string): Record<string, string> {
  const result = itemScoreSchema(item(number)).safeParse(sent(number, fields, intent));
  if (result.success) return {};
  return Object.fromEntries(errorsOf(result.error).map(({ field, message }) => [field, message]));
}

describe('the fields of an item', () => {
  it('follow from its rule', () => {
    expect(factFields(item(1))).toEqual(['measured']);
    expect(factFields(item(3))).toEqual([]);
    expect(factFields(item(5))).toEqual(['components']);
    expect(factFields(item(17))).toEqual([
      'perSpecialist',
      'jobSeekersPerSpecialist',
      'measured',
      'jobSeekers',
      'contactsBasis',
      'conditions',
    ]);
    expect(factFields(item(18))).toEqual(['perSpecialist']);
    expect(factFields(item(19))).toEqual(['measured', 'cases']);
    expect(factFields(item(23))).toEqual(['conditions']);
    expect(factFields(item(25)).at(-1)).toBe('conditions');
  });

  it('are read for every item of the scale, empty as they come', () => {
    for (const { number } of fidelityScale2008.items) {
      expect(read(number, {})).toMatchObject({ score: null, reason: '', version: 0 });
    }
  });

  it('refuse a field that the item does not have', () => {
    expect(Object.keys(errors(1, { components: ['weekly-meetings'] }))).toEqual(['components']);
  });
});

describe('facts', () => {
  it('are compared as measured, unrounded', () => {
    expect(read(2, { measured: '89.96' })).toMatchObject({
      facts: { measured: 89.96 },
      proposedScore: 3,
    });
    expect(read(1, { measured: '20.4' }).proposedScore).toBe(4);
    expect(read(15, { measured: '30', conditions: ['service-tracks'] }).proposedScore).toBe(5);
    expect(read(15, { measured: '30' }).proposedScore).toBe(4);
  });

  it('tell "none of these" from nothing recorded', () => {
    expect(read(5, { components: ['none'] })).toMatchObject({
      facts: { components: [] },
      proposedScore: 1,
    });
    expect(read(5, {})).toMatchObject({ facts: {}, proposedScore: null });
    expect(errors(5, { components: ['none', 'weekly-meetings'] })).toEqual({
      components: 'Select the parts that are in place, or “None of these”',
    });
  });

  it('count a part that cannot apply, with its reason', () => {
    const parts = ['no-automatic-closure', 'attempts-recorded', 'attempts-by-team'];
    const more = [...parts, 'several-visits', 'joint-visits'];
    const reason = { 'not-applicable-family-contact': 'No client has given consent' };
    expect(read(25, { components: more, ...reason })).toMatchObject({
      facts: { notApplicable: { 'family-contact': 'No client has given consent' } },
      proposedScore: 5,
    });
    const both = { components: [...more, 'family-contact'], ...reason };
    expect(Object.keys(errors(25, both))).toEqual(['not-applicable-family-contact']);
  });

  it('take one number for each specialist', () => {
    const tracked = { conditions: ['tracking-form', 'weekly-review'] };
    expect(read(17, { perSpecialist: '6.5\r\n 5 \n\n7', ...tracked })).toMatchObject({
      facts: { perSpecialist: [6.5, 5, 7], contactsBasis: 'all' },
      proposedScore: 5,
    });
    const seekers = { perSpecialist: '2\n2', jobSeekersPerSpecialist: '1\n1', ...tracked };
    expect(read(17, seekers).proposedScore).toBe(5);
    expect(errors(17, { ...seekers, jobSeekersPerSpecialist: '1' })).toHaveProperty(
      'jobSeekersPerSpecialist',
    );
    expect(read(18, { perSpecialist: '4\n4\n5', score: '4' }).proposedScore).toBe(4);
    expect(errors(18, { perSpecialist: '4\n6' })).toEqual({
      perSpecialist: 'Enter the score of each specialist from 1 to 5',
    });
  });

  it.each([
    ['twelve', 'Enter the number as a number, like 37.5'],
    ['-1', 'Enter the number as a number, like 37.5'],
    ['101', 'Enter the number from 0 to 100'],
    ['1e3', 'Enter the number as a number, like 37.5'],
  ])('refuse %s as a share in per cent', (measured, message) => {
    expect(errors(2, { measured })).toEqual({ measured: message });
  });

  it('refuse parts of a person and keep them', () => {
    expect(errors(19, { measured: '80', cases: '4.5' })).toEqual({
      cases: 'Enter the number of job starts as a whole number, like 12',
    });
  });

  it('hold a described item to its conditions', () => {
    expect(read(23, { score: '4', conditions: ['fixed-time-limit'] }).proposedScore).toBe(4);
    const capped = { score: '5', conditions: ['fixed-time-limit'] };
    expect(errors(23, capped)).toEqual({
      reason: 'Give a reason: you score 5 and the rule proposes 4',
    });
  });
});

describe('saving', () => {
  it('lets a draft have no score, but does not go on without one', () => {
    expect(read(7, { reason: 'Ask the leader again' })).toMatchObject({ score: null });
    expect(Object.keys(errors(7, {}, 'continue'))).toEqual(['score']);
    expect(read(7, { score: '3' }, 'continue')).toMatchObject({ score: 3, intent: 'continue' });
  });

  it('needs a reason where score and proposal differ, except while the proposal is worked out', () => {
    const facts = { measured: '28', score: '4' };
    const message = 'Give a reason: you score 4 and the rule proposes 3';
    expect(errors(1, facts)).toEqual({ reason: message });
    expect(errors(1, { ...facts, reason: '  ' }, 'continue')).toEqual({ reason: message });
    expect(read(1, { ...facts, reason: 'Two people left last week' }).score).toBe(4);
    expect(read(1, facts, 'propose')).toMatchObject({ intent: 'propose', proposedScore: 3 });
  });

  it('needs a reason on an exact half, which the reviewers decide', () => {
    const half = { perSpecialist: '70\n60', score: '5' };
    const message = 'Give a reason: the average lies exactly between two scores';
    expect(errors(24, half)).toEqual({ reason: message });
    const entry = read(24, { ...half, reason: 'Both work mostly outside' });
    expect(entry.proposedScore).toBeNull();
    expect(reasonMissing(item(24), { ...entry, reason: '' })).toBe(message);
    expect(reasonMissing(item(24), entry)).toBeUndefined();
  });

  it('keeps evidence by source and an adaptation with its reason', () => {
    const entry = read(13, {
      score: '4',
      'evidence-INT': ' Three clients ',
      'evidence-OBS': '',
      adaptationReason: 'Convictions are talked through as well',
    });
    expect(entry.evidence).toEqual([{ source: 'INT', note: 'Three clients' }]);
    expect(entry.adaptationReason).toBe('Convictions are talked through as well');
    expect(read(13, {}).adaptationReason).toBeNull();
  });

  it('refuses texts that are too long, scores that there are not, and a missing version', () => {
    expect(errors(1, { reason: 'x'.repeat(4001) })).toEqual({
      reason: 'Use 4000 characters or fewer',
    });
    expect(errors(1, { score: '6' })).toEqual({ score: 'Select a score from 1 to 5' });
    expect(Object.keys(errors(1, { version: '' }))).toEqual(['version']);
  });
});

describe('what was saved', () => {
  const facts = {
    components: ['no-automatic-closure', 'joint-visits'],
    notApplicable: { 'family-contact': 'No consent' },
    conditions: { 'fixed-time-limit': true },
  };
  const saved = {
    score: 2,
    reason: 'As recorded',
    facts,
    proposedScore: 2,
    adaptationReason: null,
    evidence: [{ source: 'DOC' as const, note: 'Outreach log' }],
    version: 3,
  };

  it('fills the page so that saving again changes nothing', () => {
    const again = itemScoreSchema(item(25)).parse({
      ...itemFormValues(item(25), saved),
      intent: 'list',
    });
    expect(again).toEqual({ ...saved, intent: 'list' });
    const each = {
      perSpecialist: [6.5, 4],
      measured: 5.25,
      jobSeekers: 0,
      jobSeekersPerSpecialist: [3, 2],
    };
    const values = itemFormValues(item(17), { ...saved, facts: each });
    expect(itemScoreSchema(item(17)).parse({ ...values, intent: 'propose' }).facts).toEqual({
      ...each,
      contactsBasis: 'all',
    });
  });

  it('is told in words, line by line the same for every record', () => {
    const words = itemAnswers(item(25), saved, team);
    const empty = itemAnswers(item(25), { ...saved, facts: {}, evidence: [], reason: '' }, team);
    expect(empty.map(({ label }) => label)).toEqual(words.map(({ label }) => label));
    expect(Object.fromEntries(words.map(({ label, text }) => [label, text]))).toMatchObject({
      Score: '2',
      'In place':
        'Nobody is closed for missed appointments or at a fixed time limit; Employment specialist and practitioner make visits together',
      'Cannot apply': 'Family are contacted where that applies: No consent',
      'Evidence: documents': 'Outreach log',
    });
  });

  const wordsOf = (number: number, facts: ItemFacts, reader: PeopleReader) =>
    Object.fromEntries(
      itemAnswers(item(number), { ...saved, facts }, reader).map(({ label, text }) => [
        label,
        text,
      ]),
    );

  it('gives others no exact and no small count of people', () => {
    const seekers = { measured: 5.25, jobSeekers: 24, jobSeekersPerSpecialist: [22, 2] };
    const each = 'Looking for work with each specialist';
    const all = 'People looking for work';
    expect(wordsOf(17, seekers, team)).toMatchObject({ [each]: '22, 2', [all]: '24' });
    expect(wordsOf(17, seekers, others)).toMatchObject({ [each]: '', [all]: '25' });
    expect(wordsOf(17, { ...seekers, jobSeekers: 2 }, others)[all]).toBe('*');
  });

  it.each([
    [19, 'job starts'],
    [20, 'job starts'],
    [21, 'current jobs'],
  ])('hides the share of item %i where the number of %s is hidden', (number, label) => {
    const { rule } = item(number);
    const share = rule.kind === 'band' ? rule.measuredLabel : '';
    const count = `Number of ${label}`;
    const facts = { measured: 64.29, cases: 28 };
    expect(wordsOf(number, facts, team)).toMatchObject({ [count]: '28', [share]: '64.29%' });
    expect(wordsOf(number, facts, others)).toMatchObject({ [count]: '30', [share]: '64%' });
    const few = { measured: 57.14, cases: 7 };
    expect(wordsOf(number, few, others)).toMatchObject({ [count]: '*', [share]: '*' });
    expect(wordsOf(number, { measured: 50 }, others)).toMatchObject({ [count]: '', [share]: '*' });
  });
});

describe('the proposal of one item', () => {
  it('is the same without the rest of its scale', () => {
    for (const one of fidelityScale2008.items) {
      const facts =
        one.rule.kind === 'band' ? { measured: 55, cases: 20 } : { state: 3, components: [] };
      expect(proposalForItem(one, facts)).toEqual(
        itemProposal(fidelityScale2008, one.number, facts),
      );
    }
  });

  it('needs no field declared as a list but those two', () => {
    expect(itemScoreLists).toEqual(['components', 'conditions']);
  });
});
