import type { CoxRegression } from '#scoring/statistics/survival/cox-regression.ts';
import type { HazardChangePoint } from '#scoring/statistics/survival/hazard-change-point.ts';
import type { LogRank } from '#scoring/statistics/survival/log-rank.ts';
import { interval, percent, pValue, shown } from './printing/in-words.ts';
import type { TextBlock } from './printing/text-block.ts';
import type { Curve } from './survival-curves.ts';

interface SurvivalResult {
  readonly overall: Curve;
  readonly comparison: {
    readonly groups: readonly (Curve & { readonly group: string })[];
    readonly logRank: Pick<Extract<LogRank, { status: 'computed' }>, 'status' | 'p'> | NoLogRank;
  } | null;
  readonly cox: CoxRegression | null;
  readonly changePoint: HazardChangePoint | null;
}

type NoLogRank = Extract<LogRank, { status: 'too-few' }>;

/** What the terminal shows of times to an event. */
export function survivalText(result: SurvivalResult): TextBlock[] {
  const { overall, comparison, cox, changePoint } = result;
  const groups = (comparison?.groups ?? []).map((curve) => [curve.group, curve] as const);
  const readings = overall.status === 'computed' ? overall.at : [];
  return [
    {
      heads: ['Group', 'People', 'Events', 'Median', 'Interval'],
      rows: [['All', overall] as const, ...groups].flatMap(([name, curve]) =>
        curve.status === 'computed' ? [rowOf(name, curve)] : [],
      ),
    },
    ...readings.map(({ asked, estimate }) =>
      estimate === null
        ? `At ${asked}: nobody was followed that long.`
        : `At ${asked}: ${percent(estimate.survival)} still without the event, of ${estimate.atRisk} followed.`,
    ),
    ...(comparison === null ? [] : [`Log-rank test: ${logRankWords(comparison.logRank)}.`]),
    ...(cox === null ? [] : [coxBlock(cox)]),
    ...(changePoint === null ? [] : [`Change of the monthly hazard: ${changeWords(changePoint)}.`]),
  ];
}

function rowOf(name: string, curve: Extract<Curve, { status: 'computed' }>): string[] {
  const { n, events, median } = curve;
  return [name, String(n), String(events), shown(median.time, 1), interval(median, 1)];
}

function logRankWords(test: NonNullable<SurvivalResult['comparison']>['logRank']): string {
  return test.status === 'computed' ? `p ${pValue(test.p)}` : test.reason;
}

function coxBlock(cox: CoxRegression): TextBlock {
  if (cox.status !== 'fitted') return `Cox regression: ${cox.reason}.`;
  return {
    heads: ['Cox regression', 'Hazard ratio', 'Interval', 'p'],
    rows: cox.coefficients.map(({ name, estimate, lower, upper, p }) => [
      name,
      shown(Math.exp(estimate)),
      interval({ lower: Math.exp(lower), upper: Math.exp(upper) }),
      pValue(p),
    ]),
  };
}

function changeWords(change: HazardChangePoint): string {
  if (change.status !== 'computed') return change.reason;
  const { month, lower, upper, before, after } = change;
  return `after month ${month} (${lower} to ${upper}), from ${percent(before)} a month to ${percent(after)}`;
}
