import type { ChartFormat } from '#app/components/charts/scale.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';
import type { ControlPhase } from '#scoring/statistics/control-charts/control-chart.ts';
import type { Limits } from '#scoring/statistics/control-charts/limits.ts';

import type { PhaseView } from './over-time-view.ts';
import type { TeamChart } from './team-chart.ts';
import { valueInWords } from './values-in-words.ts';

/** Each stretch of time with what its limits stand on: how many points, trial or not, or why there are none. */
export function phaseViews({ points, chart }: TeamChart, format: ChartFormat): PhaseView[] {
  const monthAt = (index: number): string => formatMonth(points[index]?.month ?? '');
  const between = (from: number, to: number): string =>
    from === to ? monthAt(from) : `${monthAt(from)} to ${monthAt(to)}`;
  return chart.phases.map((phase) => {
    const { from, to, baseline, warning } = phase;
    const stretch = between(from, from + baseline - 1);
    return {
      months: between(from, to - 1),
      words: warning ?? `Limits from ${baseline} points, ${stretch}.`,
      figures: figuresOf(phase, chart.points[from]?.limits, format, chart.method.startsWith('XmR')),
    };
  });
}

function figuresOf(
  { status }: ControlPhase,
  limits: Limits | undefined,
  format: ChartFormat,
  isLevel: boolean,
): string {
  if (limits === undefined || (status !== 'final' && status !== 'trial')) return '–';
  const words = (value: number): string => valueInWords(value, format);
  const mean = `Mean ${words(limits.mean)}`;
  if (!isLevel) return `${mean}, limits by month in the table`;
  return `${mean}, limits ${words(Math.max(0, limits.lower))} to ${words(limits.upper)}`;
}
