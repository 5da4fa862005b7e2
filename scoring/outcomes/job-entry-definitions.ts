/** What is counted, as data: a page prints it, a rule in code reads it, an old report keeps its own. */
export type JobEntryRule =
  | {
      readonly kind: 'accessing-clients';
      /** Whether clients in work when they came in belong to the denominator. */
      readonly includeInWorkAtAccess: boolean;
      /** What happens to clients of whom that is not known, where those in work are left out (ours). */
      readonly inWorkNotKnown: 'left-out' | 'included';
      /** Calendar months that must lie between access and the period's end; 0 for none. */
      readonly minimumMonthsBeforePeriodEnd: number;
      /** Paid hours to have been done for a start to count; recorded as a yes or no for each job. */
      readonly minimumPaidHours: 4;
    }
  | { readonly kind: 'evidenced-by-count-date' }
  | { readonly kind: 'within-months-of-engagement'; readonly windowMonths: number }
  | { readonly kind: 'linked-cohort'; readonly outcome: 'worked' | 'started-job' }
  | { readonly kind: 'published-only' };

export interface JobEntryVersion {
  /** First and last day on which this wording holds; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly rule: JobEntryRule;
}

export type JobEntryDefinitionKey =
  | 'ohid-linkage'
  | 'ohid-linkage-started'
  | 'ips-grow'
  | 'ips-grow-six-months'
  | 'via-evaluation'
  | 'outcomes-contract'
  | 'ips-ad-trial';

export interface JobEntryDefinition {
  readonly key: JobEntryDefinitionKey;
  readonly name: string;
  /** The time over which starts are looked for. */
  readonly window: string;
  readonly source: string;
  readonly versions: readonly JobEntryVersion[];
  /** Choices of ours where the source is silent, said on the page. */
  readonly choices: readonly string[];
}

/** The day IPS Grow's rule on clients in work at access changed. */
const ipsGrowChange = { lastDayBefore: '2024-03-31', firstDay: '2024-04-01' };

function ipsGrowVersions(minimumMonthsBeforePeriodEnd: number): JobEntryVersion[] {
  const numerator =
    'Clients of the denominator whose first job after access began by the end of the period, with at least 4 paid hours done in all';
  const earlyEnough =
    minimumMonthsBeforePeriodEnd === 0
      ? ''
      : `, at least ${minimumMonthsBeforePeriodEnd} calendar months before its end`;
  const version = { numerator, rule: rule(false) };
  function rule(includeInWorkAtAccess: boolean): JobEntryRule {
    return {
      kind: 'accessing-clients',
      includeInWorkAtAccess,
      inWorkNotKnown: 'left-out',
      minimumMonthsBeforePeriodEnd,
      minimumPaidHours: 4,
    };
  }
  return [
    {
      ...version,
      from: null,
      to: ipsGrowChange.lastDayBefore,
      denominator: `Clients whose access date lies in the period${earlyEnough}, in work or not`,
      rule: rule(true),
    },
    {
      ...version,
      from: ipsGrowChange.firstDay,
      to: null,
      denominator: `Clients out of work at access whose access date lies in the period${earlyEnough}`,
    },
  ];
}

const ipsGrowChoices = [
  'The rule in force on a client’s access date is the one that applies to that client.',
  'Clients of whom it is not known whether they were in work at access are left out, counted, and the rate with them is shown beside.',
  'A start counts when the record of a job says that 4 hours of paid work were done; where that is not recorded it does not count and is counted beside.',
  'A job that began before access is no job entry.',
];

/**
 * The named definitions of a job-entry rate. A rate is always shown with one of these names, since the same
 * clients give different rates under each. The trial's figure is there for comparison and is never computed.
 */
export const jobEntryDefinitions: readonly JobEntryDefinition[] = [
  {
    key: 'ips-grow',
    name: 'IPS Grow: clients into work',
    window: 'The reporting period',
    source: 'IPS Grow reporting guidance',
    versions: ipsGrowVersions(0),
    choices: ipsGrowChoices,
  },
  {
    key: 'ips-grow-six-months',
    name: 'IPS Grow: clients into work, with six months or more to find it',
    window: 'The reporting period',
    source: 'IPS Grow reporting guidance, variant',
    versions: ipsGrowVersions(6),
    choices: ipsGrowChoices,
  },
  {
    key: 'via-evaluation',
    name: 'Via evaluation: evidenced job starts',
    window: 'The service to date',
    source: 'Evaluation of the Via IPS Into Work service',
    versions: [
      {
        from: null,
        to: null,
        numerator:
          'Clients with at least one job start evidenced by the provider by the count date',
        denominator: 'All clients enrolled by the count date, in work or not',
        rule: { kind: 'evidenced-by-count-date' },
      },
    ],
    choices: [
      'A start before enrolment does not count.',
      'A start recorded as evidenced without the day of the evidence counts, and is counted beside.',
    ],
  },
  {
    key: 'outcomes-contract',
    name: 'Outcomes contract: job start within 9 months of engagement',
    window: '9 calendar months from engagement',
    source: 'Life Chances Fund outcomes contract of the IPS Into Work service',
    versions: [
      {
        from: null,
        to: null,
        numerator:
          'Clients of the denominator with a job start from the day of engagement up to, not including, the day 9 calendar months later',
        denominator: 'Clients engaged at least 9 calendar months before the count date',
        rule: { kind: 'within-months-of-engagement', windowMonths: 9 },
      },
    ],
    choices: [
      'A client counts once, by the first start within the 9 months; an earlier start, between enrolment and engagement, neither counts nor keeps a later one from counting.',
      'Clients engaged for less than 9 months are counted beside.',
    ],
  },
  {
    key: 'ohid-linkage',
    name: 'OHID data linkage: worked (successful employment)',
    window: 'Follow-up of up to 18 calendar months from enrolment',
    source: 'OHID data linkage outcomes report, 17 September 2025',
    versions: [
      {
        from: null,
        to: null,
        numerator:
          'People with at least one day in a job during follow-up, also one already running',
        denominator: 'People of the linked cohort who were included and matched',
        rule: { kind: 'linked-cohort', outcome: 'worked' },
      },
    ],
    choices: [],
  },
  {
    key: 'ohid-linkage-started',
    name: 'OHID data linkage: started a job',
    window: 'Follow-up of up to 18 calendar months from enrolment',
    source: 'OHID data linkage outcomes report, 17 September 2025',
    versions: [
      {
        from: null,
        to: null,
        numerator: 'People with a job whose first day lies in follow-up',
        denominator: 'People of the linked cohort who were included and matched',
        rule: { kind: 'linked-cohort', outcome: 'started-job' },
      },
    ],
    choices: [],
  },
  {
    key: 'ips-ad-trial',
    name: 'IPS-AD trial: a day of work in 18 months',
    window: '18 months',
    source: 'IPS-AD trial, as quoted in the OHID data linkage outcomes report, 17 September 2025',
    versions: [
      {
        from: null,
        to: null,
        numerator: 'People with at least one day of 7 hours of paid work',
        denominator: 'People allotted to an arm of the trial by chance',
        rule: { kind: 'published-only' },
      },
    ],
    choices: ['Shown for comparison only, never computed.'],
  },
];

/**
 * A job-entry definition by its key.
 *
 * For: addresses and settings that name one. Source: the list above. Checked: by example.
 * @param key one of the keys of the list
 * @returns the definition
 * @throws RangeError for a key that names none
 */
export function getJobEntryDefinition(key: string): JobEntryDefinition {
  const found = jobEntryDefinitions.find((definition) => definition.key === key);
  if (found === undefined) {
    throw new RangeError(`getJobEntryDefinition: no definition is called "${key}"`);
  }
  return found;
}

/**
 * The wording of a definition in force on a day.
 *
 * For: rules that change on a date. Rule: from <= day <= to, open ends hold for ever.
 * @param definition a named definition
 * @param day ISO day
 * @returns the version
 * @throws RangeError where none is in force
 * Source: dated data. Checked: the days on either side of 1 April 2024.
 */
export function jobEntryVersionOn(definition: JobEntryDefinition, day: string): JobEntryVersion {
  const found = definition.versions.find(
    ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
  );
  if (found === undefined) {
    throw new RangeError(`jobEntryVersionOn: ${definition.key} has no version in force on ${day}`);
  }
  return found;
}
