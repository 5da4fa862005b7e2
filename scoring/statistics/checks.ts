import type { NumberList } from './vectors.ts';

/** Refusals shared by the functions of this folder: each names the function and the rule it holds. */

export function requireLevel(caller: string, level: number): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`${caller}: level must lie between 0 and 1`);
}

export function requireProbability(caller: string, p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`${caller}: p must lie between 0 and 1`);
}

export function requirePositive(caller: string, name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${caller}: ${name} must be a positive number`);
  }
}

/** successes out of n, in words the caller's own parameters use. */
export function requireCounts(
  caller: string,
  successes: number,
  n: number,
  names: { successes: string; n: string } = { successes: 'successes', n: 'n' },
): void {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`${caller}: ${names.n} must be a whole number of at least 1`);
  }
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(
      `${caller}: ${names.successes} must be a whole number from 0 to ${names.n}`,
    );
  }
}

export function requireFinite(caller: string, name: string, values: NumberList): void {
  // By index: an iterator over either kind of list costs several times as much.
  const { length } = values;
  for (let i = 0; i < length; i += 1) {
    if (!Number.isFinite(values[i])) {
      throw new RangeError(`${caller}: ${name} must hold finite numbers only`);
    }
  }
}

export function requireSameLength(
  caller: string,
  names: string,
  lists: readonly { readonly length: number }[],
): void {
  const [first, ...others] = lists;
  if (others.some((list) => list.length !== first?.length)) {
    throw new RangeError(`${caller}: ${names} must have the same length`);
  }
}
