import { addDays, formatDay } from '#scoring/calendar/iso-day.ts';
import { notKnown } from '#scoring/outcomes/baseline-factors.ts';

import { notKnownItem, yesNo } from './client.ts';
import type { AnswerWords } from './conflict.ts';
import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

/** Chosen for self-employment, and where a client does not want the employer named. */
export const noEmployer = { value: 'none', label: 'Self-employed, or no employer recorded' };

export const evidenceItems = [
  { value: 'none', label: 'None yet' },
  { value: 'provider-evidenced', label: 'Seen by us, such as a payslip or contract' },
] as const;

/** What the dates are held against. */
export interface JobEntryDays {
  today: string;
  enrolmentDate: string;
}

export const emptyJobEntry: FormValues = {
  employer: '',
  employerName: '',
  isNewEmployer: '',
  ...boxValues('startDate', null),
  hoursPerWeek: '',
  fourHoursDone: '',
  jobType: '',
  permanent: notKnown,
  evidence: 'none',
  ...boxValues('evidencedOn', null),
  ...boxValues('endDate', null),
};

export interface JobEntryRecord {
  employerId: string | null;
  startDate: string;
  endDate: string | null;
  hoursPerWeek: number | null;
  fourHoursDone: string;
  jobType: string;
  permanent: string;
  evidence: string;
  evidencedOn: string | null;
}

/** What the form that changes a job entry starts with. */
export function jobEntryFormValues(job: JobEntryRecord): FormValues {
  const { fourHoursDone, jobType, permanent, evidence } = job;
  return {
    ...emptyJobEntry,
    ...{ fourHoursDone, jobType, permanent, evidence },
    employer: job.employerId ?? noEmployer.value,
    ...boxValues('startDate', job.startDate),
    hoursPerWeek: job.hoursPerWeek === null ? '' : String(job.hoursPerWeek),
    ...boxValues('evidencedOn', job.evidencedOn),
    ...boxValues('endDate', job.endDate),
  };
}

const items: readonly { value: string; label: string }[] = [
  ...yesNo,
  notKnownItem,
  ...evidenceItems,
];

const wordsOf = (value: string) => items.find((item) => item.value === value)?.label ?? value;

export type JobEntryFacts = Omit<JobEntryRecord, 'employerId'> & { employerName: string | null };

/** A job entry in words, for the client's page and to set two versions side by side. */
export function jobEntryWords(job: JobEntryFacts): AnswerWords {
  const { hoursPerWeek, evidencedOn } = job;
  const seen = evidencedOn === null ? '' : `, ${formatDay(evidencedOn)}`;
  return [
    { label: 'Employer', text: job.employerName ?? noEmployer.label },
    { label: 'First day', text: formatDay(job.startDate) },
    { label: 'Kind of work', text: job.jobType },
    { label: 'Hours a week', text: hoursPerWeek === null ? 'Not known' : String(hoursPerWeek) },
    { label: '4 hours of paid work done', text: wordsOf(job.fourHoursDone) },
    { label: 'Permanent', text: wordsOf(job.permanent) },
    { label: 'Evidence', text: `${wordsOf(job.evidence)}${seen}` },
    { label: 'Last day', text: job.endDate === null ? '' : formatDay(job.endDate) },
  ];
}

/** The 91st day of a job: whoever works on it has lasted 13 weeks. */
export function thirteenWeekDay(startDate: string): string {
  return addDays(startDate, 90);
}
