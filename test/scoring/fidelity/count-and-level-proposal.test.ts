import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemProposal, type ItemFacts } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';
import { specialistAverage } from '#scoring/fidelity/specialist-average.ts';

const propose = (item: number, facts: ItemFacts) => itemProposal(fidelityScale2008, item, facts);
const scoreOf = (item: number, facts: ItemFacts) => {
  const result = propose(item, facts);
  return result.status === 'proposed' ? result.score : result.reason;
};

function componentKeys(item: number): string[] {
  const { rule } = getScaleItem(fidelityScale2008, item);
  return rule.kind === 'count' ? rule.components.map(({ key }) => key) : [];
}

describe('items that count components', () => {
  it.each([
    [5, [1, 1, 2, 3, 4, 5]],
    [8, [1, 1, 2, 3, 4, 5]],
    [10, [1, 1, 2, 3, 4, 5]],
    [11, [1, 1, 2, 3, 4, 5]],
    [13, [1, 2, 3, 4, 5]],
    [25, [1, 1, 1, 2, 3, 4, 5]],
  ])('item %i maps counts to %j, whichever components they are', (item, scores) => {
    fc.assert(
      fc.property(fc.subarray(componentKeys(item)), (components) => {
        expect(scoreOf(item, { components })).toBe(scores[components.length]);
      }),
    );
    expect(componentKeys(item)).toHaveLength(scores.length - 1);
  });

  it('count a component once', () => {
    const components = ['weekly-meetings', 'weekly-meetings', 'desk-with-team'];
    expect(scoreOf(5, { components })).toBe(2);
  });

  it('propose nothing while nothing is recorded, and 1 when none is in place', () => {
    expect(propose(5, {})).toEqual({
      status: 'no-proposal',
      reason: 'No components are recorded.',
    });
    expect(scoreOf(5, { components: [] })).toBe(1);
  });

  it('name what is missing', () => {
    expect(propose(13, { components: componentKeys(13).slice(1) })).toMatchObject({
      score: 4,
      explanation: expect.stringContaining('Not in place: “Nobody has to agree') as string,
    });
  });

  it('refuse a component they have not', () => {
    expect(() => propose(5, { components: ['other'] })).toThrow(
      /itemProposal: item 5 has no component "other"/,
    );
  });
});

describe('item 25, components that cannot apply', () => {
  const withoutFamily = componentKeys(25).filter((key) => key !== 'family-contact');

  it('count as in place, with the reason', () => {
    expect(scoreOf(25, { components: withoutFamily })).toBe(4);
    const notApplicable = { 'family-contact': 'no client has family nearby' };
    expect(propose(25, { components: withoutFamily, notApplicable })).toMatchObject({
      score: 5,
      explanation: expect.stringContaining('no client has family nearby') as string,
    });
  });

  it('are refused without a reason, and on other items', () => {
    expect(() =>
      propose(25, { components: withoutFamily, notApplicable: { 'family-contact': ' ' } }),
    ).toThrow(/needs a reason/);
    expect(() => propose(5, { components: [], notApplicable: { 'desk-with-team': 'x' } })).toThrow(
      /every component of item 5 applies/,
    );
  });
});

describe('a fixed time limit', () => {
  it('keeps item 25 at 4', () => {
    const components = componentKeys(25);
    expect(scoreOf(25, { components })).toBe(5);
    expect(scoreOf(25, { components, conditions: { 'fixed-time-limit': true } })).toBe(4);
    expect(scoreOf(25, { components, conditions: { 'fixed-time-limit': false } })).toBe(5);
    expect(scoreOf(25, { components: [], conditions: { 'fixed-time-limit': true } })).toBe(1);
  });

  it('keeps item 23 at 4', () => {
    expect(scoreOf(23, { state: 5 })).toBe(5);
    expect(scoreOf(23, { state: 5, conditions: { 'fixed-time-limit': true } })).toBe(4);
    expect(scoreOf(23, { state: 3, conditions: { 'fixed-time-limit': true } })).toBe(3);
  });
});

describe('items with described states', () => {
  it.each([3, 6, 7, 9, 12, 14, 18, 22, 23])('item %i proposes the state recorded', (item) => {
    for (const state of [1, 2, 3, 4, 5]) expect(scoreOf(item, { state })).toBe(state);
    expect(propose(item, {}).status).toBe('no-proposal');
    expect(propose(item, { measured: 50 }).status).toBe('no-proposal');
  });

  it('refuse a state that is none', () => {
    expect(() => propose(9, { state: 6 })).toThrow(
      /recorded state of item 9 must be a whole number/,
    );
    expect(() => propose(9, { state: 2.5 })).toThrow(RangeError);
  });

  it('average item 18 over specialists', () => {
    expect(scoreOf(18, { perSpecialist: [4, 4, 5] })).toBe(4);
    expect(scoreOf(18, { perSpecialist: [4, 5] })).toMatch(/exactly between 4 and 5/);
    expect(scoreOf(18, { perSpecialist: [3, 5] })).toBe(4);
    expect(() => propose(18, { perSpecialist: [0] })).toThrow(/recorded state of item 18/);
  });
});

describe('specialistAverage', () => {
  it('takes the nearest point, or tells an exact half', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 }),
        (scores) => {
          const result = specialistAverage(scores);
          const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
          const { lower, upper } =
            result.status === 'exact-half' ? result : { lower: result.score, upper: result.score };
          expect(lower).toBe(Math.ceil(mean - 0.5));
          expect(upper).toBe(Math.floor(mean + 0.5));
        },
      ),
    );
  });

  it('refuses no scores and scores that are none', () => {
    expect(() => specialistAverage([])).toThrow(/specialistAverage: there must be a score/);
    expect(() => specialistAverage([3, 6])).toThrow(/whole number from 1 to 5/);
  });
});
