import { benchmarks as publishedBenchmarks } from '#scoring/outcomes/benchmarks.ts';

import type { BenchmarksTable } from '../schema/national.ts';

export type BenchmarkRow = Omit<BenchmarksTable, 'id' | 'version'>;

/** The expansion began on this day: nothing is compared before it. */
const EXPANSION_BEGAN = '2019-10-01';

/** Marks for employer contacts and fidelity, which belong to no rate. */
const otherMarks: readonly BenchmarkRow[] = [
  {
    key: 'employer-contacts-standard',
    name: 'Employer contacts a week, standard of the fidelity scale',
    value: 6,
    unit: 'contacts-per-specialist-week',
    validFrom: EXPANSION_BEGAN,
    validTo: null,
    source: 'Fidelity scale of 7 January 2008, item 17',
  },
  {
    key: 'employer-contacts-meaningful',
    name: 'Employer contacts a week that specialists call meaningful',
    value: 3,
    unit: 'contacts-per-specialist-week',
    validFrom: EXPANSION_BEGAN,
    validTo: null,
    source: 'Evaluation of the Via IPS Into Work service',
  },
  {
    key: 'fidelity-aim',
    name: 'Fidelity total to aim for',
    value: 100,
    unit: 'points',
    validFrom: EXPANSION_BEGAN,
    validTo: null,
    source: 'IPS Grow: good fidelity begins at 100',
  },
];

/** Published marks with the days between which they hold, as a new file starts with them. */
export const benchmarkRows: readonly BenchmarkRow[] = [
  ...publishedBenchmarks.map(({ key, name, value, unit, from, to, source }) => ({
    key,
    name,
    value,
    unit,
    validFrom: from ?? EXPANSION_BEGAN,
    validTo: to,
    source,
  })),
  ...otherMarks,
];
