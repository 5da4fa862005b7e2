import type { BandRule, BandThreshold } from './scale-types.ts';

/**
 * Allowance for the computer's own arithmetic only (13.68 / 2.28 is not quite 6 to a computer). It is
 * far below anything a record can hold, so a number is still compared unrounded.
 */
const allowance = 1e-9;

/** Whether a measured number reaches a threshold whose limit may have been scaled. */
export function isReached(
  measured: number,
  limit: number,
  threshold: Pick<BandThreshold, 'limitReaches'>,
  better: BandRule['better'],
): boolean {
  const distance = better === 'higher' ? measured - limit : limit - measured;
  return threshold.limitReaches ? distance >= -allowance : distance > allowance;
}

function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

/** The fewest decimals, from a least number up, with which a number lies on the same side of every limit. */
function decimalsFor(value: number, limits: readonly number[], least: number): number {
  const sides = (number: number) =>
    limits.map((limit) => (Math.abs(number - limit) <= allowance ? 0 : Math.sign(number - limit)));
  const wanted = sides(value).join();
  let decimals = least;
  while (decimals < 9 && sides(Number(value.toFixed(decimals))).join() !== wanted) decimals += 1;
  return decimals;
}

/**
 * A measured number in words, with as many decimals as it takes not to look as if it reached (or
 * missed) a limit that it did not: 89.96 is never printed as 90.0.
 */
export function measuredWords(value: number, rule: BandRule, limits: readonly number[]): string {
  return `${rounded(value, decimalsFor(value, limits, 1))}${rule.unit.suffix}`;
}

/** A limit in words: '90% or more', 'more than 30%', '20 or fewer', '30 days or fewer'. */
export function limitWords(
  limit: number,
  threshold: Pick<BandThreshold, 'limitReaches'>,
  rule: BandRule,
): string {
  const number = `${rounded(limit, 2)}${rule.unit.suffix}`;
  if (threshold.limitReaches) return `${number} or ${rule.better === 'higher' ? 'more' : 'fewer'}`;
  return `${rule.better === 'higher' ? 'more' : 'fewer'} than ${number}`;
}

/**
 * A measured number as it is written into a form: at least two decimals where it has them, and as many more as it
 * takes to be rated as the unrounded number is.
 */
export function writtenNumber(value: number, limits: readonly number[]): string {
  return Number(value.toFixed(decimalsFor(value, limits, 2))).toString();
}
