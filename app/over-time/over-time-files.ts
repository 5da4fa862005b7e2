import { csvText } from '#app/relations/csv.ts';

import { notSaid } from './not-said.ts';
import type { MonthRow, OverTimeView } from './over-time-view.ts';

interface FileOptions {
  isDemo: boolean;
}

const demoNote = 'Demonstration: synthetic';

/** Figures of a file have four decimals: more would be noise. */
function plain(value: number | null): string {
  return value === null ? '' : String(Math.round(value * 1e4) / 1e4);
}

function cellsOf({ begins, ...row }: MonthRow, countHeadings: readonly string[]): string[] {
  return [
    row.month,
    ...countHeadings.map((_, index) => row.counts[index] ?? ''),
    ...[row.value, row.mean, row.lower, row.upper].map(plain),
    row.isBaseline ? 'yes' : 'no',
    begins?.reason ?? '',
    row.signals.join('; '),
    row.missing ?? '',
  ];
}

/** A row a month with its value, lines and signals, and the method in each row. */
export function overTimeCsv(view: OverTimeView, { isDemo }: FileOptions): string {
  const { countHeadings, measure } = view;
  const headings = [
    ...['Team', 'Measure', 'Chart', 'Rules', 'Month'],
    ...countHeadings,
    measure.axis,
    ...['Mean', 'Lower limit', 'Upper limit', 'In the baseline'],
    ...['New baseline begun here, reason', 'What the rules find', 'Why there is no value'],
    ...['What is counted', 'Method', 'Note'],
  ];
  const start = [view.team.name, measure.name, view.chartName, view.rules.name];
  const end = [
    view.definition,
    [...view.method, ...view.rules.words, ...view.notes].join(' '),
    isDemo ? demoNote : '',
  ];
  return csvText([
    headings,
    ...view.rows.map((row) => [...start, ...cellsOf(row, countHeadings), ...end]),
  ]);
}

/** The same with the stretches of time, the findings, and what a control chart does not say. */
export function overTimeJson(view: OverTimeView, { isDemo }: FileOptions) {
  const { measure, countHeadings } = view;
  return {
    title: `${view.team.name} over time`,
    note: isDemo ? demoNote : null,
    measure: measure.name,
    unit: measure.axis,
    chart: view.chartName,
    whatIsCounted: view.definition,
    readWithCare: [view.caution, ...view.notes],
    rules: view.rules,
    method: view.method,
    findings: view.findings,
    shared: view.shared,
    phases: view.phases,
    newBaselines: view.baselines.map(({ removeHref: _, ...baseline }) => baseline),
    doesNotSay: notSaid,
    months: view.rows.map(({ label: _, counts, ...row }) => ({
      ...row,
      counts: Object.fromEntries(
        countHeadings.map((heading, index) => [heading, counts[index] ?? null]),
      ),
    })),
  };
}
