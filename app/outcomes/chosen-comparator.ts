import type { ReleasedTable } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedComparison } from '#scoring/outcomes/release/released-comparisons.ts';

import type { ChosenComparator, ShownTable } from './outcomes-view.ts';
import { breakdownName } from './outcomes-words.ts';

const rest = { value: 'rest', label: 'All other groups together' };
const pairs = { value: 'pairs', label: 'Each other group, one by one' };

const referenceValue = ({ breakdown }: ReleasedTable, group: string) => `${breakdown}: ${group}`;

/** Whom groups can be held against on a page: everybody else, each other, or one group of a breakdown. */
export function chosenComparator(
  tables: readonly ReleasedTable[],
  asked: string | null,
): ChosenComparator {
  const items = [
    rest,
    pairs,
    ...tables.flatMap((table) =>
      table.references.map(({ reference }) => ({
        value: referenceValue(table, reference),
        label: `${breakdownName(table.breakdown)}: ${reference}`,
      })),
    ),
  ];
  const chosen = items.find(({ value }) => value === asked) ?? rest;
  return { value: chosen.value, items };
}

/** A table with the comparisons that were chosen: a reference of another breakdown leaves the usual ones. */
export function shownTable(table: ReleasedTable, chosen: string): ShownTable {
  const { rest: all, pairs: single, references, ...shown } = table;
  const reference = references.find((one) => referenceValue(table, one.reference) === chosen);
  return {
    ...shown,
    comparisons: reference?.comparisons ?? usual(all, single, chosen),
    isChosen: reference !== undefined,
  };
}

/** Of two groups, the rest is the other one, and two rows would tell one test twice. */
function usual(
  all: readonly ReleasedComparison[],
  single: readonly ReleasedComparison[],
  chosen: string,
): readonly ReleasedComparison[] {
  return chosen === pairs.value || all.length === 2 ? single : all;
}
