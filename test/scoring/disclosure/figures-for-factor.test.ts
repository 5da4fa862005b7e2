import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { figuresForFactor, type FactorOptions } from '#scoring/disclosure/figures-for-factor.ts';
import type { GroupCounts } from '#scoring/disclosure/hidden-groups.ts';

const group = (numerator: number, without: number): GroupCounts => ({
  numerator,
  denominator: numerator + without,
});

const shown = (groups: readonly GroupCounts[], options?: FactorOptions): string =>
  figuresForFactor(groups, policy, options)
    .map(({ status }) => (status === 'shown' ? 's' : status === 'hidden' ? '*' : '-'))
    .join('');

describe('figuresForFactor', () => {
  it('shows a factor without a small category, rounded', () => {
    const figures = figuresForFactor([group(41, 60), group(12, 21), group(0, 0)], policy);
    expect(figures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [40, 100],
      [10, 35],
      [null, null],
    ]);
  });

  it('hides the category with the fewest starts beside a single small one', () => {
    expect(shown([group(41, 60), group(3, 21), group(12, 90), group(12, 30)])).toBe('s*s*');
  });

  it('hides a third where two share too few people with the outcome', () => {
    // 1 and 2 starts: whoever knows the whole knows that the two have three.
    expect(shown([group(41, 60), group(1, 40), group(2, 40), group(30, 40)])).toBe('s***');
    expect(shown([group(41, 60), group(2, 40), group(2, 40), group(30, 40)])).toBe('s**s');
  });

  it('hides a third where two share too few people without the outcome', () => {
    expect(shown([group(41, 60), group(20, 1), group(20, 2), group(30, 40)])).toBe('s***');
  });

  it('keeps room also from a reader who knows one of the hidden groups', () => {
    const groups = [group(41, 60), group(3, 21), group(12, 90), group(12, 30)];
    expect(shown(groups)).toBe('s*s*');
    expect(shown(groups, { groupsKnowThemselves: true })).toBe('s***');
  });

  it('hides a category for another release’s sake, and a second one with it', () => {
    const groups = [group(41, 60), group(30, 40), group(12, 90)];
    expect(shown(groups, { alsoHidden: new Set([0]) })).toBe('*s*');
  });

  it('refuses counts that are none', () => {
    expect(() => figuresForFactor([{ numerator: 4, denominator: 3 }], policy)).toThrow(RangeError);
  });

  it('leaves three values for every hidden count to a reader who knows the whole and all that is shown', () => {
    const coarse = { ...policy, smallestShown: 4, base: 2 };
    const most = 6;
    const counts = Array.from({ length: (most + 1) ** 2 }, (_, code) =>
      group(code % (most + 1), Math.floor(code / (most + 1))),
    );
    const seen = new Map<string, { places: number[]; values: Set<number>[] }>();
    for (const a of counts) {
      for (const b of counts) {
        for (const c of counts) {
          const groups = [a, b, c];
          const figures = figuresForFactor(groups, coarse);
          const places = [0, 1, 2].filter((place) => figures[place]!.status === 'hidden');
          if (places.length === 0) continue;
          const hidden = places.map((place) => groups[place]!);
          const starts = hidden.reduce((sum, each) => sum + each.numerator, 0);
          const without = hidden.reduce((sum, each) => sum + each.denominator, -starts);
          // Beyond `most` not every table was tried; with everything hidden there may be no room, and one category is the whole.
          if (starts > most || without > most) continue;
          const isEverything = figures.every(({ status }) => status !== 'shown');
          const isTight = places.length === 1 || Math.min(starts, without) < places.length + 2;
          if (isEverything && isTight) continue;
          const others = groups.map((each, place) => (places.includes(place) ? '*' : each));
          const key = JSON.stringify([others, starts, without]);
          const entry = seen.get(key) ?? {
            places,
            values: places.flatMap(() => [new Set(), new Set()]),
          };
          for (const [index, { numerator, denominator }] of hidden.entries()) {
            entry.values[2 * index]!.add(numerator);
            entry.values[2 * index + 1]!.add(denominator - numerator);
          }
          seen.set(key, entry);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(200);
    const given = [...seen].filter(([, { values }]) => values.some(({ size }) => size < 3));
    expect(given.map(([key]) => key)).toEqual([]);
  });
});
