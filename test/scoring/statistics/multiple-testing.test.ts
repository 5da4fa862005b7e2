import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { benjaminiHochberg, holm } from '#scoring/statistics/multiple-testing.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe.each([
  ['holm', holm],
  ['benjaminiHochberg', benjaminiHochberg],
])('%s', (name, adjust) => {
  it('never lowers a p value and never passes 1', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        adjust(values).forEach((adjusted, i) => {
          expect(adjusted).toBeGreaterThanOrEqual(values[i]! * (1 - 1e-12));
          expect(adjusted).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('keeps the order of the tests it was given', () => {
    fc.assert(
      fc.property(pValues, (values) => {
        const forwards = adjust(values);
        const backwards = adjust([...values].reverse()).reverse();
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('leaves a single test and an empty list alone', () => {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([])).toEqual([]);
  });

  it('refuses what is not a probability', () => {
    const message = `${name}: every p value must lie from 0 to 1`;
    expect(() => adjust([0.2, 1.1])).toThrow(new RangeError(message));
    expect(() => adjust([NaN])).toThrow(new RangeError(message));
  });
});
