import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { attacked, released } from './breakdown-attacker.ts';

const kinds = fc.oneof(
  fc.array(fc.nat({ max: 6 }), { minLength: 10, maxLength: 10 }),
  fc.array(fc.nat({ max: 40 }), { minLength: 10, maxLength: 10 }),
  fc.constant(new Array<number>(10).fill(0)),
);

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
});
