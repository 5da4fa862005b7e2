import type {
  ReleaseCell,
  ReleaseColumn,
  ReleaseTable,
} from '#app/outcomes-files/release-table.ts';
import { getBreakdown } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { OutcomesOfGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import type { OutcomeFigure } from '#scoring/outcomes/tables/outcome-figure.ts';
import {
  outcomeMeasures,
  type MeanMeasure,
  type OutcomeMeasure,
} from '#scoring/outcomes/tables/outcome-measures.ts';
import { baseOf, groupWords, orNobody, orTooLittle, type Unnumbered } from './release-words.ts';

/** One table for each outcome: everybody, then every group of every breakdown. */
export function figureTables(
  group: OutcomesOfGroup,
  level: number,
  fewestClientsOfSite: number,
): Unnumbered<ReleaseTable>[] {
  const siteNote = `Groups of sites stand in the order of their names. A site’s figures may be published only with at least ${fewestClientsOfSite} clients, and sites are not compared: their clients differ.`;
  return outcomeMeasures.map((measure) => {
    const tables = group.tables.filter(({ table }) => table.outcome === measure.key);
    const total = tables
      .slice(0, 1)
      .map(({ table }) => [...['All', 'All', group.clients], ...figureCells(measure, table.total)]);
    const rows = tables.flatMap(({ table }) =>
      table.rows.map((row) => [
        ...[getBreakdown(table.breakdown).name, row.group, row.clients],
        ...figureCells(measure, row.figure),
      ]),
    );
    return {
      title: `${measure.name}, ${groupWords[group.followUpGroup]}`,
      base: baseOf(measure.base, group.followUpGroup),
      method: methodOf(measure, level),
      notes: ['Clients of whom a group is not known are a group of their own.', siteNote],
      columns: columnsOf(measure, level),
      rows: [...total, ...rows],
    };
  });
}

function methodOf({ kind }: OutcomeMeasure, level: number): string {
  const interval = `${100 * level}% confidence interval`;
  return kind === 'proportion'
    ? `Clients with the outcome divided by clients of the base, with Wilson’s ${interval}`
    : `Mean over the clients of the base, with the t ${interval}`;
}

function columnsOf(measure: OutcomeMeasure, level: number): ReleaseColumn[] {
  const head: ReleaseColumn[] = [
    { name: 'Breakdown', kind: 'text' },
    { name: 'Group', kind: 'text' },
    { name: 'Clients', kind: 'count' },
    { name: 'Clients of the base', kind: 'count' },
  ];
  const ends = [`Lower end, ${100 * level}%`, `Upper end, ${100 * level}%`];
  if (measure.kind === 'proportion') {
    return [
      ...head,
      { name: 'Clients with the outcome', kind: 'count' },
      ...['Percentage', ...ends].map((name) => ({ name, kind: 'percent' }) as const),
    ];
  }
  const kind = measure.unit === 'pounds' ? 'pounds' : 'number';
  const decimals = decimalsOf(measure);
  return [
    ...head,
    { name: `Sum (${measure.unit})`, kind, ...(kind === 'number' ? { decimals: 0 } : {}) },
    ...[`Mean (${measure.unit})`, ...ends, 'Standard deviation'].map(
      (name) => ({ name, kind, decimals }) as const,
    ),
  ];
}

/** Jobs are few, so a second digit tells groups apart. */
function decimalsOf({ unit }: MeanMeasure): number {
  return unit === 'days' ? 1 : 2;
}

function figureCells({ kind }: OutcomeMeasure, figure: OutcomeFigure): ReleaseCell[] {
  const { status, denominator, numerator, value, lower, upper, standardDeviation } = figure;
  const ends = [lower, upper, ...(kind === 'mean' ? [standardDeviation] : [])];
  const isNobody = status === 'none';
  return [
    ...[denominator, numerator, orNobody(value)],
    ...ends.map((end) => (isNobody ? orNobody(end) : orTooLittle(end))),
  ];
}
