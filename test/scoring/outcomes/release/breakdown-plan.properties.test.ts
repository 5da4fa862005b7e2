import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { attacked, released, type Cell } from './breakdown-attacker.ts';

const kinds = fc.oneof(
  fc.array(fc.nat({ max: 6 }), { minLength: 10, maxLength: 10 }),
  fc.array(fc.nat({ max: 40 }), { minLength: 10, maxLength: 10 }),
  fc.constant(new Array<number>(10).fill(0)),
);

const from = (min: number, max: number) => fc.integer({ min, max });
const nobodyWorked = fc.tuple(from(8, 30), ...[0, 0, 0, 0].map((none) => fc.constant(none)));
const someWorked = fc.tuple(from(8, 30), from(0, 9), from(0, 5), from(4, 12), from(4, 12));
/** Enough who worked, or nobody, and who did not; few of them, complete or not, had their job before. */
const fewInWorkBefore = fc
  .array(fc.oneof({ weight: 3, arbitrary: someWorked }, nobodyWorked), {
    minLength: 2,
    maxLength: 2,
  })
  .map((parts): Cell => parts.flat());

describe('breakdownPlan', () => {
  it('leaves a reader who knows all else exactly three values for every hidden count', () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 2, maxLength: 4 }), (cells) => {
        fc.pre(released(cells).isReleased);
        const hidden = attacked(cells);
        looked += hidden.length;
        expect(hidden.filter(({ values }) => values < 3)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(looked).toBeGreaterThan(300);
  }, 120_000);

  it('leaves three values for who started among the complete, where all but that is shown of them', () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.array(fewInWorkBefore, { minLength: 2, maxLength: 4 }), (cells) => {
        fc.pre(released(cells).plan.complete === 'without-starts');
        const hidden = attacked(cells);
        looked += hidden.length;
        expect(hidden.filter(({ values }) => values < 3)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(looked).toBeGreaterThan(300);
  }, 120_000);
});
