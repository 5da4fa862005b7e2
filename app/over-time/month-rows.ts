import { formatMonth } from '#scoring/calendar/iso-day.ts';
import { signalInTable } from '#scoring/statistics/control-charts/chart-words.ts';

import type { MonthRow } from './over-time-view.ts';
import type { Series } from './series.ts';
import type { TeamChart } from './team-chart.ts';

/** Every month with its value, its lines and what the rules find there. */
export function monthRows(
  { months }: Series,
  { points, chart, begun }: TeamChart,
  numbers: ReadonlyMap<string, number>,
): MonthRow[] {
  const indexOf = new Map(points.map(({ month }, index) => [month, index]));
  return months.map(({ month, value, counts, missing }) => {
    const row = { month, label: formatMonth(month), counts: [...counts], value, missing };
    const index = indexOf.get(month);
    if (index === undefined)
      return { ...row, ...noLines, isBaseline: false, begins: null, signals: [] };
    const limits = chart.points[index]?.limits;
    const phase = chart.phases.find(({ from, to }) => from <= index && index < to);
    const begins = begun.get(index);
    return {
      ...row,
      ...(limits === undefined ? noLines : { ...limits, lower: Math.max(0, limits.lower) }),
      isBaseline:
        phase !== undefined && limits !== undefined && index < phase.from + phase.baseline,
      begins:
        begins === undefined
          ? null
          : { number: numbers.get(begins.id) ?? 0, reason: begins.reason },
      signals: chart.signals.filter((signal) => signal.points.includes(index)).map(signalInTable),
    };
  });
}

const noLines = { mean: null, lower: null, upper: null };
