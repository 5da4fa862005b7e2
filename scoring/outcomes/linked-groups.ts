/** A person of the linked cohort: group fields, and outcomes worked out at import; no calendar dates. */
export interface LinkedClient {
  readonly worked: boolean;
  readonly startedJob: boolean;
  readonly isFollowUpComplete: boolean;
  /** Null or an empty text in any field below: not known. */
  readonly substanceGroup: string | null;
  readonly sex: string | null;
  readonly ageAtEnrolment: number | null;
  readonly treatmentStatus: string | null;
  readonly monthsInTreatment: number | null;
  readonly monthsEngaged: number | null;
  /** 1 most deprived to 5. */
  readonly deprivationQuintile: number | null;
  readonly site: string | null;
}

export const notKnownGroup = 'Not known';

export type LinkedDimensionKey =
  | 'substance'
  | 'sex'
  | 'age'
  | 'age-bands'
  | 'treatment-status'
  | 'time-in-treatment'
  | 'engagement'
  | 'deprivation'
  | 'site';

export interface LinkedDimension {
  readonly key: LinkedDimensionKey;
  readonly name: string;
  /** Groups in the order of the published tables; empty where the groups are those found, by name. */
  readonly groups: readonly string[];
  /** The group of a person; 'Not known' where blank. */
  readonly groupOf: (client: LinkedClient) => string;
}

const textGroup = (value: string | null): string => {
  const text = value?.trim() ?? '';
  return text === '' ? notKnownGroup : text;
};

/** The first group whose end a number meets; the last group is everything beyond. */
function bands(ends: readonly (readonly [name: string, meets: (value: number) => boolean])[]) {
  return {
    groups: ends.map(([name]) => name),
    of: (value: number | null): string => {
      if (value === null) return notKnownGroup;
      if (!(value >= 0)) throw new RangeError('linkedBreakdown: a number of a client is negative');
      return ends.find(([, meets]) => meets(value))?.[0] ?? notKnownGroup;
    },
  };
}

const age = bands([
  ['24 years and under', (years) => years <= 24],
  ['25 years and over', () => true],
]);
const ageBands = bands([
  ['Under 16', (years) => years < 16],
  ['16 to 29', (years) => years < 30],
  ['30 to 49', (years) => years < 50],
  ['50 and over', () => true],
]);
const timeInTreatment = bands([
  ['Up to 3 months', (months) => months <= 3],
  ['Up to 6 months', (months) => months <= 6],
  ['Up to 12 months', (months) => months <= 12],
  ['More than 12 months', () => true],
]);
const engagement = bands([
  ['Less than 2 months', (months) => months < 2],
  ['More than 2 months', () => true],
]);
const quintiles = ['1 (most deprived)', '2', '3', '4', '5 (least deprived)'];

/** The breakdowns of the published report, and two of our own (age in bands, deprivation). */
export const linkedDimensions: readonly LinkedDimension[] = [
  {
    key: 'substance',
    name: 'Substance group',
    groups: [
      'Opiates and crack',
      'Opiates without crack',
      'Crack without opiates',
      'Non-opiate (excluding crack)',
      'Non-opiate (excluding crack) and alcohol',
      'Alcohol only',
    ],
    groupOf: ({ substanceGroup }) => textGroup(substanceGroup),
  },
  {
    key: 'sex',
    name: 'Sex',
    groups: ['Men', 'Women'],
    groupOf: ({ sex }) => {
      const text = textGroup(sex);
      return { male: 'Men', female: 'Women' }[text.toLowerCase()] ?? text;
    },
  },
  {
    key: 'age',
    name: 'Age at enrolment',
    groups: age.groups,
    groupOf: ({ ageAtEnrolment }) => age.of(ageAtEnrolment),
  },
  {
    key: 'age-bands',
    name: 'Age at enrolment, in bands',
    groups: ageBands.groups,
    groupOf: ({ ageAtEnrolment }) => ageBands.of(ageAtEnrolment),
  },
  {
    key: 'treatment-status',
    name: 'Treatment status',
    groups: ['In treatment', 'Successfully completed treatment', 'Unplanned exit'],
    groupOf: ({ treatmentStatus }) => {
      const text = textGroup(treatmentStatus);
      const names: Readonly<Record<string, string>> = {
        'in treatment': 'In treatment',
        'successfully completed': 'Successfully completed treatment',
        'unplanned exit': 'Unplanned exit',
      };
      return names[text.toLowerCase()] ?? text;
    },
  },
  {
    key: 'time-in-treatment',
    name: 'Time in treatment',
    groups: timeInTreatment.groups,
    groupOf: ({ monthsInTreatment }) => timeInTreatment.of(monthsInTreatment),
  },
  {
    key: 'engagement',
    name: 'Engagement with IPS',
    groups: engagement.groups,
    groupOf: ({ monthsEngaged }) => engagement.of(monthsEngaged),
  },
  {
    key: 'deprivation',
    name: 'Deprivation quintile',
    groups: quintiles,
    groupOf: ({ deprivationQuintile: quintile }) =>
      quintile === null ? notKnownGroup : (quintiles[quintile - 1] ?? notKnownGroup),
  },
  { key: 'site', name: 'Site', groups: [], groupOf: ({ site }) => textGroup(site) },
];

/**
 * A breakdown by its key.
 *
 * For: addresses that name one. Source: the list above. Checked: by example.
 * @param key one of the keys of the list
 * @returns the dimension
 * @throws RangeError for a key that names none
 */
export function getLinkedDimension(key: string): LinkedDimension {
  const found = linkedDimensions.find((dimension) => dimension.key === key);
  if (found === undefined) {
    throw new RangeError(`getLinkedDimension: no breakdown is called "${key}"`);
  }
  return found;
}
