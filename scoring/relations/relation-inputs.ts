import { integrationLevels, type TeamPeriod } from './team-period.ts';

export type RelationInputKey =
  'fidelity' | 'integration' | 'contacts' | 'contacts-all-modes' | 'meetings';

/** One side of service quality that is set against the job-entry rate. */
export interface RelationInput {
  readonly key: RelationInputKey;
  readonly name: string;
  /** What the numbers are, for an axis. */
  readonly unit: string;
  /** How a team with more of it is spoken of: 'where … is higher'. */
  readonly subject: string;
  readonly valueOf: (team: TeamPeriod) => number | null;
  /** How many people the value is a mean over; not set where it is none. */
  readonly peopleBehind?: (team: TeamPeriod) => number;
}

/** In the order a page shows them. */
export const relationInputs: readonly RelationInput[] = [
  {
    key: 'fidelity',
    name: 'Fidelity',
    unit: 'total of the 25 items, 25 to 125',
    subject: 'the fidelity total',
    valueOf: ({ fidelityTotal }) => fidelityTotal,
  },
  {
    key: 'integration',
    name: 'Integration with the host service',
    unit: 'level: 1 low, 2 medium, 3 high',
    subject: 'the level of integration',
    valueOf: ({ integrationLevel: level }) =>
      level === null ? null : integrationLevels.indexOf(level) + 1,
  },
  {
    key: 'contacts',
    name: 'Employer contacts (strict)',
    unit: 'contacts per working week of a specialist, in person',
    subject: 'the number of employer contacts a week',
    valueOf: ({ contactsPerWeek }) => contactsPerWeek,
  },
  {
    key: 'contacts-all-modes',
    name: 'Employer contacts (all modes)',
    unit: 'contacts per working week of a specialist, all modes',
    subject: 'the number of employer contacts a week in all modes',
    valueOf: ({ contactsPerWeekAllModes }) => contactsPerWeekAllModes,
  },
  {
    key: 'meetings',
    name: 'Meetings with clients',
    unit: 'meetings per client and month',
    subject: 'the number of meetings per client and month',
    valueOf: ({ meetingsPerClientMonth }) => meetingsPerClientMonth,
    peopleBehind: ({ clientsBehindMeetings, clients }) => clientsBehindMeetings ?? clients,
  },
];

/**
 * An input by its key.
 *
 * For: addresses that name one. Source: the list above. Checked: by example.
 * @param key one of the keys of the list
 * @returns the input
 * @throws RangeError for a key that names none
 */
export function getRelationInput(key: string): RelationInput {
  const found = relationInputs.find((input) => input.key === key);
  if (found === undefined) {
    throw new RangeError(`getRelationInput: no input is called "${key}"`);
  }
  return found;
}
