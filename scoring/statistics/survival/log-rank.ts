import { chiSquaredUpper } from '../distributions.ts';
import { inverseFactor } from '../positive-definite.ts';
import { at, item, sum } from '../vectors.ts';
import { byTime, requireSurvivalTimes, type SurvivalTimes } from './survival-times.ts';

export interface LogRankGroup {
  readonly n: number;
  readonly observed: number;
  /** Events to expect if every group had the same hazard. */
  readonly expected: number;
}

export type LogRank =
  | {
      readonly status: 'computed';
      readonly method: 'log-rank';
      readonly chiSquared: number;
      readonly df: number;
      readonly p: number;
      readonly n: number;
      readonly events: number;
      /** In the order given. */
      readonly groups: readonly LogRankGroup[];
    }
  | { readonly status: 'too-few'; readonly n: number; readonly reason: string };

/** Everybody in one line, shortest time first, with the group each belongs to. */
function merge(groups: readonly SurvivalTimes[]) {
  const people = groups.flatMap(({ times, events }, group) =>
    times.map((time, i) => ({ time, event: events[i] === true, group })),
  );
  return byTime(people.map(({ time }) => time)).map((i) => item(people, i));
}

/**
 * Log-rank test: do groups differ in how soon the event comes?
 * Formula: at each event time, d events among r at risk, of whom r(g) in group g: expected d r(g) / r,
 * covariance d (r - d) / (r - 1) (r(g) / r) (1{g = h} - r(h) / r); chi-squared = (O - E)' V^-1 (O - E) over
 * all groups but the last, with groups - 1 degrees of freedom. Groups never at risk at an event are left
 * out.
 *
 * @param groups times and events of each group; nobody in two groups; empty groups are passed over
 * @returns chi-squared, df, p, and observed and expected events by group; 'too-few' when no event occurs or
 * under two groups are at risk at one
 * @throws RangeError for times that are not finite and 0 or more, or lengths that differ
 * Source: Mantel (1966); Peto and Peto (1972); R's survdiff. Checked against time-to-job.expected.json and
 * survival.expected.json (R).
 */
export function logRank(groups: readonly SurvivalTimes[]): LogRank {
  for (const group of groups) requireSurvivalTimes('logRank', group);
  const people = merge(groups);
  const n = people.length;
  const atRisk = groups.map(({ times }) => times.length);
  const observed = groups.map(({ events }) => events.filter(Boolean).length);
  const expected = groups.map(() => 0);
  const covariance = groups.map(() => groups.map(() => 0));
  for (let start = 0; start < n;) {
    const { time } = item(people, start);
    let end = start;
    while (end < n && item(people, end).time === time) end += 1;
    const tied = people.slice(start, end);
    const total = n - start;
    const events = tied.filter(({ event }) => event).length;
    if (events > 0) {
      const shares = atRisk.map((size) => size / total);
      const spread = total > 1 ? (events * (total - events)) / (total - 1) : 0;
      for (const [g, share] of shares.entries()) {
        expected[g] = at(expected, g) + events * share;
        const row = item(covariance, g);
        for (const [h, other] of shares.entries()) {
          row[h] = at(row, h) + spread * share * ((g === h ? 1 : 0) - other);
        }
      }
    }
    for (const { group } of tied) atRisk[group] = at(atRisk, group) - 1;
    start = end;
  }
  const used = [...groups.keys()].filter((g) => at(expected, g) > 0);
  const compared = used.slice(0, -1);
  if (compared.length === 0) {
    return { status: 'too-few', n, reason: 'the test needs events with two groups at risk' };
  }
  const factor = inverseFactor(
    compared.map((g) => compared.map((h) => at(item(covariance, g), h))),
  );
  if (factor === undefined) {
    return { status: 'too-few', n, reason: 'no event came while two groups were at risk' };
  }
  const excess = compared.map((g) => at(observed, g) - at(expected, g));
  // V^-1 = U U', so the quadratic form is the square length of U' (O - E).
  const projected = factor.map((_, column) =>
    sum(factor.map((row, i) => at(row, column) * at(excess, i))),
  );
  const chiSquared = sum(projected.map((value) => value * value));
  const df = compared.length;
  return {
    status: 'computed',
    method: 'log-rank',
    chiSquared,
    df,
    p: chiSquaredUpper(chiSquared, df),
    n,
    events: sum(observed),
    groups: groups.map(({ times }, g) => ({
      n: times.length,
      observed: at(observed, g),
      expected: at(expected, g),
    })),
  };
}
