import { hash } from 'node:crypto';

import { createRandom, type SeededRandom } from '#scoring/statistics/seeded-random.ts';

export type { SeededRandom };

/**
 * A stream of its own for each part of the demo: a change in how contacts are drawn leaves clients as they were.
 */
export function streamOf(seed: number, ...parts: (string | number)[]): SeededRandom {
  return createRandom(
    Number.parseInt(hash('sha256', [seed, ...parts].join('/'), 'hex').slice(0, 12), 16),
  );
}

export function pick<T>(random: SeededRandom, values: readonly T[]): T {
  const value = values[random.integer(values.length)];
  if (value === undefined) throw new RangeError('pick: there must be something to pick from');
  return value;
}

/** Draws one of the keys, each as likely as its weight. The sums are made once: it is asked half a million times. */
export function weighted<K extends string>(
  weights: Readonly<Record<K, number>>,
): (random: SeededRandom) => K {
  const keys = Object.keys(weights) as K[];
  let total = 0;
  const ends = keys.map((key) => (total += weights[key]));
  return (random) => {
    const drawn = random.uniform() * total;
    const key = keys[ends.findIndex((end) => drawn < end)] ?? keys.at(-1);
    if (key === undefined) throw new RangeError('weighted: there must be something to draw from');
    return key;
  };
}

export function isDrawn(random: SeededRandom, probability: number): boolean {
  return random.uniform() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: SeededRandom, low: number, high: number): number {
  return low + random.integer(high - low + 1);
}

/** Waiting time with the given mean; never exactly 0. */
export function exponential(random: SeededRandom, mean: number): number {
  return -mean * Math.log(1 - random.uniform());
}

/** A count with the given mean (Knuth's method: only for means of a few dozen at most). */
export function poisson(random: SeededRandom, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
  return count;
}

/** Spread around 1 on the log scale, with mean 1. */
export function logNormal(random: SeededRandom, sd: number): number {
  return Math.exp(sd * random.normal() - (sd * sd) / 2);
}

/** The values in an order of the stream's own (Fisher-Yates); the given list stays as it is. */
export function shuffled<T>(random: SeededRandom, values: readonly T[]): T[] {
  const list = [...values];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
  return list;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
