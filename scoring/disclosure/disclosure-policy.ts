/** The settings of the small-number rules; a page never writes one of these numbers itself. */
export interface DisclosurePolicy {
  /** Threshold: counts of people from 1 up to, not including, this one are hidden. */
  readonly smallestShown: number;
  /** Counts shown are rounded to a multiple of this. */
  readonly base: number;
  /** Zero rule: whether a count of nobody may be shown. */
  readonly isZeroShown: boolean;
  /** Linked-cohort groups of at least this many show the whole percent of the unrounded figures. */
  readonly smallestWholePercentGroup: number;
  /** Correlations, coefficients and p values are shown over at least this many teams. */
  readonly fewestTeams: number;
  /** Confidence of the intervals, 0 to 1. */
  readonly level: number;
}

/** Ours, after the scheme of the NHS hospital statistics: in force until an administrator changes it. */
export const defaultDisclosurePolicy: DisclosurePolicy = {
  smallestShown: 8,
  base: 5,
  isZeroShown: true,
  smallestWholePercentGroup: 100,
  fewestTeams: 10,
  level: 0.95,
};

/**
 * Who looks at a figure. 'own-team' is the team itself, and a reviewer of an open review of that team;
 * everybody else, on every page, chart, text alternative, answer and download, is 'others'.
 */
export type Viewer = 'own-team' | 'others';

/**
 * Refuses settings under which the rules make no sense; called by every function of this folder.
 *
 * For: settings are typed by people. Rule: whole numbers of at least 1, a base of at most twice the
 * threshold (else a shown count could round to nobody), a level between 0 and 1.
 * @param caller the function to name in the error
 * @param policy the settings
 * @throws RangeError for a setting outside those bounds
 * Source: follows from the rounding rule. Checked: by example.
 */
export function requireDisclosurePolicy(caller: string, policy: DisclosurePolicy): void {
  const wholes = [
    policy.smallestShown,
    policy.base,
    policy.smallestWholePercentGroup,
    policy.fewestTeams,
  ];
  if (wholes.some((value) => !Number.isSafeInteger(value) || value < 1)) {
    throw new RangeError(`${caller}: the settings must be whole numbers of at least 1`);
  }
  if (policy.base > 2 * policy.smallestShown) {
    throw new RangeError(`${caller}: the base must be at most twice the smallest count shown`);
  }
  if (!(policy.level > 0 && policy.level < 1)) {
    throw new RangeError(`${caller}: level must lie between 0 and 1`);
  }
}

/** Refuses what is not a count of people. */
export function requirePeople(caller: string, name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`${caller}: ${name} must be a whole number of at least 0`);
  }
}
