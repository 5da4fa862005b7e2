import type { IntegrationLevel } from '../schema/reviews.ts';

/**
 * The pattern of the Via evaluation that the demo's evaluation cohort is built to: eight borough teams under invented
 * names, each taking the part of one of the published ones.
 */
export interface BoroughPlan {
  /** Whose published pattern the team follows; never shown as the team's name. */
  pattern: string;
  clients: number;
  jobStarts: number;
  integrationLevel: IntegrationLevel;
  /** Odds of a job start against the first team, everything else alike. */
  oddsRatio: number;
  meanMeetings: number;
  /** Spread of meetings on the log scale. */
  meetingSpread: number;
  /**
   * Which of the two gives way: job starts, odds ratio and meetings cannot all be chosen. Where the mean is published,
   * the spread does.
   */
  fitted: 'mean' | 'spread' | null;
}

/** The first is the reference: every team's odds are held against it. */
export const boroughs: readonly BoroughPlan[] = [
  {
    pattern: 'Kensington and Chelsea',
    clients: 42,
    jobStarts: 7,
    integrationLevel: 'low',
    oddsRatio: 1,
    meanMeetings: 12.5,
    meetingSpread: 0.65,
    fitted: null,
  },
  {
    pattern: 'Barnet',
    clients: 143,
    jobStarts: 54,
    integrationLevel: 'high',
    oddsRatio: 5,
    meanMeetings: 9,
    meetingSpread: 0.8,
    fitted: 'mean',
  },
  {
    pattern: 'Brent',
    clients: 179,
    jobStarts: 50,
    integrationLevel: 'high',
    oddsRatio: 4.4,
    meanMeetings: 7,
    meetingSpread: 0.85,
    fitted: 'spread',
  },
  {
    pattern: 'Ealing',
    clients: 70,
    jobStarts: 14,
    integrationLevel: 'high',
    oddsRatio: 1.6,
    meanMeetings: 9.5,
    meetingSpread: 0.8,
    fitted: 'mean',
  },
  {
    pattern: 'Harrow',
    clients: 101,
    jobStarts: 34,
    integrationLevel: 'high',
    oddsRatio: 4.7,
    meanMeetings: 8,
    meetingSpread: 0.8,
    fitted: 'mean',
  },
  {
    pattern: 'Hillingdon',
    clients: 52,
    jobStarts: 14,
    integrationLevel: 'medium',
    oddsRatio: 1.4,
    meanMeetings: 20,
    meetingSpread: 0.7,
    fitted: 'spread',
  },
  {
    pattern: 'Hounslow',
    clients: 101,
    jobStarts: 34,
    integrationLevel: 'high',
    oddsRatio: 4.8,
    meanMeetings: 8,
    meetingSpread: 0.8,
    fitted: 'mean',
  },
  {
    pattern: 'Westminster',
    clients: 30,
    jobStarts: 6,
    integrationLevel: 'low',
    oddsRatio: 0.9,
    meanMeetings: 17,
    meetingSpread: 0.75,
    fitted: 'mean',
  },
];

export const EVALUATION_CLIENTS = 718;
/** Clients with every answer: the regression's base. */
export const COMPLETE_CASES = 664;

/** Bands of meetings with the odds of a job start against the first. */
export const meetingBands = [
  { band: '1 to 4', from: 1, to: 4, oddsRatio: 1 },
  { band: '5 to 8', from: 5, to: 8, oddsRatio: 4.2 },
  { band: '9 to 12', from: 9, to: 12, oddsRatio: 7.4 },
  { band: '13 or more', from: 13, to: Number.POSITIVE_INFINITY, oddsRatio: 16.2 },
] as const;

export function meetingBandOf(meetings: number): string {
  return meetingBands.find(({ from, to }) => meetings >= from && meetings <= to)?.band ?? '1 to 4';
}

export type CategoryFactor =
  | 'referralSource'
  | 'mainSubstance'
  | 'treatment'
  | 'lastJob'
  | 'gpVisit'
  | 'aeVisit'
  | 'benefit'
  | 'ethnicity'
  | 'sex'
  | 'housing'
  | 'convicted'
  | 'confidence'
  | 'qualification'
  | 'startYear';

/** Share of clients in each category, and odds ratio against the first, the reference. */
export type CategoryPlan = Readonly<Record<string, readonly [share: number, oddsRatio: number]>>;

export const categoryPlans: Readonly<Record<CategoryFactor, CategoryPlan>> = {
  referralSource: {
    'Jobcentre Plus': [7, 1],
    'Drug and alcohol team': [80, 1.05],
    'Self-referral': [5, 12],
    Other: [8, 1.2],
  },
  mainSubstance: {
    Alcohol: [50, 1],
    Opiates: [21, 0.9],
    'Non-opiates': [21, 1.05],
    'Non-opiates and alcohol': [8, 2.5],
  },
  treatment: {
    'Not in treatment': [12, 1],
    'Under one year': [62, 1.1],
    'Over one year': [26, 0.95],
  },
  lastJob: {
    'Over 5 years or never': [25, 1],
    '2 to 5 years': [22, 2],
    '1 to 2 years': [18, 2.8],
    '6 to 12 months': [15, 3.8],
    'Under 6 months': [20, 5.7],
  },
  gpVisit: { No: [45, 1], Yes: [55, 1.15] },
  aeVisit: { No: [92, 1], Yes: [8, 0.75] },
  benefit: {
    'ESA support group': [13, 1],
    'Universal Credit or JSA': [61, 1.5],
    'ESA work-related activity group': [4, 2.8],
    None: [22, 3],
  },
  ethnicity: {
    Black: [18, 1],
    'White British': [42, 1.9],
    'White other': [15, 2.1],
    Asian: [13, 2.1],
    'Other or mixed': [12, 1.9],
  },
  sex: { Male: [72, 1], Female: [28, 1.25] },
  housing: {
    'Family or friends': [31, 1],
    'Local authority or hostel': [29, 1.05],
    'Private rent': [24, 2.1],
    'Own home': [8, 1.4],
    Unstable: [8, 0.7],
  },
  convicted: { No: [60, 1], Yes: [40, 0.79] },
  confidence: { Low: [10, 1], Moderate: [40, 0.8], High: [50, 1.2] },
  qualification: { Low: [35, 1], Medium: [40, 1], High: [25, 1.3] },
  startYear: { '2019': [34, 1], '2020': [31, 0.85], '2021': [35, 0.65] },
};

/** Odds ratio for each year of age. */
export const AGE_ODDS_RATIO = 0.98;

/** Answers that some clients did not give. */
export const factorsWithGaps: readonly CategoryFactor[] = [
  'housing',
  'confidence',
  'qualification',
];

/** Of the starts: evidence that the job was held for 13 weeks, and hours a week known. */
export const evidencedSustained = 102;
export const startsWithHours = 209;
/** Of those with hours known, 16 or more. */
export const startsOf16Hours = 157;

/** Job starts within 100 days, and between 101 and 250 days, of the vocational profile. */
export const startsWithin100Days = 150;
export const startsWithin250Days = 198;
