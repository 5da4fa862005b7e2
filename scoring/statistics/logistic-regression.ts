import { extremeWarnings } from './binomial-fit.ts';
import { rowMoments } from './binomial-likelihood.ts';
import { categoryRates, type CategoryRate } from './category-rates.ts';
import { requireLevel } from './checks.ts';
import { clusterRobust } from './cluster-robust.ts';
import { covarianceOf } from './design.ts';
import {
  chiSquaredQuantile,
  chiSquaredUpper,
  normalQuantile,
  normalTwoSided,
} from './distributions.ts';
import { eventsPerParameter } from './events-per-parameter.ts';
import { leverages } from './leverages.ts';
import { likelihoodRatio } from './likelihood-ratio-test.ts';
import { climb } from './likelihood-climb.ts';
import { fitModel, type FittedModel, type LogisticMethod, type ModelFit } from './logistic-fit.ts';
import type {
  LogisticCoefficient,
  LogisticFit,
  LogisticRegression,
  NoLogisticFit,
  ProfileInterval,
} from './logistic-result.ts';
import { marginalEffects } from './marginal-effects.ts';
import { modelColumns, type ColumnMeaning } from './model-columns.ts';
import { modelFrame, type ModelFrame, type ModelSpec, type Table } from './model-frame.ts';
import { profileLimit } from './profile-limit.ts';
import { at, item, lengthFrom, sum } from './vectors.ts';

export interface LogisticOptions {
  /**
   * Maximum likelihood, Firth's penalised likelihood, or (the default) Firth's only where outcomes are
   * separated.
   */
  readonly method?: LogisticMethod | 'firth-if-separated';
  /** Confidence, 0 to 1; 0.95 when left out. */
  readonly level?: number;
  /** Which coefficients get profile intervals: all (the default), none, or those of some columns. */
  readonly profile?: boolean | readonly string[];
  /** Average marginal effects with errors; left out unless asked for. */
  readonly marginalEffects?: boolean;
  /** Column of clusters for robust errors. */
  readonly cluster?: string;
  /** Fitted chances and leverages row by row; left out unless asked for. */
  readonly byRow?: boolean;
}

function isProfiled({ term }: ColumnMeaning, profile: boolean | readonly string[]): boolean {
  return typeof profile === 'boolean' ? profile : term !== null && profile.includes(term);
}

function profileOf(model: FittedModel, j: number, level: number): ProfileInterval {
  const { likelihood, maximum } = model;
  const combination = item(model.design.toUnits, j);
  const fall = chiSquaredQuantile(level, 1) / 2;
  const question = { likelihood, maximum, combination, fall };
  const none = climb(likelihood, maximum, { combination, value: 0 });
  const lost = none && 2 * (maximum.logLikelihood - none.point.logLikelihood);
  return {
    lower: profileLimit({ ...question, side: 'lower' }) ?? null,
    upper: profileLimit({ ...question, side: 'upper' }) ?? null,
    p: lost === undefined ? null : chiSquaredUpper(Math.max(0, lost), 1),
  };
}

function coefficientsOf(
  model: FittedModel,
  rates: readonly CategoryRate[],
  totals: { readonly n: number; readonly events: number },
  level: number,
  profile: boolean | readonly string[],
): LogisticCoefficient[] {
  const multiplier = normalQuantile(1 - (1 - level) / 2);
  return model.meanings.map((meaning, j) => {
    const estimate = at(model.estimates, j);
    const standardError = lengthFrom(item(model.factor, j), 0);
    const z = estimate / standardError;
    const reach = multiplier * standardError;
    const wald = { lower: estimate - reach, upper: estimate + reach };
    const profiled = isProfiled(meaning, profile) ? profileOf(model, j, level) : null;
    const { lower, upper } = profiled ?? wald;
    const { n, events } =
      rates.find((r) => r.column === meaning.term && r.category === meaning.category) ?? totals;
    const penalised = model.method === 'firth' ? 'profile penalised likelihood' : undefined;
    // Field by field: spreading into an object with so many more fields takes 10 microseconds, fields named none to speak of.
    const { name, term, category, reference } = meaning;
    return {
      name,
      term,
      category,
      reference,
      estimate,
      standardError,
      z,
      p: normalTwoSided(z),
      wald,
      profile: profiled,
      oddsRatio: Math.exp(estimate),
      oddsRatioInterval: {
        lower: lower === null ? null : Math.exp(lower),
        upper: upper === null ? null : Math.exp(upper),
      },
      intervalMethod: profiled === null ? 'Wald' : (penalised ?? 'profile likelihood'),
      n,
      events,
    };
  });
}

function warningsOf(
  frame: ModelFrame,
  model: FittedModel,
  separated: readonly ColumnMeaning[],
  fewEvents: readonly string[],
): string[] {
  const names = separated.map(({ name }) => name).join(', ');
  const lost = frame.exclusions.missing.map(
    ({ column, rows }) => `${column} is not known for ${rows} of ${frame.exclusions.rowsGiven}`,
  );
  return [
    ...frame.warnings,
    ...lost,
    ...model.aliased.map(({ name }) => `${name} repeats earlier columns and is left out`),
    ...(separated.length > 0
      ? [`outcomes are told apart without error by ${names}: Firth's penalised likelihood is used`]
      : []),
    ...fewEvents,
    ...extremeWarnings(model.maximum.logOdds),
  ];
}

/** The deviance of a model without terms, the offset kept. */
function nullDevianceOf(frame: ModelFrame, fitted: FittedModel): number {
  const alone = fitModel(
    modelColumns('logisticRegression', { ...frame, terms: [] }),
    'maximum-likelihood',
    [Math.log(sum(fitted.rows.successes) / (sum(frame.weights) - sum(fitted.rows.successes)))],
  );
  return alone.outcome === 'fitted' ? -2 * alone.model.maximum.logLikelihood : NaN;
}

/** Firth's log likelihood in the units of the table: its determinant changes with the scale of columns. */
function penaltyShift(model: FittedModel): number {
  return -sum(model.design.toUnits.map((row, j) => Math.log(at(row, j))));
}

function describe(
  frame: ModelFrame,
  model: FittedModel,
  separated: readonly ColumnMeaning[],
  options: LogisticOptions,
): LogisticFit {
  const level = options.level ?? 0.95;
  const { rows, design, maximum } = model;
  const [n, events] = [sum(rows.trials), sum(rows.successes)];
  const rates = categoryRates(frame, level);
  const moments = rowMoments(rows, maximum.logOdds);
  const deviance = -2 * moments.logLikelihood;
  const nullDeviance = nullDevianceOf(frame, model);
  const isFirth = model.method === 'firth';
  const terms = design.names.length - 1;
  const perParameter = eventsPerParameter(n, events, design.names.length);
  return {
    status: 'fitted',
    method: model.method,
    level,
    n,
    events,
    parameters: design.names.length,
    eventsPerParameter: perParameter.eventsPerParameter,
    coefficients: coefficientsOf(model, rates, { n, events }, level, options.profile ?? true),
    covariance: covarianceOf(model.factor),
    logLikelihood: moments.logLikelihood,
    penalisedLogLikelihood: isFirth ? maximum.logLikelihood + penaltyShift(model) : null,
    deviance,
    nullDeviance,
    aic: isFirth ? null : deviance + 2 * design.names.length,
    likelihoodRatio: isFirth ? null : likelihoodRatio(nullDeviance, deviance, terms),
    categories: rates,
    marginalEffects: options.marginalEffects === true ? marginalEffects(model, frame, level) : null,
    clusterRobust: frame.groups === undefined ? null : clusterRobust(model, frame.groups, level),
    rows: options.byRow === true ? frame.positions : null,
    fitted:
      options.byRow === true
        ? Array.from(maximum.logOdds, (value) => 1 / (1 + Math.exp(-value)))
        : null,
    leverages:
      options.byRow === true ? [...leverages(design, maximum.factor, moments.variances)] : null,
    aliased: model.aliased,
    separated,
    comparator: Object.fromEntries(
      frame.terms.flatMap((term) =>
        term.kind === 'categorical' ? [[term.column, term.categories[0] ?? '']] : [],
      ),
    ),
    adjustment: frame.terms.map(({ column }) => column),
    exclusions: frame.exclusions,
    seed: null,
    iterations: model.iterations,
    warnings: warningsOf(frame, model, separated, perParameter.warnings),
  };
}

function noFit(
  frame: ModelFrame,
  status: NoLogisticFit['status'],
  reason: string,
  separated: readonly ColumnMeaning[] = [],
): NoLogisticFit {
  const { exclusions, warnings } = frame;
  const events = sum(frame.outcome.map((value, i) => value * at(frame.weights, i)));
  return { status, n: sum(frame.weights), events, reason, separated, exclusions, warnings };
}

/**
 * Logistic regression from a table of named columns: how the odds of a job start differ between categories
 * of clients, all else equal.
 * Formula: logit p = offset + X b by maximum likelihood (Newton's steps, Cholesky's factor of X'WX on scaled columns, QR
 * where columns are nearly equal), or by Firth's penalised likelihood l + log|X'WX| / 2; covariance
 * (X'WX)^-1; Wald intervals b +- z se; profile intervals as roots of the (penalised) deviance; deviance -2 l, AIC
 * deviance + 2 k.
 *
 * @param table columns by name; null is an answer not known. 1e6 rows are no problem; with very many, ask for profile
 *   intervals of few columns, since each costs about ten passes over the rows
 * @param spec outcome (0 and 1), terms with chosen references, weights (clients a row stands for), offset, and what
 *   becomes of missing answers
 * @param options method, level, profile intervals, marginal effects, clusters, values by row
 * @returns 'fitted' with one entry per coefficient, plain rates of every category, exclusions by column,
 *   events per parameter, columns left out, columns that separate and warnings; 'too-few' without a row,
 *   'constant' when nobody or everybody has the outcome, 'separated' (only where the method is maximum
 *   likelihood) with the columns, 'not-converged'
 * @throws RangeError as modelFrame, or for a level outside 0 to 1
 * Source: Hosmer, Lemeshow and Sturdivant (2013), Applied Logistic Regression; Firth (1993), Biometrika 80,
 * 27-38; Venzon and Moolgavkar (1988), Applied Statistics 37, 87-94. Checked against R's glm and brglm2:
 * clients.expected.json, separation.expected.json, regression-extra.expected.json.
 */
export function logisticRegression(
  table: Table,
  spec: ModelSpec,
  options: LogisticOptions = {},
): LogisticRegression {
  const caller = 'logisticRegression';
  requireLevel(caller, options.level ?? 0.95);
  const { cluster } = options;
  const frame = modelFrame(
    caller,
    table,
    cluster === undefined ? spec : { ...spec, groups: cluster },
  );
  if (frame.positions.length === 0) return noFit(frame, 'too-few', 'no row has every answer');
  if (frame.outcome.every((value) => value === frame.outcome[0])) {
    const who = frame.outcome[0] === 0 ? 'nobody' : 'everybody';
    return noFit(frame, 'constant', `${who} has the outcome, so nothing can go with it`);
  }
  const columns = modelColumns(caller, frame);
  const method = options.method ?? 'firth-if-separated';
  const plain: ModelFit = fitModel(columns, method === 'firth' ? 'firth' : 'maximum-likelihood');
  const separated = plain.outcome === 'separated' ? plain.columns : [];
  const isMended = plain.outcome === 'separated' && method === 'firth-if-separated';
  const fit = isMended ? fitModel(columns, 'firth') : plain;
  if (fit.outcome === 'fitted') return describe(frame, fit.model, separated, options);
  if (fit.outcome === 'not-converged') return noFit(frame, 'not-converged', fit.reason, separated);
  const names = fit.columns.map(({ name }) => name).join(', ');
  const reason = `no finite odds ratio exists: outcomes are told apart without error by ${names}`;
  return noFit(frame, 'separated', reason, fit.columns);
}
