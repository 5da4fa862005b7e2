import {
  individualsChart,
  proportionChart,
  type ControlChart,
  type Rebase,
} from '#scoring/statistics/control-charts/control-chart.ts';

import type { Question } from './question.ts';
import type { SeriesMonth } from './series.ts';

/** A month that has a value, and so is a point of the chart. */
export type PointMonth = SeriesMonth & { value: number };

/** A new baseline as a person began it. */
export interface BegunBaseline {
  id: string;
  month: string;
  reason: string;
}

export interface TeamChart {
  points: readonly PointMonth[];
  chart: ControlChart;
  /** The new baselines that begin a phase, by the index of their point. */
  begun: ReadonlyMap<number, BegunBaseline>;
}

/** The chart of the months that have a value. Months without one are passed over: no rule sees them. */
export function teamChart(
  months: readonly SeriesMonth[],
  baselines: readonly BegunBaseline[],
  { chart: kind, rules }: Pick<Question, 'chart' | 'rules'>,
): TeamChart {
  const points = months.filter((month): month is PointMonth => month.value !== null);
  const begun = begunAt(points, baselines);
  const rebases = [...begun].map(([from, { id, reason }]): Rebase => ({ from, by: id, reason }));
  const { prime, screened } = kind;
  const options = { ruleSet: rules, rebases, screened };
  const chart =
    kind.of === 'single'
      ? individualsChart(
          points.map(({ value }) => value),
          options,
        )
      : proportionChart(points.map(peopleOf), { ...options, prime });
  return { points, chart, begun };
}

function peopleOf({ people, month }: PointMonth): { successes: number; n: number } {
  if (people === undefined) throw new Error(`teamChart: ${month} is a share of nobody`);
  return people;
}

/**
 * Where each new baseline begins: at the first point of its month or after it. Records change after a baseline was
 * begun: one that now has no point before it or after it begins nothing, and of two at one point the later one counts.
 */
function begunAt(
  points: readonly PointMonth[],
  baselines: readonly BegunBaseline[],
): Map<number, BegunBaseline> {
  const found = new Map<number, BegunBaseline>();
  for (const baseline of baselines.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const index = points.findIndex(({ month }) => month >= baseline.month);
    if (index > 0) found.set(index, baseline);
  }
  return found;
}

/** The months in which a person may begin a new baseline: those with a value, but for the first. */
export function baselineMonths(months: readonly SeriesMonth[]): string[] {
  return months
    .filter(({ value }) => value !== null)
    .map(({ month }) => month)
    .slice(1);
}
