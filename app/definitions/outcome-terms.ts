import {
  outcomeBases,
  outcomeMeasures,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';

export interface OutcomeTerm {
  /** Its place on the page, which figures link to. */
  id: string;
  word: string;
  meaning: string;
  /** Who it is about, where that is always the same. */
  base: string | null;
}

const meanings: Readonly<Record<OutcomeKey, string>> = {
  worked:
    'At least one day of a job in follow-up. A job already running at enrolment counts, so more clients worked than started a job.',
  'started-job': 'The first day of a job lies in follow-up.',
  'days-to-first-job':
    'Days from enrolment to the first day of the first job started. 0 where it began on the day of enrolment.',
  'days-employed':
    'Days of follow-up covered by at least one job. A day with two jobs counts once.',
  'longest-job': 'Most days of follow-up in one job.',
  'sustained-13-weeks': 'The longest job has at least 91 days in follow-up.',
  jobs: 'Jobs with a day in follow-up.',
  'income-tax': 'Income tax paid on days in follow-up.',
  'national-insurance':
    'National Insurance contributions of employee and employer, paid on days in follow-up.',
  contributions: 'Income tax and National Insurance contributions together.',
};

/** Where an outcome is explained. */
export function outcomeTermId(outcome: OutcomeKey): string {
  return `outcome-${outcome}`;
}

const otherTerms = {
  'outcomes-job': {
    word: 'Job',
    meaning:
      'Employment with one employer, joined where its spells overlap or touch. A gap of a day ends it. Self-employment without an employer counts as one employer. Only days in follow-up are looked at.',
  },
  'outcomes-included': {
    word: 'Clients included',
    meaning:
      'Matched by HMRC, and enrolled at least 9 calendar months before the linkage. Follow-up is complete where 18 calendar months had passed.',
  },
  'outcomes-first-jobs': {
    word: 'First jobs by month',
    meaning:
      'Month 1 begins on the day of enrolment. Shares so far are of those who started a job; the Kaplan-Meier share is of all clients, and allows for those followed for less than 18 months; 50% is shown by the first month whose share, in whole percents, is at least 50%. The slow-down is the month after which starts come at a lower pace, from a two-level monthly hazard; its interval holds all months within 1.92 of the highest log likelihood.',
  },
  'outcomes-first-jobs-by-group': {
    word: 'Time to first job by group',
    meaning:
      'The Kaplan-Meier share of each group who had started a job by the end of a follow-up month, in whole percents, for groups of at least 100. Months are put together until no group has a few starts in a period: quarters, else the first three quarters and all after them, else up to month 9 and after it. 50% is shown by the first of these months whose share, in whole percents, is at least 50%. The log-rank test is of follow-up months, over all known groups, one test for each breakdown and not adjusted.',
  },
  'outcomes-comparisons': {
    word: 'Comparisons of groups',
    meaning:
      'Shares by the pooled two-proportion z test without continuity correction, with Newcombe’s interval; means by Welch’s t. A group is held against all other groups together, which never contain it, against each other group one by one, or against a chosen reference. P values are adjusted by Holm’s method over the tests of one outcome, breakdown and kind of comparator. Clients of whom the group is not known are on neither side.',
  },
  'outcomes-published': {
    word: 'Published figure',
    meaning:
      'As printed in the OHID data linkage report of 2025, beside the round it is about. It differs where our exact figure does not round to it.',
  },
  'outcomes-evidence': {
    word: 'Evidence gap',
    meaning:
      'Jobs that began or lasted without the provider getting evidence. The Via evaluation adds about 5% to starts and 15 to 20% to jobs held for 13 weeks, as a part of what is evidenced; the outcomes contract speaks of a part of what was achieved. Both are assumptions, held to 100%, and stand beside what is evidenced.',
  },
  'outcomes-hours': {
    word: 'Longer hours',
    meaning:
      'Jobs of 16 hours a week or more, of the jobs whose hours are recorded. HMRC has no hours.',
  },
  'outcomes-trial': {
    word: 'IPS-AD trial',
    meaning:
      'A randomised trial, 2018 to 2021: a job was at least a day of 7 paid hours within 18 months. Its figures are published ones and never worked out here.',
  },
} as const satisfies Readonly<Record<string, { word: string; meaning: string }>>;

export type OutcomeTermId = keyof typeof otherTerms;

/** What the figures of the linked cohort mean, one entry for each that a page names. */
export const outcomeTerms: readonly OutcomeTerm[] = [
  ...outcomeMeasures.map(({ key, name, base }) => ({
    id: outcomeTermId(key),
    word: name,
    meaning: meanings[key],
    base: outcomeBases[base],
  })),
  ...Object.entries(otherTerms).map(([id, term]) => ({ id, ...term, base: null })),
];
