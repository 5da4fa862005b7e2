/** A published relation of fidelity to employment, in our words, to show beside the product's own. */
export interface PublishedStudy {
  readonly key: string;
  readonly name: string;
  /** Units the study compares: a number, or the fewest and the most. */
  readonly units: { readonly from: number; readonly to: number; readonly what: string };
  /** Correlation, or the lowest and highest one; null where another measure was used. */
  readonly correlation: { readonly from: number; readonly to: number } | null;
  readonly p: number | null;
  readonly scale: string;
  /** What the employment rate of the study is. */
  readonly rate: string;
  /** False where the study's rate is another quantity: then never on one axis with ours. */
  readonly isSameKindOfRate: boolean;
  readonly result: string;
}

const quarterly = {
  rate: 'People in work out of people served in a quarter, not a cohort followed up',
  isSameKindOfRate: false,
};
const notStated = { rate: 'As the study defines it', isSameKindOfRate: false };

/** From the closest to our units to the furthest. */
export const publishedStudies: readonly PublishedStudy[] = [
  {
    key: 'bond-2012',
    name: 'Bond and others, 2012',
    units: { from: 79, to: 79, what: 'sites in the United States' },
    correlation: { from: 0.34, to: 0.34 },
    p: null,
    scale: '25 items (internal consistency .88)',
    ...quarterly,
    result:
      'Sites with higher totals had higher rates. Taken one by one, 8 of the 25 items did, most clearly generalist role, disclosure, follow-along support and the vocational unit.',
  },
  {
    key: 'kim-2015',
    name: 'Kim and others, 2015',
    units: { from: 79, to: 79, what: 'sites in the United States' },
    correlation: { from: 0.27, to: 0.27 },
    p: 0.02,
    scale: '25 items',
    ...quarterly,
    result: 'Sites with higher totals had higher rates.',
  },
  {
    key: 'sussex-2018',
    name: 'Sussex, 2018',
    units: { from: 34, to: 34, what: 'cohorts of one provider in the United Kingdom' },
    correlation: { from: 0.36, to: 0.36 },
    p: 0.04,
    scale: '25 items',
    ...notStated,
    result: 'Cohorts under higher totals had higher rates.',
  },
  {
    key: 'jisef',
    name: 'JiSEF, Japan',
    units: { from: 13, to: 18, what: 'agencies' },
    correlation: { from: 0.67, to: 0.72 },
    p: null,
    scale: 'Japanese scale of individualised supported employment',
    ...notStated,
    result: 'Agencies with higher totals had higher rates, more strongly than elsewhere.',
  },
  {
    key: 'lockett-2016',
    name: 'Lockett and others, 2016',
    units: { from: 69, to: 69, what: 'cohorts' },
    correlation: null,
    p: null,
    scale: 'mostly the earlier scale of 15 items',
    ...notStated,
    result:
      'Of the cohorts with more than 60 of 75 points, 63% had 44% or more of their clients in work.',
  },
];
