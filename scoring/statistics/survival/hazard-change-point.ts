import { requireCounts, requireSameLength } from '../checks.ts';
import { binomialLogProbability } from '../distributions.ts';
import { at, sum } from '../vectors.ts';

/** First events by follow-up month, month 1 first. */
export interface MonthlyHazard {
  /** Events in each month. */
  readonly events: readonly number[];
  /** People at the start of each month without an event and not censored in an earlier month. */
  readonly atRisk: readonly number[];
}

export type HazardChangePoint =
  | {
      readonly status: 'computed';
      readonly method: 'two-level binomial hazard, profile likelihood';
      /** The last month of the first level. */
      readonly month: number;
      /** First and last month within 1.92 of the highest log likelihood. */
      readonly lower: number;
      readonly upper: number;
      /** Share of those at risk with the event in a month, up to the change and after it. */
      readonly before: number;
      readonly after: number;
      readonly logLikelihood: readonly { readonly month: number; readonly value: number }[];
      /** People at risk in the first month. */
      readonly n: number;
      readonly events: number;
    }
  | {
      readonly status: 'too-few' | 'constant';
      readonly n: number;
      readonly events: number;
      readonly reason: string;
    };

/** Half the 95% point of chi-squared with one degree of freedom, as the definition rounds it. */
const WITHIN = 1.92;
/** The change comes after month 2 at the earliest, and a month must be left after it. */
const EARLIEST = 2;

/**
 * Counts by follow-up month from one record per person.
 *
 * @param people the follow-up month (1, 2, ...) in which each person's event came, or in which they were
 * last followed
 * @param months how many months to count, a whole number of at least 1
 * @returns events and people at risk, month by month; who left in an earlier month is at risk no longer
 * @throws RangeError for a month that is not a whole number of at least 1
 * Source: outcomes definitions of this product (follow-up month k covers enrolment + (k - 1) months up to,
 * not including, + k months). Checked by hand-counted examples.
 */
export function monthlyHazard(
  people: readonly { readonly month: number; readonly event: boolean }[],
  months: number,
): MonthlyHazard {
  if (!Number.isSafeInteger(months) || months < 1) {
    throw new RangeError('monthlyHazard: months must be a whole number of at least 1');
  }
  const events = new Array<number>(months).fill(0);
  const leaving = new Array<number>(months).fill(0);
  for (const { month, event } of people) {
    if (!Number.isSafeInteger(month) || month < 1) {
      throw new RangeError('monthlyHazard: every month must be a whole number of at least 1');
    }
    if (month > months) continue;
    leaving[month - 1] = at(leaving, month - 1) + 1;
    if (event) events[month - 1] = at(events, month - 1) + 1;
  }
  let left = people.length;
  const atRisk = leaving.map((count) => {
    const now = left;
    left -= count;
    return now;
  });
  return { events, atRisk };
}

/** Log likelihood of one hazard for some months, with that hazard. */
function level(events: readonly number[], atRisk: readonly number[]) {
  const hazard = sum(events) / sum(atRisk);
  const logLikelihood = sum(
    events.map((count, i) => {
      const n = at(atRisk, i);
      return n === 0 ? 0 : binomialLogProbability(count, n, hazard);
    }),
  );
  return { hazard, logLikelihood };
}

/**
 * The month after which first jobs come at another pace: where starts slow down.
 * Formula: events of a month are binomial among those at risk, with one hazard up to month c and another
 * after it, each events / people at risk; c from 2 to months - 1 with the highest log likelihood; interval
 * all c within 1.92 of it.
 *
 * @param data events and people at risk in months 1, 2, ...; whole numbers, events at most at risk
 * @returns the month, its interval, both hazards and the log likelihood at every c (of equals the first);
 * 'too-few' under three months with people at risk, 'constant' when nobody or everybody has the event
 * @throws RangeError for impossible counts or lengths that differ
 * Source: outcomes definitions of this product, section on time to job; profile likelihood as Hinkley
 * (1970). Checked against change-point.expected.json (R): figure 9 of the 2025 report gives 5, interval 5
 * to 6.
 */
export function hazardChangePoint(data: MonthlyHazard): HazardChangePoint {
  const caller = 'hazardChangePoint';
  requireSameLength(caller, 'events and atRisk', [data.events, data.atRisk]);
  for (const [i, count] of data.events.entries()) {
    const n = at(data.atRisk, i);
    if (n === 0 && count === 0) continue;
    requireCounts(caller, count, n, { successes: 'events', n: 'atRisk' });
  }
  // Months in which nobody is left say nothing.
  const empty = data.atRisk.findIndex((count) => count === 0);
  const months = empty < 0 ? data.atRisk.length : empty;
  const events = data.events.slice(0, months);
  const atRisk = data.atRisk.slice(0, months);
  const counts = { n: atRisk[0] ?? 0, events: sum(events) };
  if (months <= EARLIEST) {
    return { status: 'too-few', ...counts, reason: 'a change needs at least three months' };
  }
  if (counts.events === 0 || counts.events === sum(atRisk)) {
    const who = counts.events === 0 ? 'nobody' : 'everybody';
    return { status: 'constant', ...counts, reason: `${who} has the event` };
  }
  const profile = [];
  for (let month = EARLIEST; month < months; month += 1) {
    const first = level(events.slice(0, month), atRisk.slice(0, month));
    const second = level(events.slice(month), atRisk.slice(month));
    profile.push({
      month,
      value: first.logLikelihood + second.logLikelihood,
      before: first.hazard,
      after: second.hazard,
    });
  }
  const best = profile.reduce((top, next) => (next.value > top.value ? next : top));
  const near = profile.filter(({ value }) => value >= best.value - WITHIN);
  return {
    status: 'computed',
    method: 'two-level binomial hazard, profile likelihood',
    month: best.month,
    lower: near[0]?.month ?? best.month,
    upper: near.at(-1)?.month ?? best.month,
    before: best.before,
    after: best.after,
    logLikelihood: profile.map(({ month, value }) => ({ month, value })),
    ...counts,
  };
}
