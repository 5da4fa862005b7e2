import type { ClientOutcomes } from '../spells/client-outcomes.ts';

/** Who an outcome is about. A base is named beside every figure: 51% and 47% of the 2025 report have two. */
export const outcomeBases = {
  all: 'All clients included',
  worked: 'Clients who worked at least one day in follow-up',
  started: 'Clients who started a job in follow-up',
  'worked-paid': 'Clients who worked at least one day in follow-up, with payments linked',
} as const;
export type OutcomeBase = keyof typeof outcomeBases;

export const outcomeKeys = [
  'worked',
  'started-job',
  'days-to-first-job',
  'days-employed',
  'longest-job',
  'sustained-13-weeks',
  'jobs',
  'income-tax',
  'national-insurance',
  'contributions',
] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

interface CommonMeasure {
  readonly key: OutcomeKey;
  readonly name: string;
  readonly base: OutcomeBase;
}

/** A share of the base: whether each client has the outcome; null for clients outside the base. */
export interface ProportionMeasure extends CommonMeasure {
  readonly kind: 'proportion';
  readonly valueOf: (client: ClientOutcomes) => boolean | null;
}

/** A mean over the base, in whole units so that sums are exact; null for clients outside the base. */
export interface MeanMeasure extends CommonMeasure {
  readonly kind: 'mean';
  readonly unit: 'days' | 'jobs' | 'pounds';
  /** How many of the whole units of valueOf make one unit: 100 pence a pound. */
  readonly wholeUnits: number;
  readonly valueOf: (client: ClientOutcomes) => number | null;
}

export type OutcomeMeasure = ProportionMeasure | MeanMeasure;

const ifWorked =
  <Value>(value: (client: ClientOutcomes) => Value) =>
  (client: ClientOutcomes): Value | null =>
    client.worked ? value(client) : null;

function totalPence({ incomeTaxPence, nationalInsurancePence }: ClientOutcomes): number | null {
  if (incomeTaxPence === null || nationalInsurancePence === null) return null;
  return incomeTaxPence + nationalInsurancePence;
}

const days = { kind: 'mean', unit: 'days', wholeUnits: 1 } as const;
const paid = { kind: 'mean', unit: 'pounds', wholeUnits: 100, base: 'worked-paid' } as const;

/** The outcomes of the 2025 report in its order, with "started a job" kept apart from "worked". */
export const outcomeMeasures: readonly OutcomeMeasure[] = [
  {
    key: 'worked',
    name: 'Worked at least one day (successful employment)',
    kind: 'proportion',
    base: 'all',
    valueOf: ({ worked }) => worked,
  },
  {
    key: 'started-job',
    name: 'Started a job',
    kind: 'proportion',
    base: 'all',
    valueOf: ({ startedJob }) => startedJob,
  },
  {
    ...days,
    key: 'days-to-first-job',
    name: 'Days from enrolment to first job started',
    base: 'started',
    valueOf: ({ daysToFirstJob }) => daysToFirstJob,
  },
  {
    ...days,
    key: 'days-employed',
    name: 'Days employed',
    base: 'worked',
    valueOf: ifWorked(({ daysEmployed }) => daysEmployed),
  },
  {
    ...days,
    key: 'longest-job',
    name: 'Length of longest held job',
    base: 'worked',
    valueOf: ifWorked(({ longestJobDays }) => longestJobDays),
  },
  {
    key: 'sustained-13-weeks',
    name: 'Worked in a single job for at least 13 weeks',
    kind: 'proportion',
    base: 'worked',
    valueOf: ifWorked(({ sustained13Weeks }) => sustained13Weeks),
  },
  {
    key: 'jobs',
    name: 'Number of jobs',
    kind: 'mean',
    unit: 'jobs',
    wholeUnits: 1,
    base: 'worked',
    valueOf: ifWorked(({ jobs }) => jobs),
  },
  {
    ...paid,
    key: 'income-tax',
    name: 'Income tax paid',
    valueOf: ifWorked(({ incomeTaxPence }) => incomeTaxPence),
  },
  {
    ...paid,
    key: 'national-insurance',
    name: 'National Insurance paid, employee and employer',
    valueOf: ifWorked(({ nationalInsurancePence }) => nationalInsurancePence),
  },
  {
    ...paid,
    key: 'contributions',
    name: 'Income tax and National Insurance together',
    valueOf: ifWorked(totalPence),
  },
];

/**
 * An outcome by its key.
 *
 * For: addresses that name one. Source: the list above. Checked: by example.
 * @param key one of outcomeKeys
 * @returns the measure
 * @throws RangeError for a key that names none
 */
export function getOutcomeMeasure(key: string): OutcomeMeasure {
  const found = outcomeMeasures.find((measure) => measure.key === key);
  if (found === undefined) throw new RangeError(`getOutcomeMeasure: no outcome is called "${key}"`);
  return found;
}
