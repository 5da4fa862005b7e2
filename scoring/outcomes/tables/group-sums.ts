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

/**
 * The sums of an outcome over the clients of its base.
 *
 * For: figures and tests of groups and of everybody but a group, without going through the clients again.
 * Formula: n, sum x, and sum (x - mean)^2 in a second pass.
 * @param measure one of outcomeMeasures
 * @param clients of a group
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
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { n: values.length, sum, squares };
}

const nobody: GroupSums = { n: 0, sum: 0, squares: 0 };

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
