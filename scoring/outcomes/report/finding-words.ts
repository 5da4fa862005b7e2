import type { BreakdownKey } from '../cohort/breakdowns.ts';
import type { OutcomeFigure } from '../tables/outcome-figure.ts';
import { getOutcomeMeasure, type OutcomeKey } from '../tables/outcome-measures.ts';

/** Said wherever findings are shown. */
export const findingsCaution =
  'These are associations between groups of clients. They do not show that one thing brings about another: groups differ in many ways at once.';

/** A group as the subject of a sentence; elsewhere with a small first letter. */
const people: Readonly<Record<BreakdownKey, (group: string) => string>> = {
  substance: (group) => `The ${withSmallFirst(group)} group`,
  sex: (group) => group,
  age: (group) => `People aged ${group}`,
  'age-bands': (group) => `People aged ${group}`,
  'treatment-status': (group) =>
    ({
      'In treatment': 'Clients still in treatment',
      'Successfully completed treatment': 'Clients who successfully completed treatment',
      'Unplanned exit': 'Clients with an unplanned exit from treatment',
    })[group] ?? `Clients with the treatment status ${group}`,
  'time-in-treatment': (group) => `Clients in treatment for ${withSmallFirst(group)}`,
  engagement: (group) => `Clients engaged with IPS for ${withSmallFirst(group)}`,
  deprivation: (group) => `Clients in deprivation quintile ${group}`,
  site: (group) => `Clients of ${group}`,
};

/** What is said when the first of two figures is the higher or the lower one. */
const predicates: Readonly<Record<OutcomeKey, readonly [higher: string, lower: string]>> = {
  worked: ['were more likely to have worked', 'were less likely to have worked'],
  'started-job': [
    'were more likely to have started a job',
    'were less likely to have started a job',
  ],
  'days-to-first-job': [
    'took longer on average to start their first job',
    'took less time on average to start their first job',
  ],
  'days-employed': [
    'were employed for more days on average',
    'were employed for fewer days on average',
  ],
  'longest-job': [
    'held their longest job for more days on average',
    'held their longest job for fewer days on average',
  ],
  'sustained-13-weeks': [
    'were more likely to have worked in a single job for at least 13 weeks',
    'were less likely to have worked in a single job for at least 13 weeks',
  ],
  jobs: ['had more jobs on average', 'had fewer jobs on average'],
  'income-tax': ['paid more income tax on average', 'paid less income tax on average'],
  'national-insurance': [
    'paid more National Insurance on average',
    'paid less National Insurance on average',
  ],
  contributions: [
    'paid more income tax and National Insurance on average',
    'paid less income tax and National Insurance on average',
  ],
};

/** Words that begin a name or an abbreviation keep their capitals wherever they stand. */
const names = /^(National Insurance\b|[A-Z]{2})/;

/** A text that goes on in a sentence: 'days employed', but 'National Insurance paid'. */
export function withSmallFirst(text: string): string {
  if (names.test(text)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

export function groupWords(breakdown: BreakdownKey, group: string): string {
  return people[breakdown](group);
}

export function predicateWords(outcome: OutcomeKey, isHigher: boolean): string {
  const [higher, lower] = predicates[outcome];
  return isHigher ? higher : lower;
}

/** 'among clients who worked', or nothing where the base is everybody. */
export function baseWords(outcome: OutcomeKey): string {
  const { base } = getOutcomeMeasure(outcome);
  if (base === 'all') return '';
  return base === 'started' ? 'among clients who started a job' : 'among clients who worked';
}

function written(outcome: OutcomeKey, value: number, places: number): string {
  const measure = getOutcomeMeasure(outcome);
  if (measure.kind === 'proportion') return `${(100 * value).toFixed(places)}%`;
  if (measure.unit === 'pounds') return `£${grouped(value.toFixed(places))}`;
  return `${grouped(value.toFixed(places))} ${measure.unit}`;
}

/** Thousands set apart by commas. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/, ',');
}

/** '54% against 50%'; with decimals only where whole numbers would look the same. */
export function valuesWords(
  outcome: OutcomeKey,
  first: OutcomeFigure,
  second: OutcomeFigure,
): string {
  const [a, b] = [first.value ?? 0, second.value ?? 0];
  const places =
    [outcome === 'jobs' ? 1 : 0, 1, 2].find(
      (count) => written(outcome, a, count) !== written(outcome, b, count),
    ) ?? 2;
  return `${written(outcome, a, places)} against ${written(outcome, b, places)}`;
}

/** 'A, B and C'. */
export function listWords(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
