import {
  hiddenFigure,
  requireProportion,
  type DisclosedProportionOptions,
  type Figure,
} from './disclosed-proportion.ts';
import {
  requireDisclosurePolicy,
  type DisclosurePolicy,
  type Viewer,
} from './disclosure-policy.ts';
import { figureFor } from './figure-for.ts';
import { suppressedTable } from './suppressed-table.ts';

export interface GroupCounts {
  readonly numerator: number;
  readonly denominator: number;
}

export interface GroupFigures {
  readonly groups: readonly Figure[];
  /** Everybody in the groups together. */
  readonly total: Figure;
}

/**
 * The rates of groups that together make up a whole, and the rate of the whole, as the person who looks may
 * see them: a single hidden group could otherwise be worked out from the whole.
 *
 * For: breakdowns by substance, sex, age, site; levels of integration.
 * Rule: people with and without the outcome are the two columns of a suppressed table, groups its rows; a
 * rate is shown where both its counts and its n are. A withheld table hides every rate but an unaffected whole.
 * @param viewer the team itself (and reviewers of its open review), or others
 * @param groups counts of each group; the groups do not overlap and leave nobody out
 * @param policy small-number settings
 * @param options whether these are groups of the linked cohort
 * @returns a figure for each group, in order, and one for the whole
 * @throws RangeError for counts that are not 0 <= numerator <= denominator, settings that make no sense
 * Source: small-number rule (ours). Checked: by hand, and through suppressedTable's attacker.
 */
export function figuresForGroups(
  viewer: Viewer,
  groups: readonly GroupCounts[],
  policy: DisclosurePolicy,
  options: DisclosedProportionOptions = {},
): GroupFigures {
  requireDisclosurePolicy('figuresForGroups', policy);
  for (const { numerator, denominator } of groups) {
    requireProportion('figuresForGroups', numerator, denominator);
  }
  const sum = (of: (group: GroupCounts) => number): number =>
    groups.reduce((all, group) => all + of(group), 0);
  const whole = { numerator: sum((g) => g.numerator), denominator: sum((g) => g.denominator) };
  const figure = ({ numerator, denominator }: GroupCounts): Figure =>
    figureFor(viewer, numerator, denominator, policy, options);
  if (viewer === 'own-team' || groups.length === 0) {
    return { groups: groups.map(figure), total: figure(whole) };
  }
  const table = suppressedTable(
    groups.map(({ numerator, denominator }) => [numerator, denominator - numerator]),
    policy,
    'rows-after-each-column',
  );
  const isShown = (counts: readonly { readonly shown: number | null }[]): boolean =>
    counts.every((count) => count.shown !== null);
  return {
    groups: groups.map((group, index) =>
      isShown([...(table.cells[index] ?? []), ...table.rowTotals.slice(index, index + 1)])
        ? figure(group)
        : hiddenFigure,
    ),
    total:
      table.status === 'withheld' || isShown([...table.columnTotals, table.grandTotal])
        ? figure(whole)
        : hiddenFigure,
  };
}
