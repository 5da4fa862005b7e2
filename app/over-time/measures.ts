import type { ChartFormat } from '#app/components/charts/scale.ts';

export const measureKeys = [
  'contacts-strict',
  'contacts-all-modes',
  'meetings',
  'job-starts',
] as const;

export type MeasureKey = (typeof measureKeys)[number];

/** What can be looked at over time. */
export interface Measure {
  key: MeasureKey;
  name: string;
  /** Single values go on an XmR chart, shares of people on a p chart. */
  kind: 'single' | 'share';
  axis: string;
  /** The same in a word or two, above a column. */
  valueHeading: string;
  format: ChartFormat;
  /** What is counted; job starts take theirs from the stored definition. */
  definition: string;
  /** Headings of what the value is made of, in the order of its cells. */
  countHeadings: readonly string[];
  caution: string;
  /** Whether the numbers of people in a month are large enough for others than the team itself. */
  isForOthers: boolean;
}

const ofContacts =
  'over the working weeks of the team’s employment specialists in the month (hours, leave and bank holidays allowed for).';

const contactsCaution =
  'A contact that is logged late changes the month it belongs to. A month with few working weeks moves more by chance than the others.';

export const measures: readonly Measure[] = [
  {
    key: 'contacts-strict',
    name: 'Employer contacts in person (strict)',
    kind: 'single',
    axis: 'Contacts a working week',
    valueHeading: 'A working week',
    format: 'number',
    definition: `Conversations in person with somebody who hires or has a say in it, on behalf of clients looking for work, ${ofContacts}`,
    countHeadings: ['Contacts', 'Working weeks', 'In all modes'],
    caution: contactsCaution,
    isForOthers: true,
  },
  {
    key: 'contacts-all-modes',
    name: 'Employer contacts in all modes',
    kind: 'single',
    axis: 'Contacts a working week',
    valueHeading: 'A working week',
    format: 'number',
    definition: `Conversations in person, by video or by telephone, and answered messages, ${ofContacts}`,
    countHeadings: ['Contacts', 'Working weeks', 'In person (strict)'],
    caution: contactsCaution,
    isForOthers: true,
  },
  {
    key: 'meetings',
    name: 'Meetings for each client',
    kind: 'single',
    axis: 'Meetings for each client in the month',
    valueHeading: 'For each client',
    format: 'number',
    definition:
      'Meetings held in the month, of any form, over the clients on the books at its end, from the team’s monthly returns.',
    countHeadings: ['Meetings held', 'Clients on the books'],
    caution: 'A month that has not been returned is left out.',
    isForOthers: true,
  },
  {
    key: 'job-starts',
    name: 'Job starts among clients engaged',
    kind: 'share',
    axis: 'Share of the clients who engaged in the month',
    valueHeading: 'Share',
    format: 'percent',
    definition: '',
    countHeadings: ['With a job start', 'Clients engaged'],
    caution:
      'Months are those of engagement, not of the job start. Few clients engage in a month, so the limits are wide and only a large change shows.',
    isForOthers: false,
  },
];

export function measureOf(key: MeasureKey): Measure {
  const measure = measures.find((one) => one.key === key);
  if (measure === undefined) throw new Error(`There is no measure ${key}`);
  return measure;
}
