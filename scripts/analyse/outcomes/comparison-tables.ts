import {
  P_DECIMALS,
  pCell,
  type ReleaseCell,
  type ReleaseColumn,
  type ReleaseTable,
} from '#app/outcomes-files/release-table.ts';
import { getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import type { OutcomesOfGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import type { Comparator, Comparison } from '#scoring/outcomes/tables/comparisons.ts';
import {
  getOutcomeMeasure,
  outcomeMeasures,
  type OutcomeMeasure,
} from '#scoring/outcomes/tables/outcome-measures.ts';
import { groupWords, orTooLittle, type Unnumbered } from './release-words.ts';

/** Comparisons of shares, and of means: two tables, since they have another scale and another test. */
export function comparisonTables(group: OutcomesOfGroup): Unnumbered<ReleaseTable>[] {
  return (['proportion', 'mean'] as const).flatMap((kind) => {
    const rows = comparisonsOf(group, kind).map(comparisonCells);
    return rows.length === 0 ? [] : [{ ...headOf(group, kind), rows }];
  });
}

function comparisonsOf({ tables }: OutcomesOfGroup, kind: OutcomeMeasure['kind']): Comparison[] {
  const keys = outcomeMeasures.filter((measure) => measure.kind === kind).map(({ key }) => key);
  return tables
    .filter(({ table }) => keys.includes(table.outcome))
    .flatMap(({ comparisons }) =>
      comparisons === null
        ? []
        : [...comparisons.rest, ...comparisons.reference, ...comparisons.pairs],
    );
}

function headOf({ followUpGroup }: OutcomesOfGroup, kind: OutcomeMeasure['kind']) {
  const isShare = kind === 'proportion';
  return {
    title: `Comparisons of ${isShare ? 'percentages' : 'means'} between groups, ${groupWords[followUpGroup]}`,
    base: `Clients of the base of each outcome whose group is known; ${groupWords[followUpGroup]}`,
    method: isShare
      ? 'Two-proportion z test, pooled, without continuity correction; Newcombe’s interval; p values also adjusted by Holm’s method over the tests of one outcome, breakdown and kind of comparison'
      : 'Welch’s t test; p values also adjusted by Holm’s method over the tests of one outcome, breakdown and kind of comparison',
    notes: [findingsCaution, 'All others together never contain the group they are compared with.'],
    columns: isShare ? shareColumns : meanColumns,
  };
}

const text = (name: string): ReleaseColumn => ({ name, kind: 'text' });
const number = (name: string, decimals: number): ReleaseColumn => ({
  name,
  kind: 'number',
  decimals,
});

const who = ['Outcome', 'Breakdown', 'Group', 'Compared with'].map(text);
const tests = [
  number('p', P_DECIMALS),
  number('p, adjusted', P_DECIMALS),
  number('Tests adjusted over', 0),
];
const shareColumns: readonly ReleaseColumn[] = [
  ...who,
  ...['Difference (percentage points)', 'Lower end', 'Upper end'].map((name) => number(name, 1)),
  number('z', 2),
  ...tests,
];
const meanColumns: readonly ReleaseColumn[] = [
  ...who,
  text('Unit'),
  ...['Difference', 'Lower end', 'Upper end', 't', 'Degrees of freedom'].map((name) =>
    number(name, 2),
  ),
  ...tests,
];

function comparisonCells(comparison: Comparison): ReleaseCell[] {
  const { outcome, breakdown, group, comparator, result, adjustedP } = comparison;
  const measure = getOutcomeMeasure(outcome);
  const found = result.status === 'computed' ? result : null;
  const scale = measure.kind === 'proportion' ? 100 : 1;
  const scaled = [found?.difference, found?.lower, found?.upper].map((value) =>
    orTooLittle(value === undefined ? null : scale * value),
  );
  return [
    ...[measure.name, getBreakdown(breakdown).name, group, comparatorWords(comparator)],
    ...(measure.kind === 'mean' ? [measure.unit] : []),
    ...scaled,
    orTooLittle(found?.statistic),
    ...(measure.kind === 'mean' ? [orTooLittle(found?.df)] : []),
    ...[found?.p, adjustedP].map((p) => (typeof p === 'number' ? pCell(p) : orTooLittle(p))),
    comparison.testsAdjustedOver,
  ];
}

function comparatorWords(comparator: Comparator): string {
  if (comparator.kind === 'rest') return 'All others together';
  return comparator.kind === 'reference' ? `${comparator.group} (reference)` : comparator.group;
}
