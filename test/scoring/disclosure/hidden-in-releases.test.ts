import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { hiddenInReleases } from '#scoring/disclosure/hidden-in-releases.ts';
import type { GroupCounts } from '#scoring/disclosure/hidden-groups.ts';

const group = (numerator: number, without: number): GroupCounts => ({
  numerator,
  denominator: numerator + without,
});

const marks = (hidden: readonly boolean[]): string => hidden.map((is) => (is ? '*' : 's')).join('');

const plus = (a: GroupCounts, b: GroupCounts): GroupCounts => ({
  numerator: a.numerator + b.numerator,
  denominator: a.denominator + b.denominator,
});

const without = ({ numerator, denominator }: GroupCounts): number => denominator - numerator;

describe('hiddenInReleases', () => {
  it('hide in all releases what is small in one', () => {
    const narrow = [group(30, 40), group(6, 30), group(12, 30), group(50, 60)];
    const wide = [group(35, 44), group(9, 32), group(14, 33), group(50, 60)];
    expect(marks(hiddenInReleases([narrow, wide], policy))).toBe('s**s');
    expect(marks(hiddenInReleases([wide], policy))).toBe('ssss');
  });

  it('hide in the narrow release what only the wide one would hide', () => {
    // Nobody of the second category has every answer.
    const narrow = [group(30, 40), group(0, 0), group(12, 30), group(50, 60)];
    const wide = [group(30, 40), group(3, 20), group(12, 30), group(50, 60)];
    expect(marks(hiddenInReleases([narrow, wide], policy))).toBe('s**s');
    expect(marks(hiddenInReleases([narrow], policy))).toBe('ssss');
  });

  it('hide what another page hides, and whatever that takes with it', () => {
    const groups = [group(30, 40), group(12, 30), group(50, 60)];
    const hidden = hiddenInReleases([groups, groups], policy, { alsoHidden: new Set([2]) });
    expect(marks(hidden)).toBe('s**');
  });

  it('keep room in each release from a reader who knows one of the hidden groups', () => {
    const groups = [group(41, 60), group(3, 21), group(12, 90), group(12, 30)];
    expect(marks(hiddenInReleases([groups, groups], policy))).toBe('s*s*');
    const known = { groupsKnowThemselves: true };
    expect(marks(hiddenInReleases([groups, groups], policy, known))).toBe('s***');
  });

  it('refuse releases of different categories', () => {
    expect(() => hiddenInReleases([[group(9, 9)], []], policy)).toThrow(/the same categories/);
  });

  it('leave three tables that look the same for every hidden count, both wholes and all shown counts known', () => {
    const few = fc.integer({ min: 0, max: 14 });
    const people = fc.tuple(few, few).map(([starts, rest]) => group(starts, rest));
    const both = fc.array(fc.tuple(people, people), { minLength: 3, maxLength: 5 });
    let tried = 0;
    fc.assert(
      fc.property(both, (pairs) => {
        const narrow = pairs.map(([inBoth]) => inBoth);
        const between = pairs.map(([, leftOut]) => leftOut);
        const wideOf = (groups: readonly GroupCounts[]): GroupCounts[] =>
          groups.map((each, place) => plus(each, between[place]!));
        const hidden = hiddenInReleases([narrow, wideOf(narrow)], policy);
        const places = [...narrow.keys()].filter((place) => hidden[place]);
        const together = places.map((place) => narrow[place]!).reduce(plus, group(0, 0));
        const hasRoom =
          places.length > 1 && Math.min(together.numerator, without(together)) >= places.length + 2;
        // With everything hidden there may be no room, as the function says.
        expect(hasRoom || places.length === 0 || places.length === narrow.length).toBe(true);
        if (!hasRoom) return;
        tried += 1;
        for (const place of places) {
          const last = places.findLast((other) => other !== place)!;
          for (const value of [1, 2, 3]) {
            for (const isOfOutcome of [true, false]) {
              const counts = new Map(places.map((each) => [each, [1, 1] as [number, number]]));
              const share = [together.numerator, without(together)] as const;
              const [few, many] = isOfOutcome ? ([0, 1] as const) : ([1, 0] as const);
              counts.get(place)![few] = value;
              counts.get(last)![few] += share[few] - (places.length - 1) - value;
              counts.get(place)![many] += share[many] - places.length;
              const other = narrow.map((each, at) => {
                const found = counts.get(at);
                return found === undefined ? each : group(...found);
              });
              expect(other.reduce(plus)).toEqual(narrow.reduce(plus));
              expect(hiddenInReleases([other, wideOf(other)], policy)).toEqual(hidden);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(200);
  });
});
