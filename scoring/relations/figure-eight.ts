import { requireLevel } from '#scoring/statistics/checks.ts';
import { categoryRates } from '#scoring/statistics/category-rates.ts';
import { normalQuantile } from '#scoring/statistics/distributions.ts';
import { eventsPerParameter } from '#scoring/statistics/events-per-parameter.ts';
import { karlsonHolmBreen } from '#scoring/statistics/karlson-holm-breen.ts';
import {
  fitModel,
  type FittedModel,
  type LogisticMethod,
  type ModelFit,
} from '#scoring/statistics/logistic-fit.ts';
import { marginalEffects, type MarginalEffect } from '#scoring/statistics/marginal-effects.ts';
import { modelColumns, type ColumnMeaning } from '#scoring/statistics/model-columns.ts';
import {
  modelFrame,
  type CategoricalTerm,
  type CategoricalValues,
  type Exclusions,
  type MissingRule,
  type ModelFrame,
  type ModelTerm,
  type Table,
} from '#scoring/statistics/model-frame.ts';
import { quantile } from '#scoring/statistics/quantile.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';
import { at, item, rowProducts, sum } from '#scoring/statistics/vectors.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';

import { bootstrapChanges } from './figure-eight-bootstrap.ts';

/** Which columns of a table of clients figure 8 is made of. */
export interface FigureEightQuestion {
  /** Column of 0 and 1: the job start. */
  readonly outcome: string;
  /** The team, with the reference the reader chose. */
  readonly team: CategoricalTerm;
  /** Bands of meetings. */
  readonly bands: CategoricalTerm;
  /** The other factors of the model. */
  readonly others: readonly ModelTerm[];
  /** Column with the number of meetings, for the means beside the odds ratios; optional. */
  readonly meetings?: string;
  /** Column of how many clients a row stands for; 1 each when left out. */
  readonly weights?: string;
  readonly missing?: MissingRule;
}

export interface FigureEightOptions {
  readonly seed: number;
  /** Refits of the bootstrap; 1,000 when left out. */
  readonly refits?: number;
  /** Confidence, 0 to 1; 0.95 when left out. */
  readonly level?: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

/** How a team's meetings go with job starts, against the reference team. */
export type MeetingsClass = 'more effectively' | 'less effectively' | 'about as effectively';

interface TeamFacts {
  readonly team: string;
  /** By weight, as are job starts, rate and mean. */
  readonly n: number;
  readonly events: number;
  readonly rate: number;
  readonly interval: Interval | null;
  /** Null where the table has no numbers of meetings, or none is known for the team. */
  readonly meanMeetings: number | null;
}

export interface TeamInFigureEight extends TeamFacts {
  /** With the meeting bands in the model, Wald's interval. */
  readonly oddsRatioWith: Estimate;
  /** Without them, on the same clients. */
  readonly oddsRatioWithout: Estimate;
  /** Without them, on the scale of the model with them (Karlson, Holm and Breen). */
  readonly oddsRatioWithoutSameScale: Estimate | null;
  readonly effectWith: MarginalEffect;
  readonly effectWithout: MarginalEffect;
  /** Effect with the bands less effect without: the number the class comes from. */
  readonly change: Estimate;
  /** Refits that gave this team a change. */
  readonly refits: number;
  readonly class: MeetingsClass;
}

export interface FigureEight {
  readonly status: 'fitted';
  readonly method: LogisticMethod;
  readonly intervalMethod: string;
  readonly level: number;
  readonly n: number;
  readonly events: number;
  /** In the model with bands. */
  readonly eventsPerParameter: number | null;
  /** The team others are compared with: it is never classed. */
  readonly reference: TeamFacts;
  readonly teams: readonly TeamInFigureEight[];
  readonly seed: number;
  readonly refits: number;
  /** Refits in which outcomes of some category were all the same, or no answer was reached. */
  readonly separatedRefits: number;
  readonly failedRefits: number;
  readonly adjustment: readonly string[];
  readonly exclusions: Exclusions;
  readonly warnings: readonly string[];
  /** To be printed with the figure. */
  readonly cautions: readonly string[];
}

export interface NoFigureEight {
  readonly status: 'too-few' | 'not-estimable';
  readonly reason: string;
  readonly n: number;
  readonly exclusions: Exclusions;
}

const DEFAULT_REFITS = 1000;

export const figureEightCautions = [
  'Odds ratios move away from 1 whenever a strong factor is added to a model, related to team or not. The class comes from the change in average marginal effect alone.',
  'Meetings build up with time in the service and stop at a job start, so clients with many meetings had the time to have them. The landmark variant counts the first 60 days only.',
  'This is an association. It does not show that meetings bring about job starts.',
];

interface Nested {
  readonly frame: ModelFrame;
  readonly without: ModelFrame;
  readonly team: CategoricalValues;
}

/** Both models on the same clients: those with every answer, bands included. */
function nestedFrames(table: Table, question: FigureEightQuestion): Nested | undefined {
  const { outcome, team, bands, others, missing, weights } = question;
  const terms = [team, ...others, bands];
  const spec = {
    ...{ outcome, terms },
    ...(missing === undefined ? {} : { missing }),
    ...(weights === undefined ? {} : { weights }),
  };
  const frame = modelFrame('figureEight', table, spec);
  const found = frame.terms.find(({ column }) => column === team.column);
  if (found?.kind !== 'categorical') return undefined;
  const without = frame.terms.filter(({ column }) => column !== bands.column);
  return { frame, without: { ...frame, terms: without }, team: found };
}

function isOf(column: string, category: string): (meaning: ColumnMeaning) => boolean {
  return (meaning) => meaning.term === column && meaning.category === category;
}

function oddsRatioOf(
  model: FittedModel,
  column: string,
  category: string,
  multiplier: number,
): Estimate | undefined {
  const j = model.meanings.findIndex(isOf(column, category));
  if (j < 0) return undefined;
  const estimate = at(model.estimates, j);
  const reach = multiplier * Math.hypot(...item(model.factor, j));
  return {
    value: Math.exp(estimate),
    lower: Math.exp(estimate - reach),
    upper: Math.exp(estimate + reach),
  };
}

function classOf({ lower, upper }: Interval): MeetingsClass {
  if (lower > 0) return 'more effectively';
  return upper < 0 ? 'less effectively' : 'about as effectively';
}

function teamFacts(
  table: Table,
  question: FigureEightQuestion,
  { frame, team }: Nested,
  level: number,
): TeamFacts[] {
  const meetings = question.meetings === undefined ? undefined : table[question.meetings];
  if (question.meetings !== undefined && meetings === undefined) {
    throw new RangeError(`figureEight: the table has no column ${question.meetings}`);
  }
  const rates = categoryRates({ ...frame, terms: [team] }, level);
  return rates.map(({ category, n, events, rate, interval }, code) => {
    let [known, held] = [0, 0];
    for (const [i, row] of frame.positions.entries()) {
      const value = team.codes[i] === code ? meetings?.[row] : null;
      if (typeof value !== 'number') continue;
      known += at(frame.weights, i);
      held += at(frame.weights, i) * value;
    }
    const meanMeetings = known > 0 ? held / known : null;
    return { team: category, n, events, rate, interval, meanMeetings };
  });
}

/** Both models, by Firth's method if either has no finite maximum. */
function fitBoth(nested: Nested): {
  readonly full: ModelFit;
  readonly without: ModelFit;
  readonly method: LogisticMethod;
} {
  const columns = [nested.frame, nested.without].map((frame) => modelColumns('figureEight', frame));
  const [a, b] = [item(columns, 0), item(columns, 1)];
  const full = fitModel(a, 'maximum-likelihood');
  const without = fitModel(b, 'maximum-likelihood');
  if (full.outcome !== 'separated' && without.outcome !== 'separated') {
    return { full, without, method: 'maximum-likelihood' };
  }
  return { full: fitModel(a, 'firth'), without: fitModel(b, 'firth'), method: 'firth' };
}

/**
 * Figure 8 of the evaluation: whether a team turns meetings into job starts more, less or about as effectively as
 * the reference team.
 * Formula: two logistic models on the same clients, with and without the meeting bands. A team's average marginal
 * effect against the reference in the one less that in the other is the change; its interval runs between quantiles
 * (type 7) of the change over refits to clients drawn with replacement. More or less only where that interval leaves
 * 0. Odds ratios of both models stand beside, and those without bands on the scale of the model with them
 * (karlsonHolmBreen) as a check; none of them decides anything. With weights a row counts as so many clients alike in both
 * models, the effects and the check, and is drawn in proportion to its weight: everything follows from the weighted clients,
 * in whatever order they stand and however their weight is divided into rows.
 *
 * @param table columns by name, one row a client
 * @param question outcome, team with its reference, bands, other factors, number of meetings, weights
 * @param options seed, refits, level
 * @returns 'fitted' with one entry per team but the reference, in the order of the alphabet, and the reference's own
 *   figures; 'too-few' under two teams, two bands or without both outcomes; 'not-estimable'
 * @throws RangeError as modelFrame, or for refits under 2 or a level outside 0 to 1
 * Source: outcome definitions, section 7. Checked against clients.expected.json (R), the interval against another
 * bootstrap of 2,000 refits in R within the error of both (regression-extra.expected.json); weights against rows repeated.
 */
export function figureEight(
  table: Table,
  question: FigureEightQuestion,
  options: FigureEightOptions,
): FigureEight | NoFigureEight {
  const { seed, refits = DEFAULT_REFITS, level = 0.95 } = options;
  requireLevel('figureEight', level);
  if (!Number.isInteger(refits) || refits < 2) {
    throw new RangeError('figureEight: refits must be a whole number of at least 2');
  }
  const nested = nestedFrames(table, question);
  if (nested === undefined) throw new RangeError('figureEight: team must be a list of categories');
  const { frame, team } = nested;
  const n = sum(frame.weights);
  const { exclusions } = frame;
  const bandsLeft = frame.terms.find(({ column }) => column === question.bands.column);
  const isTooFew =
    team.categories.length < 2 ||
    bandsLeft?.kind !== 'categorical' ||
    bandsLeft.categories.length < 2 ||
    frame.outcome.every((value) => value === frame.outcome[0]);
  if (isTooFew) {
    const reason = 'two teams, two bands of meetings and both outcomes are needed';
    return { status: 'too-few', reason, n, exclusions };
  }
  const { full, without, method } = fitBoth(nested);
  if (full.outcome !== 'fitted' || without.outcome !== 'fitted') {
    return { status: 'not-estimable', reason: 'no answer was reached', n, exclusions };
  }
  const multiplier = normalQuantile(1 - (1 - level) / 2);
  const check = karlsonHolmBreen(
    nested.without,
    without.model,
    full.model,
    question.bands.column,
    method,
  );
  const { changes, separated, failed } = bootstrapChanges(
    nested,
    [full.model, without.model],
    createRandom(seed),
    refits,
  );
  const facts = teamFacts(table, question, nested, level);
  const effectsOf = (model: FittedModel, on: ModelFrame): MarginalEffect[] =>
    marginalEffects(model, { ...on, terms: [team] }, level);
  const effects = {
    with: effectsOf(full.model, frame),
    without: effectsOf(without.model, nested.without),
  };
  const left: string[] = [];
  const events = sum(rowProducts(frame.outcome, frame.weights));
  const perParameter = eventsPerParameter(n, events, full.model.meanings.length);
  const teams = facts.slice(1).flatMap((fact, k): TeamInFigureEight[] => {
    const ratioOf = (model: FittedModel): Estimate | undefined =>
      oddsRatioOf(model, team.column, fact.team, multiplier);
    const isTeam = ({ category }: MarginalEffect): boolean => category === fact.team;
    const [effectWith, effectWithout] = [effects.with.find(isTeam), effects.without.find(isTeam)];
    const [oddsRatioWith, oddsRatioWithout] = [ratioOf(full.model), ratioOf(without.model)];
    const drawn = item(changes, k);
    if (!effectWith || !effectWithout || !oddsRatioWith || !oddsRatioWithout || drawn.length < 2) {
      left.push(`${fact.team} follows from other factors, or was hardly ever drawn: left out`);
      return [];
    }
    const tail = (1 - level) / 2;
    const interval = { lower: quantile(drawn, tail), upper: quantile(drawn, 1 - tail) };
    return [
      {
        ...fact,
        oddsRatioWith,
        oddsRatioWithout,
        oddsRatioWithoutSameScale:
          check.outcome === 'fitted' ? (ratioOf(check.model) ?? null) : null,
        effectWith,
        effectWithout,
        change: { value: effectWith.effect - effectWithout.effect, ...interval },
        refits: drawn.length,
        class: classOf(interval),
      },
    ];
  });
  return {
    status: 'fitted',
    method,
    intervalMethod: 'bootstrap of clients, percentiles',
    level,
    n,
    events,
    eventsPerParameter: perParameter.eventsPerParameter,
    reference: item(facts, 0),
    teams,
    seed,
    refits,
    separatedRefits: separated,
    failedRefits: failed,
    adjustment: frame.terms.map(({ column }) => column),
    exclusions,
    warnings: [
      ...frame.warnings,
      ...exclusions.missing.map(
        ({ column, rows }) => `${column} is not known for ${rows} of ${exclusions.rowsGiven}`,
      ),
      ...(method === 'firth'
        ? ["outcomes are told apart without error: Firth's penalised likelihood is used"]
        : []),
      ...perParameter.warnings,
      ...left,
      ...(failed > 0 ? [`${failed} of ${refits} refits gave no answer`] : []),
    ],
    cautions: figureEightCautions,
  };
}
