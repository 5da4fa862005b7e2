import type { BreakdownKey } from '../cohort/breakdowns.ts';
import type { OutcomeKey } from '../tables/outcome-measures.ts';

/** Printed figures by group: whole percentages, days, jobs or pounds. */
export type PublishedGroups = Readonly<
  Partial<Record<BreakdownKey, Readonly<Record<string, number>>>>
>;

export interface PublishedOutcome {
  /** Everybody; null where the report does not print it. */
  readonly all: number | null;
  /** Those followed for all of 18 months; null where not printed. */
  readonly complete: number | null;
  readonly groups: PublishedGroups;
}

/** By what rules a published round was worked out, as printed. */
export interface PublishedRules {
  readonly followUpMonths: number;
  readonly minimumMonthsSinceEnrolment: number;
  readonly sustainedWeeks: number;
  readonly minimumClientsPerPublishedSite: number;
  /** ISO days. */
  readonly enrolmentFrom: string;
  readonly enrolmentTo: string;
}

/** The figures of a published round, as printed: facts to stand beside our own, never computed with in their place. */
export interface PublishedReport {
  readonly title: string;
  /** ISO days. */
  readonly publishedOn: string;
  readonly linkageMonth: string;
  /** ISO day up to which treatment was known. */
  readonly treatmentDataTo: string;
  readonly rules: PublishedRules;
  readonly sent: number;
  readonly matched: number;
  /** Whole percentages of those sent, and of those matched. */
  readonly matchRatePercentage: number;
  readonly followUpCompletePercentage: number;
  readonly followUpComplete: number;
  readonly followUpCompletePreviousRound: number;
  readonly meanFollowUpDays: { readonly full: number; readonly incomplete: number };
  readonly teams: number;
  readonly localAuthorities: number;
  /** Whole percentages of the cohort in each group. */
  readonly shares: PublishedGroups;
  readonly outcomes: Readonly<Partial<Record<OutcomeKey, PublishedOutcome>>>;
  /** Clients whose first job began in each follow-up month. */
  readonly firstJobByMonth: readonly number[];
  /** Whole percentages of those who started a job. */
  readonly startedByMonth3: number;
  readonly startedByMonth9: number;
}

/** The second report on the outcomes of IPS for alcohol and drug dependence. */
export const report2025: PublishedReport = {
  title: 'IPS for alcohol and drug dependence: data linkage outcomes 2025 report',
  publishedOn: '2025-09-17',
  linkageMonth: '2024-12',
  treatmentDataTo: '2024-10-31',
  rules: {
    followUpMonths: 18,
    minimumMonthsSinceEnrolment: 9,
    sustainedWeeks: 13,
    minimumClientsPerPublishedSite: 100,
    enrolmentFrom: '2019-10-01',
    enrolmentTo: '2024-02-29',
  },
  sent: 6214,
  matched: 6080,
  matchRatePercentage: 98,
  followUpCompletePercentage: 52,
  followUpComplete: 3182,
  followUpCompletePreviousRound: 944,
  meanFollowUpDays: { full: 492, incomplete: 431 },
  teams: 63,
  localAuthorities: 81,
  shares: {
    substance: {
      'Alcohol only': 38,
      'Opiates without crack': 17,
      'Non-opiate (excluding crack) and alcohol': 16,
      'Non-opiate (excluding crack)': 14,
      'Opiates and crack': 14,
      'Crack without opiates': 3,
    },
    sex: {
      Men: 71,
    },
    'age-bands': {
      '16 to 29': 18,
      '30 to 49': 61,
      '50 and over': 22,
    },
    'treatment-status': {
      'Successfully completed treatment': 44,
    },
    'time-in-treatment': {
      'More than 12 months': 45,
    },
    engagement: {
      'Less than 2 months': 18,
    },
    deprivation: {
      '1 (most deprived)': 36,
    },
  },
  outcomes: {
    worked: {
      all: 51,
      complete: 52,
      groups: {
        substance: {
          'Opiates and crack': 36,
          'Opiates without crack': 44,
          'Crack without opiates': 47,
          'Non-opiate (excluding crack)': 56,
          'Non-opiate (excluding crack) and alcohol': 53,
          'Alcohol only': 57,
        },
        sex: {
          Men: 50,
          Women: 54,
        },
        age: {
          '24 years and under': 62,
          '25 years and over': 50,
        },
        'treatment-status': {
          'In treatment': 43,
          'Successfully completed treatment': 60,
          'Unplanned exit': 47,
        },
        'time-in-treatment': {
          'Up to 3 months': 57,
          'Up to 6 months': 57,
          'Up to 12 months': 56,
          'More than 12 months': 44,
        },
        engagement: {
          'More than 2 months': 53,
          'Less than 2 months': 43,
        },
        site: {
          Birmingham: 45,
          Blackpool: 52,
          'Brighton and Hove': 51,
          'Cornwall and Torbay': 50,
          'Coventry and Warwickshire': 50,
          Cumbria: 60,
          Derbyshire: 46,
          'East Sussex': 64,
          'Essex, Thurrock and Southend': 46,
          Kirklees: 56,
          Lancashire: 58,
          Leeds: 56,
          Liverpool: 46,
          'Middlesborough and Redcar and Cleveland': 51,
          Newcastle: 55,
          Nottingham: 61,
          Nottinghamshire: 66,
          'Oldham and Rochdale': 58,
          Sheffield: 51,
          'South Tyneside and Gateshead': 49,
          Southampton: 47,
          'St. Helens': 44,
          Staffordshire: 52,
          'Stockton on Tees and Hartlepool': 50,
          Wakefield: 53,
          'West London Alliance': 41,
          Wirral: 60,
        },
      },
    },
    'days-to-first-job': {
      all: 137,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 131,
          'Opiates without crack': 141,
          'Crack without opiates': 145,
          'Non-opiate (excluding crack)': 136,
          'Non-opiate (excluding crack) and alcohol': 128,
          'Alcohol only': 139,
        },
      },
    },
    'days-employed': {
      all: 271,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 255,
          'Opiates without crack': 273,
          'Crack without opiates': 198,
          'Non-opiate (excluding crack)': 250,
          'Non-opiate (excluding crack) and alcohol': 271,
          'Alcohol only': 286,
        },
        sex: {
          Men: 264,
          Women: 286,
        },
        age: {
          '24 years and under': 253,
          '25 years and over': 273,
        },
        'treatment-status': {
          'In treatment': 262,
          'Successfully completed treatment': 289,
          'Unplanned exit': 235,
        },
        engagement: {
          'More than 2 months': 274,
          'Less than 2 months': 252,
        },
      },
    },
    'longest-job': {
      all: 231,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 218,
          'Opiates without crack': 237,
          'Crack without opiates': 168,
          'Non-opiate (excluding crack)': 206,
          'Non-opiate (excluding crack) and alcohol': 225,
          'Alcohol only': 247,
        },
        sex: {
          Men: 224,
          Women: 247,
        },
        age: {
          '24 years and under': 211,
          '25 years and over': 233,
        },
        'treatment-status': {
          'In treatment': 227,
          'Successfully completed treatment': 246,
          'Unplanned exit': 195,
        },
        engagement: {
          'More than 2 months': 235,
          'Less than 2 months': 210,
        },
      },
    },
    'sustained-13-weeks': {
      all: 74,
      complete: 77,
      groups: {
        substance: {
          'Opiates and crack': 69,
          'Opiates without crack': 77,
          'Crack without opiates': 56,
          'Non-opiate (excluding crack)': 70,
          'Non-opiate (excluding crack) and alcohol': 75,
          'Alcohol only': 77,
        },
        sex: {
          Men: 73,
          Women: 78,
        },
        'treatment-status': {
          'In treatment': 72,
          'Successfully completed treatment': 79,
          'Unplanned exit': 64,
        },
        engagement: {
          'More than 2 months': 75,
          'Less than 2 months': 68,
        },
      },
    },
    jobs: {
      all: 2,
      complete: null,
      groups: {},
    },
    'income-tax': {
      all: 697,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 631,
          'Opiates without crack': 708,
          'Crack without opiates': 574,
          'Non-opiate (excluding crack)': 580,
          'Non-opiate (excluding crack) and alcohol': 716,
          'Alcohol only': 754,
        },
        sex: {
          Men: 745,
          Women: 595,
        },
        age: {
          '24 years and under': 495,
          '25 years and over': 724,
        },
        'treatment-status': {
          'In treatment': 647,
          'Successfully completed treatment': 790,
          'Unplanned exit': 528,
        },
      },
    },
    'national-insurance': {
      all: 1260,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 1234,
          'Opiates without crack': 1330,
          'Crack without opiates': 1128,
          'Non-opiate (excluding crack)': 1090,
          'Non-opiate (excluding crack) and alcohol': 1236,
          'Alcohol only': 1323,
        },
        sex: {
          Men: 1359,
          Women: 1045,
        },
        age: {
          '24 years and under': 838,
          '25 years and over': 1314,
        },
        'treatment-status': {
          'In treatment': 1187,
          'Successfully completed treatment': 1391,
          'Unplanned exit': 1016,
        },
      },
    },
    contributions: {
      all: null,
      complete: null,
      groups: {
        substance: {
          'Opiates and crack': 1865,
          'Opiates without crack': 2039,
          'Crack without opiates': 1702,
          'Non-opiate (excluding crack)': 1669,
          'Non-opiate (excluding crack) and alcohol': 1952,
          'Alcohol only': 2077,
        },
      },
    },
  },
  firstJobByMonth: [
    462, 423, 333, 279, 204, 155, 130, 127, 108, 78, 66, 54, 53, 30, 33, 30, 17, 20,
  ],
  startedByMonth3: 47,
  startedByMonth9: 85,
};
