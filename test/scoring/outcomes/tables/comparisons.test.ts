import { describe, expect, it } from 'vitest';

import { getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import {
  groupComparisons,
  isClear,
  type ComparisonTest,
} from '#scoring/outcomes/tables/comparisons.ts';
import { comparisonsWithReference } from '#scoring/outcomes/tables/comparisons-with-reference.ts';
import type { SummedGroup } from '#scoring/outcomes/tables/group-table.ts';
import { getOutcomeMeasure } from '#scoring/outcomes/tables/outcome-measures.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';

import { only } from '../../statistics/reference-group.ts';

const worked = getOutcomeMeasure('worked');
const substance = getBreakdown('substance');

/** x of n, as a group of a table. */
const group = (name: string, sum: number, n: number, isNotKnown = false): SummedGroup => ({
  group: name,
  isNotKnown,
  clients: n,
  sums: { n, sum, squares: 0 },
});

/** The printed percentages of the 2025 report on 6,080 clients. */
const published = [
  group('Opiates and crack', 306, 851),
  group('Opiates without crack', 455, 1034),
  group('Crack without opiates', 86, 182),
  group('Non-opiate (excluding crack)', 477, 851),
  group('Non-opiate (excluding crack) and alcohol', 516, 973),
  group('Alcohol only', 1317, 2310),
];

const computed = (result: ComparisonTest) => only(result, 'computed');

describe('groupComparisons', () => {
  const { rest, pairs } = groupComparisons(worked, substance, published);

  it('holds each group against everybody else, who never contain it', () => {
    const total = published.reduce((sum, { sums }) => sum + sums.n, 0);
    for (const { groupFigure, comparatorFigure } of rest) {
      expect(groupFigure.denominator + comparatorFigure.denominator).toBe(total);
    }
    const alcohol = rest.at(-1)!;
    expect(alcohol.group).toBe('Alcohol only');
    expect(alcohol.comparatorFigure).toMatchObject({ numerator: 1840, denominator: 3891 });
    expect(computed(alcohol.result).statistic).toBeGreaterThan(6.5);
    expect(computed(alcohol.result).statistic).toBeLessThan(8.3);
    expect(alcohol.result).toMatchObject({
      statistic: only(twoProportionZ(1317, 2310, 1840, 3891), 'computed').z,
      df: null,
    });
  });

  it('shows that “alcohol only” holds against the rest and not against each group', () => {
    expect(isClear(rest.at(-1)!)).toBe(true);
    const pair = pairs.find(
      ({ group: name, comparator }) =>
        name === 'Non-opiate (excluding crack)' &&
        comparator.kind === 'pair' &&
        comparator.group === 'Alcohol only',
    )!;
    expect(isClear(pair)).toBe(false);
    expect(Math.abs(computed(pair.result).statistic)).toBeLessThan(1.02);
  });

  it('adjusts by Holm’s method over the tests of a table and kind', () => {
    expect(rest.map(({ testsAdjustedOver }) => testsAdjustedOver)).toEqual(new Array(6).fill(6));
    expect(pairs).toHaveLength(15);
    const smallest = [...pairs].sort((a, b) => computed(a.result).p - computed(b.result).p);
    expect(smallest[0]!.adjustedP).toBeCloseTo(15 * computed(smallest[0]!.result).p, 12);
    expect(smallest[1]!.adjustedP).toBeCloseTo(14 * computed(smallest[1]!.result).p, 12);
  });

  it('has one test where there are two groups, told from both sides', () => {
    const sexes = [group('Men', 2160, 4317), group('Women', 952, 1763)];
    const two = groupComparisons(worked, getBreakdown('sex'), sexes);
    expect(two.rest.map(({ testsAdjustedOver }) => testsAdjustedOver)).toEqual([1, 1]);
    const [men, women] = two.rest.map(({ result }) => computed(result));
    expect(men!.statistic).toBe(-women!.statistic);
    expect(two.rest[0]!.adjustedP).toBe(men!.p);
  });

  it('leaves clients whose group is not known on neither side', () => {
    const withBlanks = [...published, group('Not known', 500, 500, true)];
    const again = groupComparisons(worked, substance, withBlanks);
    expect(again.rest).toEqual(rest);
    expect(again.pairs).toEqual(pairs);
    expect(() =>
      groupComparisons(worked, substance, withBlanks, { reference: 'Not known' }),
    ).toThrow(/reference/);
  });

  it('holds groups against a reference, which is not held against itself', () => {
    const { reference } = groupComparisons(worked, substance, published, {
      reference: 'Alcohol only',
    });
    expect(reference.map(({ group: name }) => name)).toEqual(substance.groups.slice(0, 5));
    expect(reference[0]!.comparator).toEqual({ kind: 'reference', group: 'Alcohol only' });
    expect(reference[0]!.testsAdjustedOver).toBe(5);
    expect(computed(reference[0]!.result).difference).toBeCloseTo(306 / 851 - 1317 / 2310, 12);
    expect(groupComparisons(worked, substance, published).reference).toEqual([]);
  });

  it('says why where a test has nothing to go on', () => {
    const none = groupComparisons(worked, getBreakdown('sex'), [
      group('Men', 0, 10),
      group('Women', 0, 5),
    ]);
    expect(none.rest[0]!.result).toEqual({
      status: 'not-compared',
      reason: 'nobody in either group has the outcome',
    });
    expect(none.rest[0]!.adjustedP).toBeNull();
    expect(isClear(none.rest[0]!)).toBe(false);
    const alone = groupComparisons(worked, getBreakdown('sex'), [group('Men', 3, 10)]);
    expect(alone.rest[0]!.result).toMatchObject({ status: 'not-compared' });
    expect(alone.pairs).toEqual([]);
  });

  it('tests means by Welch’s t', () => {
    const days = getOutcomeMeasure('days-employed');
    const summed = (name: string, n: number, mean: number, deviation: number): SummedGroup => ({
      ...group(name, n * mean, n),
      sums: { n, sum: n * mean, squares: deviation ** 2 * (n - 1) },
    });
    const { rest: means } = groupComparisons(days, getBreakdown('sex'), [
      summed('Men', 2160, 264, 170),
      summed('Women', 952, 286, 160),
    ]);
    expect(means[0]).toMatchObject({ test: 'Welch t', interval: 'Welch t' });
    // 22 / sqrt(170^2 / 2160 + 160^2 / 952)
    const t = -22 / Math.sqrt(170 ** 2 / 2160 + 160 ** 2 / 952);
    expect(computed(means[0]!.result).statistic).toBeCloseTo(t, 10);
  });

  it('does not compare sites', () => {
    expect(() => groupComparisons(worked, getBreakdown('site'), [])).toThrow(/site/);
  });
});

describe('comparisonsWithReference', () => {
  it('is what comparing with that reference gives, whichever group is chosen', () => {
    const days = getOutcomeMeasure('days-employed');
    const spread = published.map((each, place) => ({
      ...each,
      sums: { ...each.sums, sum: each.sums.n * (200 + 9 * place), squares: 4e4 * each.sums.n },
    }));
    for (const [measure, groups] of [
      [worked, published],
      [days, spread],
    ] as const) {
      for (const { group: reference } of groups) {
        const expected = groupComparisons(measure, substance, groups, { reference }).reference;
        const { pairs } = groupComparisons(measure, substance, groups);
        const found = comparisonsWithReference(pairs, reference);
        expect(found).toHaveLength(5);
        for (const [place, one] of found.entries()) {
          const { result, adjustedP, ...rest } = one;
          const { result: direct, adjustedP: directP, ...same } = expected[place]!;
          expect(rest).toEqual(same);
          expect(adjustedP).toBeCloseTo(directP!, 12);
          for (const key of ['difference', 'lower', 'upper', 'statistic', 'p'] as const) {
            expect(computed(result)[key]).toBeCloseTo(computed(direct)[key], 10);
          }
        }
      }
    }
  });

  it('refuses a reference that is no group of a pair', () => {
    const { pairs } = groupComparisons(worked, substance, published);
    expect(() => comparisonsWithReference(pairs, 'Nobody')).toThrow(/comparisonsWithReference/);
  });
});
