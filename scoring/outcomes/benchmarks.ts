/** A published mark to hold a figure against, with the days on which it is in force. */
export interface Benchmark {
  readonly key:
    | 'into-work'
    | 'sustained-13-weeks'
    | 'clients-per-specialist-first-year'
    | 'clients-per-specialist-later-years'
    | 'into-work-beyond-severe-mental-illness';
  readonly name: string;
  /** A rate 0 to 1, or a number of clients for each full-time specialist in a year. */
  readonly value: number;
  readonly unit: 'rate' | 'clients-per-specialist-year';
  /** First and last day in force; null where open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The definition whose rates may be held against it; null where any may, with its name. */
  readonly definition: 'ips-grow' | null;
  readonly source: string;
}

const ipsGrow = { definition: 'ips-grow', source: 'IPS Grow benchmarks' } as const;

/** In the order a page shows them. An old report keeps the benchmark that was in force on its own day. */
export const benchmarks: readonly Benchmark[] = [
  {
    ...ipsGrow,
    key: 'into-work',
    name: 'Clients into work',
    value: 0.3,
    unit: 'rate',
    from: null,
    to: '2024-03-31',
  },
  {
    ...ipsGrow,
    key: 'into-work',
    name: 'Clients into work',
    value: 0.4,
    unit: 'rate',
    from: '2024-04-01',
    to: null,
  },
  {
    ...ipsGrow,
    key: 'sustained-13-weeks',
    name: 'Job starters still in work beyond 13 weeks',
    value: 0.65,
    unit: 'rate',
    from: '2024-04-01',
    to: null,
  },
  {
    ...ipsGrow,
    key: 'clients-per-specialist-first-year',
    name: 'Out-of-work clients accessing for each specialist, first year of a service',
    value: 35,
    unit: 'clients-per-specialist-year',
    from: '2024-04-01',
    to: null,
  },
  {
    ...ipsGrow,
    key: 'clients-per-specialist-later-years',
    name: 'Out-of-work clients accessing for each specialist, later years',
    value: 40,
    unit: 'clients-per-specialist-year',
    from: '2024-04-01',
    to: null,
  },
  {
    key: 'into-work-beyond-severe-mental-illness',
    name: 'Usual mark of clients into work outside services for severe mental illness',
    value: 0.3,
    unit: 'rate',
    from: null,
    to: null,
    definition: null,
    source: 'Evaluation of the Via IPS Into Work service',
  },
];

/**
 * The benchmarks in force on a day.
 *
 * For: the line or sentence beside a rate. Rule: from <= day <= to, open ends hold for ever.
 * @param day ISO day, usually the last of the period shown
 * @returns benchmarks in the order of the list
 * Errors: none. Source: dated data (outcome definitions, section 4). Checked: on either side of 1 April 2024.
 */
export function benchmarksOn(day: string): readonly Benchmark[] {
  return benchmarks.filter(
    ({ from, to }) => (from === null || from <= day) && (to === null || day <= to),
  );
}
