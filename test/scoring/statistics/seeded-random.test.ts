import { describe, expect, it } from 'vitest';

import { chiSquaredUpper, normalCdf } from '#scoring/statistics/distributions.ts';
import { createRandom, xoshiro128 } from '#scoring/statistics/seeded-random.ts';

function draw<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

describe('xoshiro128', () => {
  // Made by the authors' own C code; published with the rand_xoshiro library.
  it('gives the published outputs', () => {
    expect(draw(10, xoshiro128([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it('refuses the state it could never leave', () => {
    expect(() => xoshiro128([0, 0, 0, 0])).toThrow(RangeError);
  });
});

describe('createRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const stream = (seed: number): number[] => {
      const random = createRandom(seed);
      return [random.uniform(), random.normal(), random.integer(1000), random.normal()];
    };
    expect(stream(7)).toEqual(stream(7));
    const firsts = [0, 1, 2, -1, 4294967296, 4294967297, Number.MAX_SAFE_INTEGER].map(
      (seed) => stream(seed)[0],
    );
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('spreads uniform numbers evenly over 0 to 1', () => {
    const { uniform } = createRandom(1);
    const cells = new Array<number>(20).fill(0);
    for (const value of draw(20_000, uniform)) {
      expect(value >= 0 && value < 1).toBe(true);
      cells[Math.floor(value * 20)]! += 1;
    }
    const chiSquared = cells.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquaredUpper(chiSquared, 19)).toBeGreaterThan(0.001);
  });

  it('draws normal numbers whose distribution is normal, tails included', () => {
    const { normal } = createRandom(2);
    const cells = new Array<number>(20).fill(0);
    const values = draw(20_000, normal);
    for (const value of values) cells[Math.min(19, Math.floor(normalCdf(value) * 20))]! += 1;
    const chiSquared = cells.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquaredUpper(chiSquared, 19)).toBeGreaterThan(0.001);
    const beyond = values.filter((value) => Math.abs(value) > 3).length;
    expect(beyond).toBeGreaterThan(54 - 4 * 7.4);
    expect(beyond).toBeLessThan(54 + 4 * 7.4);
  });

  it('draws whole numbers from 0 to n - 1, each about as often', () => {
    const { integer } = createRandom(3);
    const cells = [0, 0, 0, 0, 0, 0, 0];
    for (const value of draw(14_000, () => integer(7))) cells[value]! += 1;
    const chiSquared = cells.reduce((total, count) => total + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquaredUpper(chiSquared, 6)).toBeGreaterThan(0.001);
    expect(draw(5, () => integer(1))).toEqual([0, 0, 0, 0, 0]);
    expect(integer(2 ** 32)).toBeLessThan(2 ** 32);
  });

  it('refuses seeds and bounds that are not whole', () => {
    expect(() => createRandom(0.5)).toThrow(
      new RangeError('createRandom: seed must be a whole number'),
    );
    const message = 'createRandom: integer(n) needs a whole number n from 1 to 2^32';
    expect(() => createRandom(1).integer(0)).toThrow(new RangeError(message));
  });
});
