import { isIsoDay } from '#scoring/calendar/iso-day.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import { requireClientDays, type ClientJobEntries } from './client-job-entries.ts';
import {
  classifyAccessing,
  classifyEngaged,
  classifyEvidenced,
  exclusionReasons,
  remarkReasons,
  type ClientClass,
  type ExclusionReason,
  type RateWindow,
  type RemarkReason,
} from './job-entry-classification.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
  type JobEntryVersion,
} from './job-entry-definitions.ts';

/** A proportion with its counts; 'none' when the denominator is nobody. */
export type RateResult =
  | {
      readonly status: 'computed';
      readonly numerator: number;
      readonly denominator: number;
      /** Rate, 0 to 1. */
      readonly value: number;
      readonly lower: number;
      readonly upper: number;
    }
  | {
      readonly status: 'none';
      readonly numerator: 0;
      readonly denominator: 0;
      readonly value: null;
      readonly lower: null;
      readonly upper: null;
    };

export interface CountedReason<Reason> {
  readonly reason: Reason;
  readonly label: string;
  readonly count: number;
}

export type JobEntryRate = RateResult & {
  readonly definition: JobEntryDefinition;
  /** The wordings that applied to the clients, earliest first: two where a rule changed in the period. */
  readonly versions: readonly JobEntryVersion[];
  readonly window: RateWindow;
  /** False while the period still runs on the count date. */
  readonly isPeriodOver: boolean;
  /** Clients not in the denominator, each under the first reason that applies. */
  readonly excluded: readonly CountedReason<ExclusionReason>[];
  /** Clients in the denominator about whom a page adds a line. */
  readonly remarks: readonly CountedReason<RemarkReason>[];
  /** The rate with those of whom it is not known whether they were in work; null where nobody is. */
  readonly withInWorkNotKnown: RateResult | null;
  /** Clients engaged too recently, and how many of them started already; null under other definitions. */
  readonly younger: { readonly clients: number; readonly started: number } | null;
};

/** x of n as a rate with Wilson's 95% interval, or 'none' where n is 0. */
export function rateOf(numerator: number, denominator: number): RateResult {
  if (denominator === 0) {
    return { status: 'none', numerator: 0, denominator: 0, value: null, lower: null, upper: null };
  }
  return {
    status: 'computed',
    numerator,
    denominator,
    value: numerator / denominator,
    ...wilsonInterval(numerator, denominator),
  };
}

function classify(
  definition: JobEntryDefinition,
  version: JobEntryVersion,
  client: ClientJobEntries,
  window: RateWindow,
): ClientClass {
  const { rule } = version;
  if (rule.kind === 'accessing-clients') return classifyAccessing(rule, client, window);
  if (rule.kind === 'evidenced-by-count-date') return classifyEvidenced(client, window);
  if (rule.kind === 'within-months-of-engagement') {
    return classifyEngaged(rule.windowMonths, client, window);
  }
  throw new RangeError(`jobEntryRate: ${definition.key} is not computed from a team's clients`);
}

function countReasons<Reason extends string>(
  labels: Readonly<Record<Reason, string>>,
  reasons: readonly (Reason | null)[],
): CountedReason<Reason>[] {
  return (Object.keys(labels) as Reason[])
    .map((reason) => ({
      reason,
      label: labels[reason],
      count: reasons.filter((given) => given === reason).length,
    }))
    .filter(({ count }) => count > 0);
}

function requireWindow({ from, to, countDate }: RateWindow): void {
  for (const day of [from, to, countDate]) {
    if (!isIsoDay(day)) {
      throw new RangeError(`jobEntryRate: a day must be written YYYY-MM-DD, not "${day}"`);
    }
  }
  if (from > to) throw new RangeError('jobEntryRate: the period must not end before it begins');
}

/**
 * Whether each client counts under a named definition, and got a job under it.
 *
 * For: models with a row a client, which must agree with the rate of the same name.
 * Formula: that of jobEntryRate.
 * @param definition one of jobEntryDefinitions that is computed from a team's clients
 * @param clients clients with all their job entries
 * @param window first and last day of the period and the count date, ISO days
 * @returns for each client, in order: whether it is in the denominator and has a job entry
 * @throws RangeError as jobEntryRate
 * Source: outcome definitions, section 4. Checked: adds up to jobEntryRate.
 */
export function jobEntryOutcomes(
  definition: JobEntryDefinition,
  clients: readonly ClientJobEntries[],
  window: RateWindow,
): { readonly isCounted: boolean; readonly hasEntry: boolean }[] {
  return classifyAll(definition, clients, window).map(({ result: { isCounted, hasEntry } }) => ({
    isCounted,
    hasEntry,
  }));
}

function classifyAll(
  definition: JobEntryDefinition,
  clients: readonly ClientJobEntries[],
  window: RateWindow,
): { version: JobEntryVersion; result: ClientClass }[] {
  requireWindow(window);
  return clients.map((client) => {
    requireClientDays('jobEntryRate', client);
    const version = jobEntryVersionOn(definition, client.enrolmentDate);
    return { version, result: classify(definition, version, client, window) };
  });
}

/**
 * The share of a team's clients who got a job, under a named definition.
 *
 * For: every page that shows a team's rate; counts of people go through figureFor before a page prints them.
 * Formula: numerator / denominator with Wilson's 95% interval. Who counts is data of the definition:
 * - accessing clients (IPS Grow): access in [from, to], by the rule in force on the access date out of
 *   work then; at least one job begun from access to the period's end with 4 paid hours done. Where the count
 *   date comes before the period's end, it is the end.
 * - evidenced by the count date (Via): everybody enrolled by then; a start since enrolment evidenced by then.
 * - within months of engagement (contract): engagement + 9 calendar months <= count date; a start in
 *   engagement <= day < engagement + 9 months; clients engaged more recently are counted beside.
 * @param definition one of jobEntryDefinitions that is computed from a team's clients
 * @param clients the team's clients with all their job entries
 * @param window first and last day of the period and the count date, ISO days
 * @returns the rate with counts and interval, who was left out and why, and what to say beside; status 'none'
 *   when nobody is in the denominator
 * @throws RangeError for a definition of the linked cohort or published only, a day that is none, a period
 *   that ends before it begins
 * Source: outcome definitions, section 4; choices of ours are listed in the definition.
 * Checked: every rule by clients written out by hand, day by day at each edge.
 */
export function jobEntryRate(
  definition: JobEntryDefinition,
  clients: readonly ClientJobEntries[],
  window: RateWindow,
): JobEntryRate {
  const classed = classifyAll(definition, clients, window);
  const counted = classed.flatMap(({ result }) => (result.isCounted ? [result] : []));
  const left = classed.flatMap(({ result }) => (result.isCounted ? [] : [result]));
  const used = classed.filter(({ result }) => result.isCounted).map(({ version }) => version);
  const atEnd = jobEntryVersionOn(definition, window.to);
  const entries = counted.filter(({ hasEntry }) => hasEntry).length;
  const notKnown = left.filter(({ reason }) => reason === 'in-work-not-known');
  const younger = left.filter(({ reason }) => reason === 'engaged-too-recently');
  const started = (group: typeof left): number => group.filter(({ hasEntry }) => hasEntry).length;
  return {
    ...rateOf(entries, counted.length),
    definition,
    versions: definition.versions.filter(
      (version) => used.includes(version) || (used.length === 0 && version === atEnd),
    ),
    window,
    isPeriodOver: window.countDate >= window.to,
    excluded: countReasons(
      exclusionReasons,
      left.map(({ reason }) => reason),
    ),
    remarks: countReasons(
      remarkReasons,
      counted.map(({ remark }) => remark),
    ),
    withInWorkNotKnown:
      notKnown.length === 0
        ? null
        : rateOf(entries + started(notKnown), counted.length + notKnown.length),
    younger:
      atEnd.rule.kind === 'within-months-of-engagement'
        ? { clients: younger.length, started: started(younger) }
        : null,
  };
}
