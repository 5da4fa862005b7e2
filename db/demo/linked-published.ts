/**
 * The published figures that the demo's linked cohort is built to. Percentages are whole, as printed; `sharePct` is
 * null where the report gives none, and `usualShare` says what the demo takes instead.
 */
export interface PublishedGroup {
  /** As the demo's rows name the group. */
  group: string;
  sharePct: number | null;
  usualShare: number;
  /** Null where the report gives no rate. */
  ratePct: number | null;
  /** What the demo takes where the report gives no rate. */
  usualRate: number;
}

const group = (
  name: string,
  sharePct: number | null,
  ratePct: number | null,
  usual: { share?: number; rate?: number } = {},
): PublishedGroup => ({
  group: name,
  sharePct,
  usualShare: usual.share ?? sharePct ?? 0,
  ratePct,
  usualRate: usual.rate ?? ratePct ?? 0,
});

export const COHORT = {
  sent: 6214,
  matched: 6080,
  followUpComplete: 3182,
  /** 51.1% of 6,080: every breakdown's groups can add up to it within their rounding. */
  worked: 3107,
  /** 52.0% of 3,182. */
  workedComplete: 1655,
  started: 2602,
  meanDaysIncomplete: 431,
  linkageDate: '2024-12-01',
} as const;

/** People whose first job began in each follow-up month: exact counts. */
export const firstJobByMonth = [
  462, 423, 333, 279, 204, 155, 130, 127, 108, 78, 66, 54, 53, 30, 33, 30, 17, 20,
] as const;

/** From the heaviest problems to the lightest: neighbours are drawn for people of like severity. */
export const substanceGroups: readonly PublishedGroup[] = [
  group('Opiates and crack', 14, 36),
  group('Opiates without crack', 17, 44),
  group('Crack without opiates', 3, 47),
  group('Non-opiate (excluding crack) and alcohol', 16, 53),
  group('Non-opiate (excluding crack)', 14, 56),
  group('Alcohol only', 38, 57),
];

/** Mean days to the first job of those who started one. */
export const daysToFirstJob: Readonly<Record<string, number>> = {
  'Opiates and crack': 131,
  'Opiates without crack': 141,
  'Crack without opiates': 145,
  'Non-opiate (excluding crack)': 136,
  'Non-opiate (excluding crack) and alcohol': 128,
  'Alcohol only': 139,
};

export const sexes: readonly PublishedGroup[] = [
  group('male', 71, 50),
  group('female', null, 54, { share: 29 }),
];

/** Two published breakdowns in one: 18% are 16 to 29, and the rates are for 24 and under, 25 and over. */
export const ageBands: readonly PublishedGroup[] = [
  group('50 and over', 22, null, { rate: 41 }),
  group('30 to 49', 61, null, { rate: 52 }),
  group('25 to 29', null, null, { share: 10.2, rate: 56 }),
  group('16 to 24', null, 62, { share: 7.6 }),
];

export const treatmentStatuses: readonly PublishedGroup[] = [
  group('unplanned exit', null, 47, { share: 20 }),
  group('in treatment', null, 43, { share: 36 }),
  group('successfully completed', 44, 60),
];

export const timesInTreatment: readonly PublishedGroup[] = [
  group('More than 12 months', 45, 44),
  group('Up to 12 months', null, 56, { share: 26 }),
  group('Up to 6 months', null, 57, { share: 15 }),
  group('Up to 3 months', null, 57, { share: 14 }),
];

export const engagements: readonly PublishedGroup[] = [
  group('Less than 2 months', 18, 43),
  group('More than 2 months', null, 53, { share: 82 }),
];

export const quintiles: readonly PublishedGroup[] = [
  group('1', 36, null, { rate: 48 }),
  group('2', null, null, { share: 25, rate: 51 }),
  group('3', null, null, { share: 18, rate: 53 }),
  group('4', null, null, { share: 12, rate: 55 }),
  group('5', null, null, { share: 9, rate: 56 }),
];

/** Sites with 100 people or more and their published rates: the only real services in the demo. */
export const namedSites: Readonly<Record<string, number>> = {
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
};

export const SERVICES = 63;
/** From this many people on a site's rate is published. */
export const SITE_MINIMUM = 100;
