import { substanceGroups } from './client-record.ts';
import { engagementBands, timeInTreatmentBands, type GroupFields } from './group-fields.ts';

export const notKnownGroup = 'Not known';

export const breakdownKeys = [
  'substance',
  'sex',
  'age',
  'age-bands',
  'treatment-status',
  'time-in-treatment',
  'engagement',
  'deprivation',
  'site',
] as const;
export type BreakdownKey = (typeof breakdownKeys)[number];

export interface Breakdown {
  readonly key: BreakdownKey;
  readonly name: string;
  /** Groups in the order of the published tables; empty where the groups are those found, by name. */
  readonly groups: readonly string[];
  /** False for sites: the report itself says that they should not be compared on raw rates. */
  readonly isCompared: boolean;
  /** The group of a client; 'Not known' where blank. */
  readonly groupOf: (client: GroupFields) => string;
}

const noNames: ReadonlyMap<string, string> = new Map();

/** A name as printed; a text that is none of ours is a group of its own. */
function named(value: string | null, names = noNames): string {
  const text = value?.trim() ?? '';
  return text === '' ? notKnownGroup : (names.get(text) ?? text);
}

const youngest = '24 years and under';
const older = '25 years and over';
const twoAges = new Map([
  ['Under 16', youngest],
  ['16 to 24', youngest],
  ['25 to 29', older],
  ['30 to 49', older],
  ['50 and over', older],
]);
const threeAges = new Map([
  ['16 to 24', '16 to 29'],
  ['25 to 29', '16 to 29'],
]);
const sexNames = new Map([
  ['male', 'Men'],
  ['female', 'Women'],
]);
const statusNames = new Map([
  ['in treatment', 'In treatment'],
  ['successfully completed', 'Successfully completed treatment'],
  ['unplanned exit', 'Unplanned exit'],
]);
const quintiles = ['1 (most deprived)', '2', '3', '4', '5 (least deprived)'];

/** The breakdowns of the 2025 report, and two of our own: age in three bands, and deprivation. */
export const breakdowns: readonly Breakdown[] = [
  {
    key: 'substance',
    name: 'Substance group',
    groups: substanceGroups,
    isCompared: true,
    groupOf: ({ substanceGroup }) => named(substanceGroup),
  },
  {
    key: 'sex',
    name: 'Sex',
    groups: [...sexNames.values()],
    isCompared: true,
    groupOf: ({ sex }) => named(sex, sexNames),
  },
  {
    key: 'age',
    name: 'Age at enrolment',
    groups: [youngest, older],
    isCompared: true,
    groupOf: ({ ageBand }) => named(ageBand, twoAges),
  },
  {
    key: 'age-bands',
    name: 'Age at enrolment, in bands',
    groups: ['16 to 29', '30 to 49', '50 and over'],
    isCompared: true,
    groupOf: ({ ageBand }) => named(ageBand, threeAges),
  },
  {
    key: 'treatment-status',
    name: 'Treatment status',
    groups: [...statusNames.values()],
    isCompared: true,
    groupOf: ({ treatmentStatus }) => named(treatmentStatus, statusNames),
  },
  {
    key: 'time-in-treatment',
    name: 'Time in treatment',
    groups: timeInTreatmentBands.map(([name]) => name),
    isCompared: true,
    groupOf: ({ timeInTreatment }) => named(timeInTreatment),
  },
  {
    key: 'engagement',
    name: 'Engagement with IPS',
    groups: engagementBands.map(([name]) => name),
    isCompared: true,
    groupOf: ({ engagement }) => named(engagement),
  },
  {
    key: 'deprivation',
    name: 'Deprivation quintile',
    groups: quintiles,
    isCompared: true,
    groupOf: ({ deprivationQuintile }) =>
      quintiles[(deprivationQuintile ?? 0) - 1] ?? notKnownGroup,
  },
  {
    key: 'site',
    name: 'Site',
    groups: [],
    isCompared: false,
    groupOf: ({ site }) => named(site),
  },
];

/**
 * A breakdown by its key.
 *
 * For: addresses that name one. Source: the list above. Checked: by example.
 * @param key one of the keys of the list
 * @returns the breakdown
 * @throws RangeError for a key that names none
 */
export function getBreakdown(key: string): Breakdown {
  const found = breakdowns.find((breakdown) => breakdown.key === key);
  if (found === undefined) throw new RangeError(`getBreakdown: no breakdown is called "${key}"`);
  return found;
}

export interface ClientGroup<Client> {
  readonly group: string;
  readonly isNotKnown: boolean;
  readonly clients: readonly Client[];
}

/**
 * Clients by group, in the order of a table.
 *
 * For: every table of groups. Rule: the published groups first, also those nobody is in; then groups found
 * beyond them, by name; last the group 'Not known', where anybody is in it. Nobody is dropped.
 * @param clients everybody
 * @param breakdown one of breakdowns
 * @returns groups, which together hold everybody once
 * Errors: none. Source: outcome definitions, section 5. Checked: groups add up to everybody (property test).
 */
export function clientsByGroup<Client extends GroupFields>(
  clients: readonly Client[],
  breakdown: Breakdown,
): ClientGroup<Client>[] {
  const members = new Map<string, Client[]>(breakdown.groups.map((group) => [group, []]));
  for (const client of clients) {
    const group = breakdown.groupOf(client);
    const others = members.get(group);
    if (others === undefined) members.set(group, [client]);
    else others.push(client);
  }
  const isPublished = new Set(breakdown.groups);
  const found = [...members.keys()]
    .filter((group) => !isPublished.has(group) && group !== notKnownGroup)
    .sort((a, b) => a.localeCompare(b, 'en-GB'));
  const blank = members.has(notKnownGroup) ? [notKnownGroup] : [];
  return [...breakdown.groups, ...found, ...blank].map((group) => ({
    group,
    isNotKnown: group === notKnownGroup,
    clients: members.get(group) ?? [],
  }));
}
