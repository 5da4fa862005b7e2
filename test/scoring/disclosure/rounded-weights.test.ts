import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

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
    // A weighted table raked to other counts and then back is the table it was: raking leaves how factors overlap alone.
    const { outcome, first, second } = peopleOf(
      [
        [14, 9],
        [22, 11],
        [31, 18],
        [12, 16],
      ],
      2,
    );
    const weights = roundedWeights(outcome, [first, second], policy);
    const overlap = (values: Float64Array, side: number): number => {
      const cells = [0, 0, 0, 0];
      for (const [i, value] of values.entries()) {
        if (outcome[i] === side) cells[2 * first[i]! + second[i]!]! += value;
      }
      return (cells[0]! * cells[3]!) / (cells[1]! * cells[2]!);
    };
    const ones = new Float64Array(outcome.length).fill(1);
    for (const side of [0, 1]) expect(overlap(weights, side)).toBeCloseTo(overlap(ones, side), 9);
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
