import { eventsPerParameter } from '#scoring/statistics/events-per-parameter.ts';
import { fitModel, type LogisticMethod } from '#scoring/statistics/logistic-fit.ts';
import { modelColumns, type ColumnMeaning } from '#scoring/statistics/model-columns.ts';
import {
  modelFrame,
  type Exclusions,
  type MissingRule,
  type ModelTerm,
  type Table,
} from '#scoring/statistics/model-frame.ts';
import type { Overdispersion } from '#scoring/statistics/overdispersion.ts';
import { at, sum } from '#scoring/statistics/vectors.ts';
import { wilsonInterval, type Interval } from '#scoring/statistics/wilson-interval.ts';
import { ratioFunnel, type RatioTeam } from './ratio-funnel.ts';
import { standardisedRate, standardisedWarnings } from './standardised-rate.ts';

export interface CaseMixQuestion {
  /** Column of 0 and 1. */
  readonly outcome: string;
  readonly team: string;
  /** What clients bring with them: neither the team nor its meetings. */
  readonly terms: readonly ModelTerm[];
  readonly missing?: MissingRule;
}

export interface CaseMixTeam extends RatioTeam {
  readonly n: number;
  /** Job entries per client as they are, and as the model expects of such clients. */
  readonly rate: number;
  readonly interval: Interval;
  readonly expectedRate: number;
  /** Wilson's interval of the rate over the expected rate. */
  readonly ratioInterval: Interval;
  /** Standardised indirectly: the ratio times the rate of all clients, held at 1. */
  readonly standardisedRate: number;
}

export interface CaseMix {
  readonly status: 'computed';
  readonly method: LogisticMethod;
  readonly n: number;
  readonly events: number;
  readonly eventsPerParameter: number | null;
  readonly overallRate: number;
  readonly teams: readonly CaseMixTeam[];
  readonly overdispersion: Overdispersion | null;
  /** How well the model tells clients apart: chance that one who started was expected to more than one who did not. */
  readonly concordance: number;
  readonly adjustment: readonly string[];
  /** Left out, since they repeat earlier columns. */
  readonly aliased: readonly ColumnMeaning[];
  readonly exclusions: Exclusions;
  readonly warnings: readonly string[];
}

export interface NoCaseMix {
  readonly status: 'too-few' | 'not-estimable';
  readonly reason: string;
  readonly exclusions: Exclusions;
}

/** Share of pairs, one with and one without the outcome, in the expected order; ties count half. */
function concordanceOf(chances: readonly number[], outcome: Float64Array): number {
  const order = [...chances.keys()].sort((a, b) => at(chances, a) - at(chances, b));
  let [below, pairs, start] = [0, 0, 0];
  while (start < order.length) {
    let end = start;
    let [events, others] = [0, 0];
    const value = at(chances, at(order, start));
    while (end < order.length && at(chances, at(order, end)) === value) {
      if (at(outcome, at(order, end)) === 1) events += 1;
      else others += 1;
      end += 1;
    }
    pairs += events * (below + others / 2);
    below += others;
    start = end;
  }
  const events = sum(outcome);
  return pairs / (events * (outcome.length - events));
}

/**
 * Case mix: job entries of each team against what a model of its clients, without the team, leads to expect.
 * Formula: E = sum of p over the team's clients; ratio = observed / E with limits of ratioFunnel; its interval is
 * Wilson's of the rate divided by the expected rate (E taken as known); standardised rate as standardisedRate.
 *
 * @param table columns by name, one row a client
 * @param question outcome, team, the clients' own factors
 * @returns one entry per team, in the order of the alphabet; 'too-few' under two teams or without both outcomes;
 *   'not-estimable'
 * @throws RangeError as modelFrame, or when the team is among the terms
 * Source: outcome definitions, section 8. Checked against clients.expected.json and regression-extra.expected.json (R).
 */
export function caseMix(table: Table, question: CaseMixQuestion): CaseMix | NoCaseMix {
  const { outcome, team, terms, missing } = question;
  if (terms.some(({ column }) => column === team)) {
    throw new RangeError(`caseMix: ${team} must not be among the terms`);
  }
  const spec = { outcome, terms, groups: team, ...(missing === undefined ? {} : { missing }) };
  const frame = modelFrame('caseMix', table, spec);
  const { groups, exclusions } = frame;
  const isTooFew =
    groups === undefined ||
    groups.categories.length < 2 ||
    frame.outcome.every((value) => value === frame.outcome[0]);
  if (isTooFew) {
    return { status: 'too-few', reason: 'two teams and both outcomes are needed', exclusions };
  }
  const columns = modelColumns('caseMix', frame);
  const plain = fitModel(columns, 'maximum-likelihood');
  const fit = plain.outcome === 'separated' ? fitModel(columns, 'firth') : plain;
  if (fit.outcome !== 'fitted') {
    return { status: 'not-estimable', reason: 'no answer was reached', exclusions };
  }
  const { model } = fit;
  const chances = Array.from(model.maximum.logOdds, (value) => 1 / (1 + Math.exp(-value)));
  const totals = groups.categories.map(() => ({ n: 0, observed: 0, expected: 0, variance: 0 }));
  for (const [i, code] of groups.codes.entries()) {
    const total = totals[code];
    const p = at(chances, i);
    if (total === undefined) continue;
    total.n += 1;
    total.observed += at(frame.outcome, i);
    total.expected += p;
    total.variance += p * (1 - p);
  }
  const funnel = ratioFunnel(
    totals.map((total, code) => ({ team: groups.categories[code] ?? '', ...total })),
  );
  if (funnel.status !== 'computed') return { ...funnel, exclusions };
  const [n, events] = [frame.outcome.length, sum(frame.outcome)];
  const overallRate = events / n;
  const perParameter = eventsPerParameter(n, events, model.meanings.length);
  return {
    status: 'computed',
    method: model.method,
    n,
    events,
    eventsPerParameter: perParameter.eventsPerParameter,
    overallRate,
    teams: funnel.teams.map((entry, code) => {
      const size = totals[code]?.n ?? 0;
      const interval = wilsonInterval(entry.observed, size);
      const expectedRate = entry.expected / size;
      return {
        ...entry,
        n: size,
        rate: entry.observed / size,
        interval,
        expectedRate,
        ratioInterval: {
          lower: interval.lower / expectedRate,
          upper: interval.upper / expectedRate,
        },
        standardisedRate: standardisedRate(entry.ratio, overallRate),
      };
    }),
    overdispersion: funnel.overdispersion,
    concordance: concordanceOf(chances, frame.outcome),
    adjustment: terms.map(({ column }) => column),
    aliased: model.aliased,
    exclusions,
    warnings: [
      ...frame.warnings,
      ...exclusions.missing.map(
        ({ column, rows }) => `${column} is not known for ${rows} of ${exclusions.rowsGiven}`,
      ),
      ...model.aliased.map(({ name }) => `${name} repeats earlier columns and is left out`),
      ...(model.method === 'firth'
        ? ["outcomes are told apart without error: Firth's penalised likelihood is used"]
        : []),
      ...perParameter.warnings,
      ...funnel.warnings,
      ...standardisedWarnings(funnel.teams, overallRate),
    ],
  };
}
