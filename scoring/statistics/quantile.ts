import { requireFinite } from './checks.ts';
import { at } from './vectors.ts';

/**
 * Sample quantile, type 7 (linear between order statistics): medians, quartiles, winsorising limits.
 * Formula: with h = (n - 1) p, the value h steps up the sorted sample, between neighbours in proportion.
 *
 * @param values at least one finite number, in any order and unit
 * @param p probability, 0 to 1 inclusive
 * @returns the quantile in the unit of the values
 * @throws RangeError for an empty list, a value that is not finite or a p outside 0 to 1
 * Source: Hyndman and Fan (1996), American Statistician 50, 361-365, definition 7.
 * Checked against R's quantile(type = 7).
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('quantile: values must not be empty');
  requireFinite('quantile', 'values', values);
  if (!(p >= 0 && p <= 1)) throw new RangeError('quantile: p must lie from 0 to 1');
  const sorted = [...values].sort((a, b) => a - b);
  const steps = (sorted.length - 1) * p;
  const below = Math.floor(steps);
  const share = steps - below;
  const low = at(sorted, below);
  return share === 0 ? low : low + share * (at(sorted, below + 1) - low);
}
