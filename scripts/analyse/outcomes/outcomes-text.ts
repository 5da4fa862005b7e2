import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import type { OutcomesOfGroup, OutcomesReport } from '#scoring/outcomes/report/outcomes-report.ts';
import type { OutcomeFigure } from '#scoring/outcomes/tables/outcome-figure.ts';
import {
  getOutcomeMeasure,
  outcomeBases,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';
import { interval, percent, percentInterval, shown } from '../printing/in-words.ts';
import type { TextBlock } from '../printing/text-block.ts';
import type { NamedCohort } from './client-outcomes.ts';

/** What people read on a terminal: the totals and the findings; every table is in the JSON and the files. */
export function outcomesText(cohort: NamedCohort, report: OutcomesReport): TextBlock[] {
  const { matchRate, followUp, groups } = report;
  const days = shown(followUp.full.meanDays, 0);
  return [
    `Included: ${cohort.included.length} clients, followed for ${days} days on average; ${groups.complete.clients} of them for all 18 months`,
    ...(matchRate === null
      ? []
      : [`Matched: ${matchRate.numerator} of ${matchRate.denominator} sent`]),
    ...cohort.excluded.map(({ label, count }) => `Left out: ${count}. ${label}`),
    totalsOf(groups.full),
    ...findingsIn('Findings, everybody', groups.full),
    ...findingsIn('Findings, follow-up complete', groups.complete),
    findingsCaution,
  ];
}

function totalsOf({ tables }: OutcomesOfGroup): TextBlock {
  const totals = new Map(tables.map(({ table }) => [table.outcome, table.total]));
  return {
    heads: ['Outcome', 'Base', 'Clients', 'Value', 'Interval'],
    rows: [...totals].map(([outcome, figure]) => {
      const { name, base } = getOutcomeMeasure(outcome);
      return [name, outcomeBases[base], String(figure.denominator), ...valueOf(outcome, figure)];
    }),
  };
}

function valueOf(outcome: OutcomeKey, { value, lower, upper }: OutcomeFigure): [string, string] {
  if (value === null) return ['–', '–'];
  if (getOutcomeMeasure(outcome).kind === 'mean') {
    return [shown(value, 1), interval({ lower, upper }, 1)];
  }
  return [
    percent(value),
    lower === null || upper === null ? '–' : percentInterval({ lower, upper }),
  ];
}

function findingsIn(heading: string, { tables }: OutcomesOfGroup): string[] {
  const sentences = tables.flatMap(({ findings }) => findings.map(({ sentence }) => sentence));
  if (sentences.length === 0) return ['', `${heading}: none`];
  return ['', `${heading}:`, ...sentences.map((sentence) => `  ${sentence}`), ''];
}
