import type { ClientOutcomes } from '../spells/client-outcomes.ts';
import type { SampleSummary } from '#scoring/statistics/t-tests.ts';
import type { OutcomeMeasure } from './outcome-measures.ts';

/** All that figures and tests need of a group: for a share, the sum counts those with the outcome. */
export interface GroupSums {
  /** Clients of the base. */
  readonly n: number;
  /** Sum of the values in whole units (people, days, jobs, pence): exact. */
  readonly sum: number;
  /** Squared distances from the mean, added up. */
  readonly squares: number;
}

const nobody: GroupSums = { n: 0, sum: 0, squares: 0 };

/** Large numbers are added up in two parts, each of which stays exact: 2^26 and over, and the rest. */
const PART = 2 ** 26;

/**
 * Squared distances of whole numbers from their mean. Distances from a whole number next to the mean are whole, and
 * so are their squares: their sum is exact and does not depend on the order of the clients.
 */
function squaresFromMean(values: readonly number[], mean: number): number {
  const centre = Math.round(mean);
  let large = 0;
  let small = 0;
  for (const value of values) {
    const square = (value - centre) ** 2;
    const parts = Math.floor(square / PART);
    large += parts;
    small += square - parts * PART;
  }
  return Math.max(0, large * PART + small - values.length * (mean - centre) ** 2);
}

/**
 * The sums of an outcome over the clients of its base.
 *
 * For: figures and tests of groups and of everybody but a group, without going through the clients again.
 * Formula: n, sum x, and sum (x - mean)^2, as sum (x - c)^2 - n (mean - c)^2 with c the whole number next to the mean.
 * @param measure one of outcomeMeasures
 * @param clients of a group, in any order: the result is the same to the last digit
 * @returns sums; all 0 where nobody is in the base
 * Errors: none. Source: definitions. Checked: means and spreads of 400 synthetic clients against R.
 */
export function groupSums(measure: OutcomeMeasure, clients: readonly ClientOutcomes[]): GroupSums {
  const values: number[] = [];
  let sum = 0;
  for (const client of clients) {
    const value = measure.valueOf(client);
    if (value === null) continue;
    const whole = Number(value);
    values.push(whole);
    sum += whole;
  }
  const n = values.length;
  return n === 0 ? nobody : { n, sum, squares: squaresFromMean(values, sum / n) };
}

function together(a: GroupSums, b: GroupSums): GroupSums {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const apart = a.sum / a.n - b.sum / b.n;
  return {
    n,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares + (apart * apart * a.n * b.n) / n,
  };
}

/**
 * The sums of several groups taken together.
 *
 * For: "all other groups together", which never contain the group they are held against.
 * Formula: n and sums add up; squares gain n1 n2 / n (mean1 - mean2)^2 for each group joined.
 * @param groups sums of groups that share nobody
 * @returns their sums
 * Errors: none. Source: Chan, Golub and LeVeque (1983), The American Statistician 37, 242-247.
 * Checked: the sums of parts are those of the whole (property test).
 */
export function joinedSums(groups: readonly GroupSums[]): GroupSums {
  return groups.reduce(together, nobody);
}

/** Mean and standard deviation in units (days, jobs, pounds). */
export function summaryOf({ n, sum, squares }: GroupSums, wholeUnits: number): SampleSummary {
  return {
    n,
    mean: sum / wholeUnits / n,
    standardDeviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) / wholeUnits,
  };
}
