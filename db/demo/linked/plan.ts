import { report2025 } from '#scoring/outcomes/published/report-2025.ts';

/**
 * What the demo's linked cohort is built to: whole numbers of people and of those who worked, and sums of what they did,
 * for every group of the 2025 report. They were chosen so that every printed figure comes back when it is rounded as
 * printed: test/reference/outcomes/fit-published-figures.py looks for such numbers, and finds that there are some.
 */
export interface PlannedGroup {
  /** As the demo's rows name the group. */
  group: string;
  people: number;
  worked: number;
}

/** With the sums over those who worked: people, days, days, pounds, pounds. */
export interface PlannedWork extends PlannedGroup {
  /** Null where the report prints no share by this breakdown. */
  sustained: number | null;
  daysEmployed: number;
  longestJobDays: number;
}

export interface PlannedPay extends PlannedWork {
  incomeTax: number;
  nationalInsurance: number;
}

export const COHORT = {
  sent: 6214,
  matched: 6080,
  followUpComplete: 3182,
  /** Enrolled early enough to have complete follow-up at the linkage before this one, too. */
  followUpCompletePreviously: 944,
  /** 51.1% of 6,080: every breakdown's groups can add up to it within their rounding. */
  worked: 3107,
  /** 52.0% of 3,182. */
  workedComplete: 1655,
  started: 2602,
  sustained: 2307,
  /** 77.0% of 1,655. */
  sustainedComplete: 1274,
  meanDaysIncomplete: 431,
  linkageDate: '2024-12-01',
} as const;

/** People whose first job began in each follow-up month: exact counts. */
export const firstJobByMonth = [
  462, 423, 333, 279, 204, 155, 130, 127, 108, 78, 66, 54, 53, 30, 33, 30, 17, 20,
] as const;

/** Mean days to the first job of those who started one. */
export const daysToFirstJob: Readonly<Record<string, number>> = {
  'Opiates and crack': 131,
  'Opiates without crack': 141,
  'Crack without opiates': 145,
  'Non-opiate (excluding crack)': 136,
  'Non-opiate (excluding crack) and alcohol': 128,
  'Alcohol only': 139,
};

type Sums = readonly [sustained: number | null, daysEmployed: number, longestJobDays: number];

const work = (
  group: string,
  people: number,
  worked: number,
  [sustained, daysEmployed, longestJobDays]: Sums,
): PlannedWork => ({ group, people, worked, sustained, daysEmployed, longestJobDays });

const paid = (planned: PlannedWork, incomeTax: number, nationalInsurance: number): PlannedPay => ({
  ...planned,
  incomeTax,
  nationalInsurance,
});

/** From the heaviest problems to the lightest: neighbours are drawn for people of like severity. */
export const substanceGroups: readonly PlannedPay[] = [
  paid(work('Opiates and crack', 824, 300, [207, 76_533, 65_475]), 189_225, 370_200),
  paid(work('Opiates without crack', 1006, 447, [344, 121_919, 105_827]), 316_588, 594_640),
  paid(work('Crack without opiates', 155, 73, [41, 14_436, 12_246]), 41_884, 82_344),
  paid(
    work('Non-opiate (excluding crack) and alcohol', 945, 505, [380, 136_728, 113_752]),
    361_453,
    624_076,
  ),
  paid(work('Non-opiate (excluding crack)', 867, 489, [342, 122_128, 100_856]), 283_396, 532_797),
  paid(work('Alcohol only', 2283, 1293, [993, 369_476, 319_350]), 974_489, 1_710_482),
];

export const sexes: readonly PlannedPay[] = [
  paid(work('male', 4288, 2131, [1548, 562_051, 476_678]), 1_586_586, 2_895_020),
  paid(work('female', 1792, 976, [759, 279_169, 240_828]), 580_449, 1_019_519),
];

export const treatmentStatuses: readonly PlannedPay[] = [
  paid(work('unplanned exit', 1239, 583, [374, 136_854, 113_684]), 307_547, 592_587),
  paid(work('in treatment', 2181, 932, [672, 244_408, 211_788]), 602_563, 1_106_725),
  paid(work('successfully completed', 2660, 1592, [1261, 459_958, 392_034]), 1_256_925, 2_215_227),
];

export const engagements: readonly PlannedWork[] = [
  work('Less than 2 months', 1080, 467, [319, 117_799, 97_929]),
  work('More than 2 months', 5000, 2640, [1988, 723_421, 619_577]),
];

/** The two ages of the report's outcomes; its description has three others. */
export const twoAges: readonly PlannedPay[] = [
  paid(work('24 years and under', 570, 354, [null, 89_474, 74_846]), 175_074, 296_564),
  paid(work('25 years and over', 5510, 2753, [null, 751_746, 642_660]), 1_991_961, 3_617_975),
];

export const ageBands: readonly PlannedGroup[] = [
  { group: '50 and over', people: 1315, worked: 551 },
  { group: '30 to 49', people: 3685, worked: 1916 },
  { group: '25 to 29', people: 510, worked: 286 },
  { group: '16 to 24', people: 570, worked: 354 },
];

export const timesInTreatment: readonly PlannedGroup[] = [
  { group: 'More than 12 months', people: 2721, worked: 1204 },
  { group: 'Up to 12 months', people: 1644, worked: 923 },
  { group: 'Up to 6 months', people: 888, worked: 508 },
  { group: 'Up to 3 months', people: 827, worked: 472 },
];

/** Only the share of the first is published. */
export const quintiles: readonly PlannedGroup[] = [
  { group: '1', people: 2189, worked: 1049 },
  { group: '2', people: 1520, worked: 774 },
  { group: '3', people: 1094, worked: 578 },
  { group: '4', people: 730, worked: 401 },
  { group: '5', people: 547, worked: 305 },
];

/** Sites with 100 people or more and their published rates: the only real services in the demo. */
export const namedSites: Readonly<Record<string, number>> =
  report2025.outcomes.worked?.groups.site ?? {};

export const SERVICES = 63;
/** From this many people on a site's rate is published. */
export const SITE_MINIMUM = 100;
