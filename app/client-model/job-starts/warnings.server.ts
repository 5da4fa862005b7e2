import { MEETING_BAND_COLUMN, TEAM_COLUMN } from '#scoring/outcomes/client-model.ts';
import { EXTREME_WARNING } from '#scoring/statistics/binomial-fit.ts';
import { eventsPerParameter } from '#scoring/statistics/events-per-parameter.ts';
import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';

import { mainLimits } from './readings.ts';
import type { FactorReport, MainInterval } from './report.ts';

export const associationOnly =
  'This says what goes together among these clients. It does not show that one thing brings about another: clients also differ in ways that nobody wrote down.';

export const meetingsAccrue =
  'Meetings build up with time in service and stop at a job start: their odds ratios show how long clients stayed as much as anything that meetings do.';

/** What is known of a model when its warnings are written; counts are the rounded ones. */
export interface Warned {
  fit: LogisticFit;
  factors: readonly FactorReport[];
  main: MainInterval;
  counts: { used: number; jobStarts: number };
  /** Words for the categories that outcomes are told apart by. */
  separatedBy: readonly string[];
  /** Whether errors by team were asked for. */
  byTeam: boolean;
  /** References that nobody has. */
  replaced: readonly { variable: string; wanted: string; reference: string }[];
}

/** In the words of the page, from protected figures: the model's own warnings carry exact counts. */
export function warningsOf(warned: Warned): string[] {
  const { fit, separatedBy, replaced } = warned;
  const hasMeetings = fit.adjustment.includes(MEETING_BAND_COLUMN);
  return [
    associationOnly,
    ...fewEvents(warned),
    ...(separatedBy.length > 0 ? [separationWords(separatedBy)] : []),
    ...clusterWords(warned),
    ...(hasMeetings ? [meetingsAccrue] : []),
    ...byChance(warned),
    ...replaced.map(
      ({ variable, wanted, reference }) =>
        `${variable}: nobody in the model has “${wanted}”, so others are compared with “${reference}”.`,
    ),
    ...(fit.warnings.includes(EXTREME_WARNING)
      ? [
          'Some clients’ fitted chances are as good as 0% or 100%: coefficients behind them are uncertain.',
        ]
      : []),
  ];
}

function fewEvents({ fit, counts }: Warned): string[] {
  const { used, jobStarts } = counts;
  const each = eventsPerParameter(used, jobStarts, fit.parameters);
  if (each.eventsPerParameter === null || each.warnings.length === 0) return [];
  const rarer = jobStarts <= used - jobStarts ? 'job starts' : 'clients without a job start';
  return [
    `Few events: about ${each.eventsPerParameter.toFixed(1)} ${rarer} stand behind each of the ${fit.parameters - 1} coefficients. Under 10, odds ratios tend to come out too far from 1: read the intervals, not the points.`,
  ];
}

function separationWords(separatedBy: readonly string[]): string {
  return `Separation: everybody or nobody started a job in ${separatedBy.join('; ')}, or in a mix of these with other answers. No finite odds ratio fits that, so Firth’s penalised likelihood is used for the whole model.`;
}

function clusterWords({ fit, byTeam }: Warned): string[] {
  const { clusterRobust } = fit;
  if (clusterRobust?.status === 'refused') {
    return [`Errors by team are not given: ${clusterRobust.reason}.`];
  }
  if (clusterRobust?.status === 'computed') {
    return clusterRobust.clusters < 10
      ? [
          `Few teams: errors by team rest on ${clusterRobust.clusters} teams, and under 10 they are themselves uncertain.`,
        ]
      : [];
  }
  if (fit.adjustment.includes(TEAM_COLUMN)) {
    return ['Errors by team are not given: team is a factor of this model.'];
  }
  return byTeam
    ? []
    : ['Errors take clients of one team to be no more alike than others, though they may well be.'];
}

function byChance({ factors, main }: Warned): string[] {
  const estimates = factors.flatMap(({ rows }) => rows.flatMap(({ estimate }) => estimate ?? []));
  const clear = estimates.filter((estimate) => mainLimits(estimate, main).isClear).length;
  const expected = Math.round(estimates.length / 20);
  if (expected === 0) return [];
  return [
    `Of ${estimates.length} comparisons ${clear} have an interval that does not contain 1; about ${expected} would by chance alone.`,
  ];
}
