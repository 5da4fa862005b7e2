import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { fidelityBand, fidelityTotal } from '#scoring/fidelity/total.ts';

const score = fc.integer({ min: 1, max: 5 });
const numbers = Array.from({ length: 25 }, (_, index) => index + 1);

/** Scores of 1 to 5 that add up to a total. */
function scoresAddingTo(total: number): Record<number, number> {
  const spare = total - 25;
  return Object.fromEntries(
    numbers.map((number) => [number, 1 + Math.max(0, Math.min(4, spare - 4 * (number - 1)))]),
  );
}

describe('fidelityTotal', () => {
  it.each([
    [25, 'not-ips'],
    [73, 'not-ips'],
    [74, 'fair'],
    [99, 'fair'],
    [100, 'good'],
    [114, 'good'],
    [115, 'exemplary'],
    [125, 'exemplary'],
  ])('a total of %i is %s', (total, key) => {
    const result = fidelityTotal(fidelityScale2008, scoresAddingTo(total));
    expect(result).toMatchObject({
      status: 'complete',
      total,
      itemsScored: 25,
      items: 25,
      band: { key },
    });
    expect(fidelityBand(fidelityScale2008, total).key).toBe(key);
  });

  it('adds up each section', () => {
    const scores = Object.fromEntries(
      numbers.map((number) => [number, number <= 3 ? 5 : number <= 11 ? 3 : 4]),
    );
    const result = fidelityTotal(fidelityScale2008, scores);
    expect(result.sections).toEqual([
      { key: 'staffing', title: 'Staffing', total: 15, itemsScored: 3, items: 3 },
      { key: 'organisation', title: 'Organisation', total: 24, itemsScored: 8, items: 8 },
      { key: 'services', title: 'Services', total: 56, itemsScored: 14, items: 14 },
    ]);
    expect(result).toMatchObject({ status: 'complete', total: 95, band: { key: 'fair' } });
  });

  it('shows the range an open review can still take, and never pro-rates', () => {
    const scores = { ...scoresAddingTo(125), 24: undefined, 25: null };
    expect(fidelityTotal(fidelityScale2008, scores)).toMatchObject({
      status: 'incomplete',
      itemsScored: 23,
      items: 25,
      itemsMissing: [24, 25],
      lowestTotal: 117,
      highestTotal: 125,
      lowestBand: { key: 'exemplary' },
      highestBand: { key: 'exemplary' },
    });
    const none = fidelityTotal(fidelityScale2008, {});
    expect(none).toMatchObject({
      status: 'incomplete',
      itemsScored: 0,
      lowestTotal: 25,
      highestTotal: 125,
      lowestBand: { key: 'not-ips' },
      highestBand: { key: 'exemplary' },
    });
    expect(none).not.toHaveProperty('total');
  });

  it('holds every way of filling an open review inside the range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(score, { nil: undefined }), { minLength: 25, maxLength: 25 }),
        fc.array(score, { minLength: 25, maxLength: 25 }),
        (given, filling) => {
          const scores = Object.fromEntries(given.map((value, index) => [index + 1, value]));
          const filled = Object.fromEntries(
            given.map((value, index) => [index + 1, value ?? filling[index]]),
          );
          const open = fidelityTotal(fidelityScale2008, scores);
          const full = fidelityTotal(fidelityScale2008, filled);
          if (full.status !== 'complete') throw new Error('every item has a score');
          const [lowest, highest] =
            open.status === 'complete'
              ? [open.total, open.total]
              : [open.lowestTotal, open.highestTotal];
          expect(full.total).toBeGreaterThanOrEqual(lowest);
          expect(full.total).toBeLessThanOrEqual(highest);
          expect(full.sections.reduce((sum, { total }) => sum + total, 0)).toBe(full.total);
        },
      ),
    );
  });

  it.each([0, 6, 3.5, -1, Number.NaN, Infinity])('refuses a score of %d', (value) => {
    expect(() => fidelityTotal(fidelityScale2008, { 17: value })).toThrow(
      /fidelityTotal: the score of item 17 must be a whole number from 1 to 5/,
    );
  });

  it('refuses an item the scale has not', () => {
    expect(() => fidelityTotal(fidelityScale2008, { 26: 3 })).toThrow(/has no item 26/);
    expect(() => fidelityBand(fidelityScale2008, 24)).toThrow(/fidelityBand/);
    expect(() => fidelityBand(fidelityScale2008, 99.5)).toThrow(RangeError);
  });
});
