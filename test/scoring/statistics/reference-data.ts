import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';

import type { Term } from '#scoring/statistics/design.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };

type Row = Record<string, string>;

function readCsv(file: string): Row[] {
  const url = new URL(`../../reference/statistics/${file}`, import.meta.url);
  return parse<Row>(readFileSync(url, 'utf8'), { columns: true });
}

function numbers(rows: readonly Row[], column: string): number[] {
  return rows.map((row) => Number(row[column]));
}

/** A column of 1 for rows of one category and 0 for others, named as R names it. */
function dummy(rows: readonly Row[], column: string, category: string): Term {
  const values = rows.map((row) => (row[column] === category ? 1 : 0));
  return { name: `${column}${category}`, values };
}

const LEVELS = ['low', 'medium', 'high'];

/** The 63 synthetic teams of make-reference.R. */
export function teams() {
  const rows = readCsv('teams.csv');
  const successes = numbers(rows, 'job_entries');
  const trials = numbers(rows, 'clients');
  const rates = successes.map((x, i) => x / trials[i]!);
  const measure = (name: string): Term => ({ name, values: numbers(rows, name) });
  return {
    successes,
    trials,
    rates,
    fidelity: numbers(rows, 'fidelity'),
    contacts: numbers(rows, 'contacts_per_week'),
    meetings: numbers(rows, 'meetings_per_client'),
    /** Rates of the teams at low, medium and high integration. */
    ratesByLevel: LEVELS.map((level) => rates.filter((_, i) => rows[i]!.integration === level)),
    level: { name: 'level', values: rows.map((row) => LEVELS.indexOf(row.integration!) + 1) },
    terms: [
      measure('fidelity'),
      dummy(rows, 'integration', 'medium'),
      dummy(rows, 'integration', 'high'),
      measure('contacts_per_week'),
      measure('meetings_per_client'),
    ],
  };
}

/** The clients with complete answers, as a regression of single trials on dummy columns. */
export function clients({ withMeetings }: { withMeetings: boolean }) {
  const references: Record<string, string> = clientsExpected.references;
  const rows = readCsv('clients.csv').filter((row) =>
    [...Object.keys(references), 'age'].every((column) => row[column] !== ''),
  );
  const terms = Object.entries(references)
    .filter(([column]) => withMeetings || column !== 'meeting_band')
    .flatMap(([column, reference]) =>
      [...new Set(rows.map((row) => row[column]!))]
        .filter((category) => category !== reference)
        .sort()
        .map((category) => dummy(rows, column, category)),
    );
  return {
    terms: [...terms, { name: 'age', values: numbers(rows, 'age') }],
    successes: numbers(rows, 'job_start'),
    trials: rows.map(() => 1),
  };
}

/** Ninety clients of whom every self-referral started work. */
export function separated() {
  const rows = readCsv('separation.csv');
  return {
    terms: ['self_referral', 'age10', 'meetings'].map((name) => ({
      name,
      values: numbers(rows, name),
    })),
    successes: numbers(rows, 'job_start'),
    trials: rows.map(() => 1),
  };
}

/** One wellbeing measure of 241 synthetic clients, before and after. */
export function wellbeing(measure: string) {
  const rows = readCsv('wellbeing.csv');
  return {
    before: numbers(rows, `${measure}_before`),
    after: numbers(rows, `${measure}_after`),
  };
}

/** Weekly contacts of a synthetic team. */
export function weeklyContacts(): number[] {
  return numbers(readCsv('weekly-contacts.csv'), 'contacts');
}

/** Four hundred synthetic clients: days to a job or to the end of follow-up, by integration of their team. */
export function timeToJob() {
  const rows = readCsv('time-to-job.csv');
  const timesOf = (chosen: readonly Row[]): SurvivalTimes => ({
    times: numbers(chosen, 'days'),
    events: chosen.map((row) => row.job_start === '1'),
  });
  return {
    all: timesOf(rows),
    terms: ['medium', 'high'].map((level) => dummy(rows, 'integration', level)),
    byLevel: Object.fromEntries(
      LEVELS.map((level) => [level, timesOf(rows.filter((row) => row.integration === level))]),
    ),
  };
}

/** Twelve synthetic reviews of 25 items, scored by two reviewers. */
export function doubleRatings() {
  const rows = readCsv('agreement.csv');
  const first = numbers(rows, 'reviewer_a');
  return {
    first,
    second: numbers(rows, 'reviewer_b'),
    /** The first reviewer's scores, one row per review. */
    reviews: Array.from({ length: 12 }, (_, review) => first.slice(25 * review, 25 * review + 25)),
  };
}
