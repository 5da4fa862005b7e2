import { describe, expect, it } from 'vitest';
import { itemProposal, type ItemFacts } from '#scoring/fidelity/proposal.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

const propose = (item: number, facts: ItemFacts) => itemProposal(fidelityScale2008, item, facts);
const scoreOf = (item: number, facts: ItemFacts) => {
  const result = propose(item, facts);
  return result.status === 'proposed' ? result.score : result.reason;
};

const weekly = {
  conditions: { 'tracking-form': true, 'monthly-review': false, 'weekly-review': true },
};
const enough = { cases: 100 };

/**
 * The printed ends of every band, written out here by hand from the facts of the scale: for scores
 * 5, 4, 3, 2 the last value that still reaches it, and a value just outside.
 */
const edges: Record<number, { ends: number[]; lower?: boolean; facts?: ItemFacts }> = {
  1: { ends: [20, 25, 30, 40], lower: true },
  2: { ends: [96, 90, 75, 60] },
  4: { ends: [90, 75, 50] },
  15: {
    ends: [30, 60, 150, 270],
    lower: true,
    facts: { conditions: { 'service-tracks': true } },
  },
  16: { ends: [90, 75, 50, 25] },
  17: { ends: [6, 5, 4, 2], facts: { ...weekly, jobSeekers: 3 } },
  19: { ends: [85, 70, 60, 50], facts: enough },
  20: { ends: [85, 70, 60, 50], facts: enough },
  21: { ends: [95, 85, 75, 65], facts: enough },
  24: { ends: [65, 50, 40] },
};

const edgeCases = Object.entries(edges).flatMap(([item, { ends, lower = false, facts = {} }]) =>
  ends.map((end, index) => ({ item: Number(item), end, score: 5 - index, lower, facts })),
);

describe('every edge of every band', () => {
  it.each(edgeCases)('item $item at $end scores $score', ({ item, end, score, lower, facts }) => {
    const outside = lower ? 1 : -1;
    expect(scoreOf(item, { ...facts, measured: end })).toBe(score);
    expect(scoreOf(item, { ...facts, measured: end - outside * 0.0001 })).toBe(score);
    expect(scoreOf(item, { ...facts, measured: end + outside * 0.0001 })).toBe(score - 1);
    expect(scoreOf(item, { ...facts, measured: end + outside })).toBe(score - 1);
  });

  it.each(['1', '2', '15', '16', '17', '19', '20', '21', '24'])('item %s ends at 1', (key) => {
    const { lower = false, facts = {} } = edges[Number(key)]!;
    expect(scoreOf(Number(key), { ...facts, measured: lower ? 10_000 : 0 })).toBe(1);
    expect(scoreOf(Number(key), { ...facts, measured: lower ? 0 : 100 })).toBe(5);
  });

  it('item 24 needs more than 30% for a 2', () => {
    expect(scoreOf(24, { measured: 30 })).toBe(1);
    expect(scoreOf(24, { measured: 30.0001 })).toBe(2);
    expect(scoreOf(24, { measured: 39.9 })).toBe(2);
  });
});

describe('the worked examples', () => {
  it.each([
    [4, 89.6, 4],
    [1, 20.4, 4],
    [24, 30.5, 2],
  ])('item %i at %d is %i', (item, measured, score) => {
    expect(scoreOf(item, { measured })).toBe(score);
  });

  it('item 15 at 30.4 days is 4', () => {
    expect(scoreOf(15, { measured: 30.4, conditions: { 'service-tracks': true } })).toBe(4);
  });

  it('item 17 at 3.0 is 2', () => {
    expect(scoreOf(17, { measured: 3, ...weekly })).toBe(2);
  });
});

describe('numbers as computers hold them', () => {
  it('does not lose a band to the computer’s own arithmetic', () => {
    expect(13.68 / 2.28).toBeLessThan(6.0000001);
    expect(scoreOf(17, { measured: 0.1 * 3 * 20, ...weekly })).toBe(5);
    expect(scoreOf(17, { measured: 6 - 1e-12, ...weekly })).toBe(5);
  });

  it('never prints a number so that it looks like another band', () => {
    const result = propose(4, { measured: 89.96 });
    expect(result).toMatchObject({ status: 'proposed', score: 4 });
    expect(JSON.stringify(result)).toContain('89.96%');
    expect(JSON.stringify(propose(4, { measured: 89.612 }))).toContain('89.6%');
  });

  it.each([-0.1, 100.1, Number.NaN, Infinity])('refuses a share of %d', (measured) => {
    expect(() => propose(2, { measured })).toThrow(
      /itemProposal: the measured number of item 2 must be from 0 to 100/,
    );
  });

  it('refuses days below 0', () => {
    expect(() => propose(15, { measured: -1 })).toThrow(/item 15 must be 0 or more/);
  });
});

describe('item 4, level and band', () => {
  it.each([
    ['runs-apart', 1],
    ['clinicians-not-in-teams', 2],
    ['three-or-more-teams', 2],
  ])('%s decides the score: %i', (key, score) => {
    expect(scoreOf(4, { measured: 100, conditions: { [key]: true } })).toBe(score);
    expect(scoreOf(4, { measured: 10, conditions: { [key]: true } })).toBe(score);
    expect(scoreOf(4, { conditions: { [key]: true } })).toBe(score);
    expect(scoreOf(4, { measured: 100, conditions: { [key]: false } })).toBe(5);
  });

  it('takes the lower where two hold', () => {
    const conditions = { 'clinicians-not-in-teams': true, 'runs-apart': true };
    expect(scoreOf(4, { conditions })).toBe(1);
  });

  it('is 2 below 50%', () => {
    expect(scoreOf(4, { measured: 0 })).toBe(2);
    expect(scoreOf(4, { measured: 49.99 })).toBe(2);
  });
});

describe('item 15, the service tracks it', () => {
  it.each([
    [{ conditions: { 'service-tracks': false } }, 4],
    [{ conditions: {} }, 4],
    [{}, 4],
    [{ conditions: { 'service-tracks': true } }, 5],
  ])('at 10 days with %j is %i', (facts, score) => {
    expect(scoreOf(15, { measured: 10, ...facts })).toBe(score);
  });

  it('leaves lower scores alone, and says what held the score', () => {
    expect(scoreOf(15, { measured: 100 })).toBe(3);
    expect(propose(15, { measured: 10 })).toMatchObject({
      explanation: expect.stringMatching(
        /10 days.*Held at 4 because this is not recorded/,
      ) as string,
    });
    const conditions = { 'service-tracks': false };
    expect(propose(15, { measured: 10, conditions })).toMatchObject({
      explanation: expect.stringMatching(/Held at 4 because this does not hold/) as string,
    });
  });
});

describe('item 17, tracking and review', () => {
  it.each([
    ['no tracking', {}, 7, 2],
    ['no tracking, said so', { 'tracking-form': false }, 7, 2],
    ['no tracking, whatever the review', { 'tracking-form': false, 'weekly-review': true }, 7, 2],
    ['a form nobody goes through', { 'tracking-form': true }, 7, 2],
    ['monthly review', { 'tracking-form': true, 'monthly-review': true }, 7, 3],
    ['monthly review at 4', { 'tracking-form': true, 'monthly-review': true }, 4, 3],
    ['monthly review at 3', { 'tracking-form': true, 'monthly-review': true }, 3, 2],
    ['monthly review at 1', { 'tracking-form': true, 'monthly-review': true }, 1, 1],
    ['weekly review at 4', { 'tracking-form': true, 'weekly-review': true }, 4, 3],
    ['weekly review at 5', { 'tracking-form': true, 'weekly-review': true }, 5, 4],
    ['weekly review at 6', { 'tracking-form': true, 'weekly-review': true }, 6, 5],
    ['no tracking at 1', {}, 1, 1],
  ])('%s', (_, conditions, measured, score) => {
    expect(scoreOf(17, { measured, conditions })).toBe(score);
  });

  it.each([
    [1, [2, 5 / 3, 4 / 3, 2 / 3]],
    [2, [4, 10 / 3, 8 / 3, 4 / 3]],
  ])('with %i looking for work the limits shrink', (jobSeekers, limits) => {
    limits.forEach((limit, index) => {
      expect(scoreOf(17, { measured: limit, jobSeekers, ...weekly })).toBe(5 - index);
      expect(scoreOf(17, { measured: limit - 0.001, jobSeekers, ...weekly })).toBe(4 - index);
    });
  });

  it('keeps the caps when the limits shrink', () => {
    expect(scoreOf(17, { measured: 6, jobSeekers: 1 })).toBe(2);
  });

  it('uses the usual limits from three on, and where the number is not recorded', () => {
    expect(scoreOf(17, { measured: 5, jobSeekers: 3, ...weekly })).toBe(4);
    expect(scoreOf(17, { measured: 5, jobSeekers: 30, ...weekly })).toBe(4);
    expect(propose(17, { measured: 5, ...weekly })).toMatchObject({
      score: 4,
      explanation: expect.stringMatching(
        /is not recorded, so the limits are the usual ones/,
      ) as string,
    });
  });

  it('proposes nothing when nobody is looking for work', () => {
    expect(propose(17, { measured: 5, jobSeekers: 0, ...weekly })).toEqual({
      status: 'no-proposal',
      reason: 'Nobody is looking for work.',
    });
    expect(() => propose(17, { measured: 5, jobSeekers: 1.5 })).toThrow(/people looking for work/);
  });

  it('says which contacts were counted', () => {
    expect(JSON.stringify(propose(17, { measured: 5, contactsBasis: 'particular' }))).toContain(
      'only contacts made for a particular client',
    );
    expect(JSON.stringify(propose(17, { measured: 5 }))).toContain('for clients in general');
    expect(JSON.stringify(propose(16, { measured: 5 }))).not.toContain('clients in general');
  });
});

describe('too few cases', () => {
  it.each([19, 20])('item %i proposes nothing under five starts', (item) => {
    expect(scoreOf(item, { measured: 100, cases: 4 })).toMatch(
      /There are 4 job starts, fewer than 5/,
    );
    expect(scoreOf(item, { measured: 100, cases: 5 })).toBe(5);
    expect(scoreOf(item, { measured: 100 })).toMatch(/number of job starts is not recorded/);
  });

  it('item 21 is 1 with fewer than ten current jobs', () => {
    expect(scoreOf(21, { measured: 100, cases: 9 })).toBe(1);
    expect(scoreOf(21, { cases: 0 })).toBe(1);
    expect(scoreOf(21, { measured: 100, cases: 10 })).toBe(5);
    expect(scoreOf(21, { measured: 100 })).toMatch(/number of current jobs is not recorded/);
    expect(() => propose(21, { measured: 100, cases: -1 })).toThrow(RangeError);
  });
});

describe('rated for each specialist', () => {
  it('averages the ratings and takes the nearest point', () => {
    // 5, 4, 4: mean 4.33
    expect(scoreOf(24, { perSpecialist: [70, 60, 50] })).toBe(4);
    // 5, 5, 4: mean 4.67
    expect(scoreOf(24, { perSpecialist: [70, 65, 50] })).toBe(5);
    // 5 and 3 are exactly 4; the mean of the hours would say otherwise
    expect(scoreOf(24, { perSpecialist: [100, 40], measured: 70 })).toBe(4);
  });

  it('proposes nothing on an exact half', () => {
    expect(propose(24, { perSpecialist: [70, 60] })).toMatchObject({
      status: 'no-proposal',
      reason: expect.stringMatching(/exactly between 4 and 5: the reviewers decide/) as string,
    });
  });

  it('holds each rating to the conditions before averaging', () => {
    const monthly = { conditions: { 'tracking-form': true, 'monthly-review': true } };
    // 3 and 2 after the cap: an exact half; before it 5 and 2.
    expect(scoreOf(17, { perSpecialist: [7, 3], ...monthly })).toMatch(/exactly between 2 and 3/);
    expect(scoreOf(17, { perSpecialist: [7, 6.5, 3], ...monthly })).toBe(3);
  });

  it('shrinks the limits for each specialist, and leaves out one with nobody looking for work', () => {
    const facts = { perSpecialist: [2, 6, 0], jobSeekersPerSpecialist: [1, 10, 0], ...weekly };
    expect(scoreOf(17, facts)).toBe(5);
    expect(JSON.stringify(propose(17, facts))).toContain(
      'Left out, with nobody looking for work: 1',
    );
    expect(scoreOf(17, { perSpecialist: [0], jobSeekersPerSpecialist: [0], ...weekly })).toMatch(
      /No specialist has anyone looking for work/,
    );
    expect(() => propose(17, { perSpecialist: [1, 2], jobSeekersPerSpecialist: [1] })).toThrow(
      /for each of the specialists/,
    );
  });

  it('uses the team’s number for items that are not rated so', () => {
    expect(scoreOf(1, { perSpecialist: [50, 50], measured: 20 })).toBe(5);
    expect(scoreOf(24, { perSpecialist: [], measured: 65 })).toBe(5);
  });
});

describe('what is not there', () => {
  it.each([1, 2, 4, 15, 16, 17, 24])('item %i proposes nothing without a number', (item) => {
    expect(propose(item, {})).toEqual({
      status: 'no-proposal',
      reason: 'There is no measured number.',
    });
  });

  it('refuses conditions and items the scale has not', () => {
    expect(() => propose(15, { conditions: { other: true } })).toThrow(
      /itemProposal: item 15 has no condition "other"/,
    );
    expect(() => propose(26, {})).toThrow(RangeError);
  });

  it('explains a proposal in words', () => {
    expect(propose(1, { measured: 20.4 })).toEqual({
      status: 'proposed',
      score: 4,
      explanation:
        'Active clients per full-time employment specialist: 20.4. A 4 needs 25 or fewer. A 5 would need 20 or fewer.',
    });
    expect(propose(24, { measured: 30.5 })).toMatchObject({
      explanation:
        'Share of scheduled working hours spent in the community: 30.5%. A 2 needs more than 30%. A 3 would need 40% or more.',
    });
  });
});
