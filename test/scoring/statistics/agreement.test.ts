import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cronbachAlpha } from '#scoring/statistics/agreement/cronbach-alpha.ts';
import { intraclassCorrelation } from '#scoring/statistics/agreement/intraclass-correlation.ts';
import { krippendorffAlpha } from '#scoring/statistics/agreement/krippendorff-alpha.ts';
import { ratingAgreement } from '#scoring/statistics/agreement/paired-ratings.ts';
import { weightedKappa } from '#scoring/statistics/agreement/weighted-kappa.ts';
import extra from '#test/reference/statistics/agreement-extra.expected.json' with { type: 'json' };

import { only } from './reference-group.ts';

const POINTS = [1, 2, 3, 4, 5];
const score = fc.integer({ min: 1, max: 5 });
const pairs = fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 60 });
const split = (list: readonly (readonly [number, number])[]): [number[], number[]] => [
  list.map(([a]) => a),
  list.map(([, b]) => b),
];

describe('ratingAgreement', () => {
  it('is never larger exactly than within one, and lies in its interval', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const { exact, withinOne } = only(ratingAgreement(...split(list)), 'computed');
        expect(exact.value).toBeLessThanOrEqual(withinOne.value);
        expect(exact.lower).toBeLessThanOrEqual(exact.value);
        expect(exact.upper).toBeGreaterThanOrEqual(exact.value);
      }),
    );
  });

  it('has no answer for nothing, and refuses lists that differ', () => {
    expect(ratingAgreement([], [])).toMatchObject({ status: 'too-few', n: 0 });
    expect(() => ratingAgreement([1], [])).toThrow(
      new RangeError('ratingAgreement: first and second must have the same length'),
    );
  });
});

describe('weightedKappa', () => {
  it('does not mind which rater is first, the order, nor a copy of every pair', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('none', 'linear', 'quadratic'), (list, weights) => {
        const [a, b] = split(list);
        const plain = weightedKappa(a, b, POINTS, weights);
        const turned = weightedKappa([...b].reverse(), [...a].reverse(), POINTS, weights);
        const twice = weightedKappa([...a, ...a], [...b, ...b], POINTS, weights);
        expect(turned.status).toBe(plain.status);
        if (plain.status !== 'computed') return;
        expect(only(turned, 'computed').value).toBeCloseTo(plain.value, 10);
        expect(only(twice, 'computed').value).toBeCloseTo(plain.value, 10);
        expect(only(twice, 'computed').standardError).toBeCloseTo(
          plain.standardError / Math.SQRT2,
          8,
        );
        expect(plain.lower).toBeLessThanOrEqual(plain.value);
        expect(plain.upper).toBeGreaterThanOrEqual(plain.value);
      }),
    );
  });

  it('is 1 for perfect agreement and 0 where one rater never varies', () => {
    expect(weightedKappa([1, 2, 3], [1, 2, 3], POINTS)).toMatchObject({ value: 1, upper: 1 });
    const flat = only(weightedKappa([1, 2, 3], [2, 2, 2], POINTS), 'computed');
    expect(flat.value).toBeCloseTo(0, 12);
  });

  it('has no answer where both raters use one category, or for nothing', () => {
    expect(weightedKappa([4, 4], [4, 4], POINTS)).toMatchObject({ status: 'constant', n: 2 });
    expect(weightedKappa([], [], POINTS)).toMatchObject({ status: 'too-few' });
  });

  it.each([
    ['weightedKappa: 6 is not one of the categories', () => weightedKappa([6], [1], POINTS)],
    [
      'weightedKappa: there must be at least two categories, each given once',
      () => weightedKappa([1], [1], [1]),
    ],
    [
      'weightedKappa: there must be at least two categories, each given once',
      () => weightedKappa([1], [1], [1, 1, 2]),
    ],
  ])('refuses: %s', (message, call) => {
    expect(call).toThrow(new RangeError(message));
  });
});

describe('intraclassCorrelation', () => {
  const { table } = extra.icc;

  it('does not mind the order, nor where the scores start, nor their unit', () => {
    const plain = only(intraclassCorrelation(table), 'computed');
    const moved = intraclassCorrelation(
      [...table].reverse().map((row) => row.map((value) => 1e6 + 3 * value)),
    );
    const found = only(moved, 'computed');
    expect(found.value).toBeCloseTo(plain.value, 9);
    expect(found.lower).toBeCloseTo(plain.lower, 9);
  });

  it('contains its estimate', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(score, score, score), { minLength: 2, maxLength: 20 }),
        (rows) => {
          const result = intraclassCorrelation(rows);
          if (result.status !== 'computed') return;
          expect(result.lower).toBeLessThanOrEqual(result.value);
          expect(result.upper).toBeGreaterThanOrEqual(result.value);
        },
      ),
    );
  });

  it('counts a constant difference between raters as disagreement', () => {
    const shifted = only(intraclassCorrelation(extra.shift.table), 'computed');
    // Mean squares 68/3 between units and 8 between raters, none left over: 68/3 / (68/3 + 2 x 8 / 4).
    expect(shifted.value).toBeCloseTo(68 / 3 / (68 / 3 + 4), 12);
    expect(shifted.upper).toBeLessThanOrEqual(1);
  });

  it('has no answer without error, without variation or for too few', () => {
    expect(
      intraclassCorrelation([
        [1, 1],
        [4, 4],
      ]),
    ).toMatchObject({ status: 'no-error', n: 2, raters: 2 });
    expect(
      intraclassCorrelation([
        [3, 3],
        [3, 3],
      ]),
    ).toMatchObject({ status: 'constant' });
    expect(
      intraclassCorrelation([
        [3, 4],
        [3, 4],
      ]),
    ).toMatchObject({ status: 'constant', reason: 'every unit has the same scores' });
    expect(intraclassCorrelation([[1, 2]])).toMatchObject({ status: 'too-few' });
    expect(intraclassCorrelation([])).toMatchObject({ status: 'too-few', n: 0 });
    expect(() => intraclassCorrelation([[1, 2], [3]])).toThrow(
      new RangeError('intraclassCorrelation: all rows must have the same length'),
    );
  });
});

describe('krippendorffAlpha', () => {
  it('gives the published figures', () => {
    const units = extra.krippendorff.published.units.map((row) => row.map((v) => v ?? undefined));
    const alpha = (metric: 'nominal' | 'ordinal' | 'interval') =>
      only(krippendorffAlpha(units, metric), 'computed').value.toFixed(3);
    expect([alpha('nominal'), alpha('ordinal'), alpha('interval')]).toEqual([
      '0.743',
      '0.815',
      '0.849',
    ]);
  });

  it('counts the units and scores it uses', () => {
    expect(
      krippendorffAlpha([
        [1, 2],
        [3, undefined],
        [2, 2],
      ]),
    ).toMatchObject({ units: 2, n: 4, excluded: 1 });
  });

  it('is 1 for perfect agreement, and has no answer without variation or for nothing', () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [4, 4],
      ]),
    ).toMatchObject({ value: 1 });
    expect(krippendorffAlpha([[2, 2]])).toMatchObject({ status: 'constant' });
    expect(krippendorffAlpha([[2, undefined]])).toMatchObject({ status: 'too-few', excluded: 1 });
    expect(() => krippendorffAlpha([[NaN, 1]])).toThrow(
      new RangeError('krippendorffAlpha: every score must be a finite number'),
    );
  });
});

describe('cronbachAlpha', () => {
  const { table } = extra.cronbach;

  it('does not mind the order of rows or items', () => {
    const plain = only(cronbachAlpha(table), 'computed');
    const turned = only(
      cronbachAlpha([...table].reverse().map((row) => [...row].reverse())),
      'computed',
    );
    expect(turned.value).toBeCloseTo(plain.value, 12);
    expect([...turned.itemDropped].reverse()[0]).toBeCloseTo(plain.itemDropped[0]!, 12);
    expect(plain.lower).toBeLessThan(plain.value);
    expect(plain.upper).toBeGreaterThan(plain.value);
  });

  it('is 1 for items that say the same, and cannot drop one of two', () => {
    const same = only(
      cronbachAlpha([
        [1, 1],
        [3, 3],
        [4, 4],
      ]),
      'computed',
    );
    expect(same.value).toBeCloseTo(1, 12);
    expect(same.itemDropped).toEqual([undefined, undefined]);
  });

  it('names an item that never varies', () => {
    const withConstant = only(cronbachAlpha(table.map((row) => [...row, 5])), 'computed');
    expect(withConstant.warnings).toEqual(['item 7 has the same score in every row']);
  });

  it('has no answer for too few, or where the total never varies', () => {
    expect(cronbachAlpha([[1, 2]])).toMatchObject({ status: 'too-few', n: 1, items: 2 });
    expect(cronbachAlpha([[1], [2]])).toMatchObject({ status: 'too-few', items: 1 });
    expect(
      cronbachAlpha([
        [1, 4],
        [4, 1],
      ]),
    ).toMatchObject({ status: 'constant' });
  });
});
