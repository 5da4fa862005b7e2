import {
  BASELINE_WORDS,
  LIMIT_WORDS,
  NO_LIMITS_WORDS,
  noSignalWords,
  SIGMA_WORDS,
  sharedSentence,
  signalSentence,
} from '#scoring/statistics/control-charts/chart-words.ts';
import {
  individualsChart,
  proportionChart,
  type ControlChart,
} from '#scoring/statistics/control-charts/control-chart.ts';
import { RULE_SETS, SEVEN_POINT_RULES } from '#scoring/statistics/control-charts/rule-sets.ts';
import { WrongUse } from './command/errors.ts';
import { choice, flag, pairs, text } from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { interval, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import { anyNumber, anyText, wholeNumber } from './reading/cell-rules.ts';
import { readTable } from './reading/read-table.ts';
import { countsOfSeries, firstNumbers, rebasesOf, seriesOf, type SeriesPoint } from './series.ts';

/** Whether a series moves more than it always does. */
export const spc = defineSubject({
  name: 'spc',
  summary: 'Control chart of a series in order of time: single values, or proportions.',
  file: 'series.csv',
  options: {
    chart: choice(['xmr', 'p', 'p-prime'], 'kind of chart'),
    value: text('column', 'xmr: the values'),
    successes: text('column', 'p, p-prime: how many had the outcome'),
    n: text('column', 'p, p-prime: of how many'),
    label: text('column', 'what each point is called, such as its week'),
    screened: flag('leave large moving ranges out of the spread (xmr, p-prime)'),
    rules: choice(['seven-point', 'six-point'], 'rule set'),
    rebase: pairs(
      'point=reason',
      'new limits from a point on: its label where there is --label, else its row from 1',
    ),
    by: text('name', 'who decided to rebase; needed with --rebase'),
  },
  analyse: async (path, values) => {
    const { chart: kind, screened, label } = values;
    const columns = chartColumns(values);
    if (kind === 'p' && screened) throw new WrongUse('--screened belongs to xmr and p-prime');
    const rule = kind === 'xmr' ? anyNumber : wholeNumber(0);
    const table = await readTable(path, () => [
      ...columns.map((name) => ({ name, rule })),
      ...(label === null ? [] : [{ name: label, rule: anyText }]),
    ]);
    const series = seriesOf(table, columns, label);
    const options = {
      screened,
      ruleSet: RULE_SETS.find(({ key }) => key === values.rules) ?? SEVEN_POINT_RULES,
      rebases: rebasesOf(values.rebase, values.by, series.points),
    };
    const chart =
      kind === 'xmr'
        ? individualsChart(firstNumbers(series.points), options)
        : proportionChart(countsOfSeries(table, columns, series.points), {
            ...options,
            prime: kind === 'p-prime',
          });
    const { warnings, ...result } = reportOf(chart, series.points);
    return {
      table,
      method: `${LIMIT_WORDS[chart.method]} ${BASELINE_WORDS} ${SIGMA_WORDS}`,
      result: { ...result, rowsLeftOut: series.leftOut },
      warnings: [...series.warnings, ...warnings],
      text: textOf(chart, series.points),
    };
  },
});

interface ChartValues {
  readonly chart: 'xmr' | 'p' | 'p-prime';
  readonly value: string | null;
  readonly successes: string | null;
  readonly n: string | null;
}

/** The columns a kind of chart is made of; those of the other kind are a mistake. */
function chartColumns({ chart, value, successes, n }: ChartValues): [string, ...string[]] {
  if (chart === 'xmr') {
    if (value === null) throw new WrongUse('--value is needed: the values of the chart');
    if (successes !== null || n !== null) {
      throw new WrongUse('--successes and --n belong to p and p-prime');
    }
    return [value];
  }
  if (successes === null || n === null) {
    throw new WrongUse(`--successes and --n are needed for ${chart}`);
  }
  if (value !== null) throw new WrongUse('--value belongs to xmr');
  return [successes, n];
}

function hasLimits({ points }: ControlChart): boolean {
  return points.some(({ limits }) => limits !== undefined);
}

function reportOf(chart: ControlChart, points: readonly SeriesPoint[]) {
  return {
    status: hasLimits(chart) ? 'computed' : (chart.phases[0]?.status ?? 'too-few'),
    ...chart,
    points: chart.points.map(({ value, limits }, index) => ({
      row: points[index]?.row,
      label: points[index]?.label,
      value,
      limits,
    })),
  };
}

function textOf(chart: ControlChart, named: readonly SeriesPoint[]) {
  const { phases, points, signals, ruleSet } = chart;
  const nameOf = (index: number): string => named[index]?.label ?? String(named[index]?.row);
  const blocks: TextBlock[] = [
    {
      heads: ['Phase from', 'Points', 'Limits', 'Mean', 'Lower and upper'],
      rows: phases.map(({ from, to, status }) => {
        const limits = points[from]?.limits;
        const both = limits === undefined ? '–' : interval(limits);
        return [nameOf(from), String(to - from), status, shown(limits?.mean), both];
      }),
    },
  ];
  const readBy = [
    `Read by the ${ruleSet.name.toLowerCase()}:`,
    ...ruleSet.rules.map(({ words }) => words),
  ];
  if (!hasLimits(chart)) return [...blocks, ...readBy, NO_LIMITS_WORDS];
  if (signals.length === 0) return [...blocks, ...readBy, noSignalWords(ruleSet)];
  const found = signals.map((signal) => signalSentence(signal, nameOf));
  const shared = sharedSentence(signals, nameOf);
  return [...blocks, ...readBy, 'Signals:', ...found, ...(shared === undefined ? [] : [shared])];
}
