import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { roundedCount } from '#scoring/disclosure/disclosed-count.ts';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { roundedWeights } from '#scoring/disclosure/rounded-weights.ts';

/** People in a table of two factors: one list of counts without and with the outcome per pair of groups. */
type Pairs = readonly (readonly [without: number, starts: number])[];

function peopleOf(pairs: Pairs, columns: number) {
  const rows = pairs.flatMap(([without, starts], pair) => [
    ...Array.from({ length: without }, () => [pair, 0] as const),
    ...Array.from({ length: starts }, () => [pair, 1] as const),
  ]);
  return {
    outcome: Float64Array.from(rows, ([, outcome]) => outcome),
    first: Int32Array.from(rows, ([pair]) => Math.floor(pair / columns)),
    second: Int32Array.from(rows, ([pair]) => pair % columns),
  };
}

/** Weighted people without and with the outcome, by group. */
function sumsOf(weights: Float64Array, codes: Int32Array, outcome: Float64Array): number[] {
  const sums: number[] = [];
  for (const [i, code] of codes.entries()) {
    const place = 2 * code + outcome[i]!;
    sums[place] = (sums[place] ?? 0) + weights[i]!;
  }
  return sums;
}

/** Weights raked to sums of each factor, so often that nothing moves any more: another hand than that of roundedWeights. */
function raked(
  weights: Float64Array,
  factors: readonly Int32Array[],
  wanted: readonly (readonly number[])[],
  outcome: Float64Array,
): Float64Array {
  let now = weights;
  for (let round = 0; round < 500; round += 1) {
    for (const [place, codes] of factors.entries()) {
      const sums = sumsOf(now, codes, outcome);
      now = now.map((weight, i) => {
        const at = 2 * codes[i]! + outcome[i]!;
        return (weight * wanted[place]![at]!) / sums[at]!;
      });
    }
  }
  return now;
}

/** Counts of two groups, each without and with the outcome, as they are shown: in the proportions of the rounded whole. */
function roundedSums([a = 0, b = 0, c = 0, d = 0]: readonly number[]): number[] {
  const shown = (without: number, starts: number) => {
    const [clients, started] = [without + starts, starts].map((n) => roundedCount(n, policy));
    return [clients! - started!, started!] as const;
  };
  const [one, other, whole] = [shown(a, b), shown(c, d), shown(a + c, b + d)];
  const times = ([0, 1] as const).map((side) => whole[side] / (one[side] + other[side]));
  return [...one, ...other].map((count, place) => count * times[place % 2]!);
}

const enough = fc.integer({ min: 8, max: 60 });
const pairOf = fc.tuple(enough, enough);

describe('roundedWeights', () => {
  it('give one factor its rounded counts, in the proportions of the rounded whole', () => {
    // 12 of 33, 19 of 45 and 8 of 24, 39 of 102 together: 10 of 35, 20 of 45, 10 of 25, 40 of 100.
    const { outcome, second } = peopleOf(
      [
        [21, 12],
        [26, 19],
        [16, 8],
      ],
      3,
    );
    const sums = sumsOf(roundedWeights(outcome, [second], policy), second, outcome);
    // Without a start 25, 25 and 15 make 65 where the whole has 60.
    const times = 60 / 65;
    for (const [place, wanted] of [25 * times, 10, 25 * times, 20, 15 * times, 10].entries()) {
      expect(sums[place]).toBeCloseTo(wanted, 9);
    }
  });

  it('are the same for all counts of one factor that round alike', () => {
    const sumsFor = (starts: number, clients: number): number[] => {
      const { outcome, second } = peopleOf(
        [
          [clients - starts, starts],
          [41, 30],
        ],
        2,
      );
      return sumsOf(roundedWeights(outcome, [second], policy), second, outcome);
    };
    const first = sumsFor(13, 43);
    for (const starts of [13, 14, 15, 16, 17]) {
      for (const clients of [43, 44, 45, 46, 47]) {
        // The whole rounds to 115 and 45 for some of these only.
        const others = sumsFor(starts, clients);
        const odds = (sums: number[]): number => (sums[1]! * sums[2]!) / (sums[0]! * sums[3]!);
        expect(odds(others)).toBeCloseTo(odds(first), 9);
      }
    }
  });

  it('add up to the rounded counts of every factor at once', () => {
    fc.assert(
      fc.property(fc.array(pairOf, { minLength: 6, maxLength: 6 }), (pairs) => {
        const { outcome, first, second } = peopleOf(pairs, 3);
        const weights = roundedWeights(outcome, [first, second], policy);
        const whole = sumsOf(weights, new Int32Array(outcome.length), outcome);
        for (const codes of [first, second]) {
          const exact = sumsOf(new Float64Array(outcome.length).fill(1), codes, outcome);
          const round = (count: number): number => 5 * Math.floor((count + 2.5) / 5);
          const wanted = exact.map((_, place) => {
            const starts = round(exact[place - (place % 2) + 1]!);
            const clients = round(exact[place - (place % 2)]! + exact[place - (place % 2) + 1]!);
            return place % 2 === 1 ? starts : clients - starts;
          });
          const sums = sumsOf(weights, codes, outcome);
          const times = [0, 1].map(
            (side) =>
              whole[side]! /
              wanted.reduce((sum, count, place) => sum + (place % 2 === side ? count : 0), 0),
          );
          const scaled = wanted.map((count, place) => count * times[place % 2]!);
          for (const [place, sum] of sums.entries()) expect(sum).toBeCloseTo(scaled[place]!, 6);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are found again from any other counts that round alike, if people could be divided', () => {
    const { outcome, first, second } = peopleOf(
      [
        [36, 16],
        [19, 9],
        [24, 16],
        [44, 18],
      ],
      2,
    );
    const factors = [first, second];
    const weights = roundedWeights(outcome, factors, policy);
    const ones = new Float64Array(outcome.length).fill(1);
    // By factor and group, without and with a start: 55, 25, 68, 34 and 60, 32, 63, 27 in truth.
    const others = [
      [54, 26, 69, 33],
      [59, 32, 64, 27],
    ];
    for (const [place, other] of others.entries()) {
      const exact = sumsOf(ones, factors[place]!, outcome);
      expect(other).not.toEqual(exact);
      expect(roundedSums(other)).toEqual(roundedSums(exact));
    }
    // Divided people who have the other counts, with the same overlap; rounded in their turn, they are weighted alike.
    const there = raked(ones, factors, others, outcome);
    for (const [place, codes] of factors.entries()) {
      const sums = sumsOf(there, codes, outcome);
      for (const [i, sum] of sums.entries()) expect(sum).toBeCloseTo(others[place]![i]!, 9);
    }
    const back = raked(there, factors, others.map(roundedSums), outcome);
    for (const [i, weight] of back.entries()) expect(weight).toBeCloseTo(weights[i]!, 8);
  });

  it('are finite where one group lies within another that rounds to no more', () => {
    // Eight of the twelve with a start of the first group are all of a group of the second.
    const { outcome, first, second } = peopleOf(
      [
        [20, 8],
        [12, 4],
        [0, 0],
        [30, 25],
      ],
      2,
    );
    const weights = roundedWeights(outcome, [first, second], policy);
    expect(weights.every((weight) => Number.isFinite(weight) && weight >= 0)).toBe(true);
  });

  it('count few people who share a category as one rounding step, not as nobody', () => {
    const { outcome, second } = peopleOf(
      [
        [40, 2],
        [60, 50],
      ],
      2,
    );
    const sums = sumsOf(roundedWeights(outcome, [second], policy), second, outcome);
    expect(sums[1]! / sums[3]!).toBeCloseTo(5 / 50, 9);
  });

  it('keep a reader’s own people as they are, and everybody together as rounded as for others', () => {
    // 13 of 37 of the own team, 28 and 34 with a start in the other groups: 41 of 114 in all, shown as 40 of 115.
    const { outcome, first, second } = peopleOf(
      [
        [24, 13],
        [0, 0],
        [22, 11],
        [27, 17],
      ],
      2,
    );
    const own = first.map((group) => 1 - group);
    const weights = roundedWeights(outcome, [second], policy, own);
    const sums = sumsOf(weights, own, outcome);
    for (const [place, wanted] of [75 - 24, 40 - 13, 24, 13].entries())
      expect(sums[place]).toBeCloseTo(wanted, 6);
    expect(sumsOf(roundedWeights(outcome, [second], policy), own, outcome)[3]).not.toBeCloseTo(13);
    // A group keeps its rounded counts with the own people among them: 25 of 70 and 15 of 45, in a whole of 40 of 115.
    for (const [place, wanted] of [45, 25, 30, 15].entries())
      expect(sumsOf(weights, second, outcome)[place]).toBeCloseTo(wanted, 6);
  });

  it('refuse what is no outcome, and factors of another length', () => {
    expect(() => roundedWeights(Float64Array.of(0, 2), [], policy)).toThrow(RangeError);
    expect(() => roundedWeights(Float64Array.of(0, 1), [new Int32Array(1)], policy)).toThrow(
      /a group for each person/,
    );
    const short = new Int32Array(1);
    expect(() => roundedWeights(Float64Array.of(0, 1), [], policy, short)).toThrow(RangeError);
  });
});
