import { ascentFactor } from './beta-binomial-maximum.ts';
import { requireLevel } from './checks.ts';
import { covarianceOf, factorInUnits, inUnits } from './design.ts';
import { chiSquaredUpper, normalQuantile, normalTwoSided } from './distributions.ts';
import { gaussHermite } from './gauss-hermite.ts';
import { fitModel, type FittedModel } from './logistic-fit.ts';
import { modelColumns, type ColumnMeaning } from './model-columns.ts';
import {
  modelFrame,
  type CategoricalValues,
  type Exclusions,
  type ModelFrame,
  type ModelSpec,
  type Table,
} from './model-frame.ts';
import { inverseFactor } from './positive-definite.ts';
import {
  membersOf,
  randomInterceptLikelihood,
  type MarginalPoint,
} from './random-intercept-likelihood.ts';
import {
  at,
  dotFrom,
  item,
  largestAbsolute,
  sum,
  timesVector,
  transposeTimesVector,
  type Matrix,
} from './vectors.ts';

export interface RandomInterceptOptions {
  /** Points of the quadrature, 1 to 100: 1 is Laplace's approximation, 15 the default. */
  readonly points?: number;
  /** Confidence, 0 to 1; 0.95 when left out. */
  readonly level?: number;
}

export interface MixedCoefficient extends ColumnMeaning {
  /** Log odds for clients of one and the same group. */
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
  readonly oddsRatio: number;
}

/** A group's own part of the log odds, drawn towards 0 the more, the fewer clients it has. */
export interface GroupEffect {
  readonly group: string;
  readonly n: number;
  readonly events: number;
  /** Conditional mode, log odds. */
  readonly effect: number;
  /** Given the coefficients and the spread as estimated. */
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

export interface RandomInterceptFit {
  readonly status: 'fitted';
  readonly method: string;
  readonly points: number;
  readonly level: number;
  readonly n: number;
  readonly events: number;
  readonly coefficients: readonly MixedCoefficient[];
  readonly covariance: readonly (readonly number[])[];
  /** Standard deviation of the groups' intercepts on the scale of log odds; 0 where chance explains all. */
  readonly spread: number;
  /** Null where the spread is 0. */
  readonly spreadStandardError: number | null;
  /** Share of the variation of the latent scale that lies between groups. */
  readonly intraclassCorrelation: number;
  readonly logLikelihood: number;
  /** Against no spread: half the chi-squared tail, since a spread cannot be negative. */
  readonly spreadTest: { readonly chiSquared: number; readonly p: number };
  readonly groups: readonly GroupEffect[];
  /** Linear predictor without the groups' part, for each row used. */
  readonly fixedLogOdds: readonly number[];
  readonly rows: readonly number[];
  readonly groupColumn: string;
  readonly aliased: readonly ColumnMeaning[];
  readonly exclusions: Exclusions;
  readonly seed: null;
  readonly iterations: number;
  readonly warnings: readonly string[];
}

export interface NoRandomInterceptFit {
  readonly status: 'too-few' | 'separated' | 'not-converged';
  readonly n: number;
  readonly reason: string;
  readonly exclusions: Exclusions;
}

export type RandomIntercept = RandomInterceptFit | NoRandomInterceptFit;

const MAX_ITERATIONS = 60;
const DIFFERENCE = 1e-4;
/** A step that moves no parameter by more than this ends the search. */
const ARRIVED = 1e-8;
/** A spread below this is none: the likelihood is flat there. */
const NO_SPREAD = 1e-4;
const FEW_GROUPS = 10;
const FIRST_SPREAD = 0.5;
/** Below the first, the likelihood is all but level in the spread; the second is well off that place. */
const LEVEL_SPREAD = 0.02;
const STEPPED_OFF = 0.1;

type Marginal = (parameters: readonly number[]) => MarginalPoint;

/** Minus the second derivatives, by central differences of the exact slopes. */
function informationAt(marginal: Marginal, parameters: readonly number[]): number[][] {
  const columns = parameters.map((_, j) => {
    const moved = (by: number): readonly number[] =>
      marginal(parameters.map((value, i) => (i === j ? value + by : value))).gradient;
    const [ahead, behind] = [moved(DIFFERENCE), moved(-DIFFERENCE)];
    return ahead.map((value, i) => (at(behind, i) - value) / (2 * DIFFERENCE));
  });
  return columns.map((column, i) =>
    column.map((value, j) => (value + at(item(columns, j), i)) / 2),
  );
}

interface Highest {
  readonly parameters: readonly number[];
  readonly information: number[][];
  readonly point: MarginalPoint;
  readonly iterations: number;
}

/** From a step that moves no parameter by more than this, the information of the last one serves for the next too. */
const CLOSE = 0.3;
/** Steps that reuse an information must shorten to this share each, or it is worked out anew. */
const SHRINKING = 0.1;
/** A step halved to less than this has met rounding. */
const LEAST_SHARE = 1e-12;

/** Newton's step from a point, by a factor of the inverse information there or nearby. */
function stepBy(factor: Matrix, { gradient }: MarginalPoint): number[] {
  return timesVector(factor, transposeTimesVector(factor, gradient));
}

/** The place a step leads to: a step longer than 1 is cut to that, one that leads downhill is halved until it does not. */
function stepUp(
  marginal: Marginal,
  from: readonly number[],
  { logLikelihood }: MarginalPoint,
  step: readonly number[],
): { parameters: number[]; point: MarginalPoint; isWhole: boolean } {
  const least = logLikelihood - 1e-11 * Math.abs(logLikelihood);
  for (let share = Math.min(1, 1 / largestAbsolute(step)); ; share /= 2) {
    const parameters = from.map((value, j) => value + share * at(step, j));
    const point = marginal(parameters);
    if (point.logLikelihood >= least || share < LEAST_SHARE) {
      return { parameters, point, isWhole: share === 1 };
    }
  }
}

/**
 * Newton's method uphill, made positive definite where it must be, steps halved until it rises. A spread of 0 is level
 * whatever the data, since its sign means nothing: where the likelihood rises on both sides, the search leaves it once.
 * The information costs far more than a slope, so steps near the answer share one.
 */
function highestPoint(marginal: Marginal, start: readonly number[]): Highest | undefined {
  let parameters = [...start];
  let point = marginal(parameters);
  let factor: Matrix | undefined;
  let last = Infinity;
  let hasSteppedOff = false;
  const spread = start.length - 1;
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration += 1) {
    let step = factor && stepBy(factor, point);
    if (step === undefined || largestAbsolute(step) <= ARRIVED) {
      const information = informationAt(marginal, parameters);
      const risesOnBothSides = at(item(information, spread), spread) < 0;
      if (!hasSteppedOff && risesOnBothSides && Math.abs(at(parameters, spread)) < LEVEL_SPREAD) {
        hasSteppedOff = true;
        parameters = parameters.with(spread, STEPPED_OFF);
        point = marginal(parameters);
        factor = undefined;
        continue;
      }
      factor = ascentFactor(information);
      if (factor === undefined) return undefined;
      step = stepBy(factor, point);
      if (largestAbsolute(step) <= ARRIVED) {
        return { parameters, information, point, iterations: iteration };
      }
    }
    const longest = largestAbsolute(step);
    if (!Number.isFinite(longest)) return undefined;
    const next = stepUp(marginal, parameters, point, step);
    ({ parameters, point } = next);
    const isNear = next.isWhole && longest <= CLOSE && longest <= SHRINKING * last;
    if (!isNear) factor = undefined;
    last = longest;
  }
  return undefined;
}

function groupEffects(
  frame: ModelFrame,
  groups: CategoricalValues,
  members: readonly Int32Array[],
  point: MarginalPoint,
  spread: number,
  multiplier: number,
): GroupEffect[] {
  return groups.categories.map((group, g) => {
    const { mode, curvature } = item(point.groups, g);
    const effect = spread * mode;
    const standardError = Math.abs(spread) / Math.sqrt(curvature);
    const weights = Float64Array.from(item(members, g), (row) => at(frame.weights, row));
    const outcomes = Float64Array.from(item(members, g), (row) => at(frame.outcome, row));
    return {
      group,
      n: sum(weights),
      events: dotFrom(weights, outcomes, 0),
      effect,
      standardError,
      lower: effect - multiplier * standardError,
      upper: effect + multiplier * standardError,
    };
  });
}

function describe(
  frame: ModelFrame,
  groups: CategoricalValues,
  members: readonly Int32Array[],
  plain: FittedModel,
  highest: Highest,
  points: number,
  level: number,
): RandomInterceptFit {
  const { design, rows, meanings, aliased } = plain;
  const k = design.columns.length;
  const { parameters, information, point } = highest;
  const spread = at(parameters, k);
  const isNone = Math.abs(spread) < NO_SPREAD;
  const fixed = parameters.slice(0, k);
  const full = isNone ? undefined : inverseFactor(information);
  const factor = factorInUnits(design, full?.slice(0, k) ?? plain.maximum.factor);
  const estimates = inUnits(design, fixed);
  const multiplier = normalQuantile(1 - (1 - level) / 2);
  const gain = 2 * (point.logLikelihood - plain.maximum.logLikelihood);
  const chiSquared = isNone ? 0 : Math.max(0, gain);
  return {
    status: 'fitted',
    method: points === 1 ? 'Laplace' : `adaptive Gauss-Hermite quadrature, ${points} points`,
    points,
    level,
    n: sum(rows.trials),
    events: sum(rows.successes),
    coefficients: meanings.map((meaning, j) => {
      const estimate = at(estimates, j);
      const standardError = Math.hypot(...item(factor, j));
      const z = estimate / standardError;
      return {
        ...meaning,
        estimate,
        standardError,
        z,
        p: normalTwoSided(z),
        lower: estimate - multiplier * standardError,
        upper: estimate + multiplier * standardError,
        oddsRatio: Math.exp(estimate),
      };
    }),
    covariance: covarianceOf(factor),
    spread: isNone ? 0 : Math.abs(spread),
    spreadStandardError: full === undefined ? null : Math.hypot(...item(full, k)),
    intraclassCorrelation: isNone ? 0 : spread ** 2 / (spread ** 2 + Math.PI ** 2 / 3),
    logLikelihood: point.logLikelihood,
    spreadTest: { chiSquared, p: chiSquared > 0 ? chiSquaredUpper(chiSquared, 1) / 2 : 1 },
    groups: groupEffects(frame, groups, members, point, isNone ? 0 : spread, multiplier),
    fixedLogOdds: timesColumns(design.columns, fixed, rows.offset),
    rows: rows.positions,
    groupColumn: groups.column,
    aliased,
    exclusions: frame.exclusions,
    seed: null,
    iterations: highest.iterations,
    warnings: [
      ...frame.warnings,
      ...aliased.map(({ name }) => `${name} repeats earlier columns and is left out`),
      ...(isNone ? [`values of ${groups.column} differ by no more than chance`] : []),
      ...(groups.categories.length < FEW_GROUPS
        ? [`only ${groups.categories.length} values of ${groups.column}: their spread is uncertain`]
        : []),
    ],
  };
}

/** The linear predictor as a plain list. */
function timesColumns(
  columns: readonly Float64Array[],
  coefficients: readonly number[],
  offset: Float64Array,
): number[] {
  return Array.from(offset, (known, i) => {
    let total = known;
    for (const [j, column] of columns.entries()) total += at(coefficients, j) * at(column, i);
    return total;
  });
}

/**
 * Logistic regression with a random intercept for each team: clients of a team are alike, a team's own effect is
 * drawn towards the others, and small teams most.
 * Formula: logit p = offset + x b + s u, u standard normal per team; likelihood of randomInterceptLikelihood, by Laplace's
 * approximation or adaptive Gauss-Hermite quadrature, its maximum over b and s by Newton's method; errors from all
 * second derivatives; team effects s u at the conditional mode, error s / sqrt(curvature), given b and s.
 *
 * @param table columns by name
 * @param spec outcome, terms, weights, offset and the column of groups
 * @param options points of the quadrature, level
 * @returns 'fitted' with coefficients, spread, its test and one effect per team; a spread of 0 (with a warning) where
 *   teams differ by no more than chance, the coefficients then being those of plain logistic regression; 'too-few' without
 *   two teams or without both outcomes; 'separated'; 'not-converged'
 * @throws RangeError as modelFrame, when the spec names no groups or has them as a term, for a level outside 0 to 1 or
 *   points outside 1 to 100
 * Source: Pinheiro and Bates (1995), Journal of Computational and Graphical Statistics 4, 12-35; the model of lme4's
 * glmer. Checked against mixed.expected.json (glmer) and regression-extra.expected.json (integration in R).
 */
export function randomIntercept(
  table: Table,
  spec: ModelSpec,
  options: RandomInterceptOptions = {},
): RandomIntercept {
  const caller = 'randomIntercept';
  const { points = 15, level = 0.95 } = options;
  requireLevel(caller, level);
  const quadrature = gaussHermite(points);
  const frame = modelFrame(caller, table, spec);
  const { groups, exclusions } = frame;
  if (groups === undefined) throw new RangeError(`${caller}: spec must name a column of groups`);
  if (frame.terms.some(({ column }) => column === groups.column)) {
    throw new RangeError(
      `${caller}: ${groups.column} must not be a term beside its own intercepts`,
    );
  }
  const n = sum(frame.weights);
  const none = (status: NoRandomInterceptFit['status'], reason: string): NoRandomInterceptFit => ({
    status,
    n,
    reason,
    exclusions,
  });
  if (groups.categories.length < 2) {
    return none('too-few', `random intercepts need at least two values of ${groups.column}`);
  }
  if (frame.outcome.every((value) => value === frame.outcome[0])) {
    return none('too-few', 'nobody or everybody has the outcome');
  }
  const plain = fitModel(modelColumns(caller, frame), 'maximum-likelihood');
  if (plain.outcome === 'separated') {
    const names = plain.columns.map(({ name }) => name).join(', ');
    return none('separated', `outcomes are told apart without error by ${names}`);
  }
  if (plain.outcome === 'not-converged') return none('not-converged', plain.reason);
  const { model } = plain;
  const members = membersOf(groups.codes, groups.categories.length);
  const marginal = randomInterceptLikelihood(model.design, model.rows, members, quadrature);
  const highest = highestPoint(marginal, [...model.maximum.parameters, FIRST_SPREAD]);
  return highest === undefined
    ? none('not-converged', 'no maximum was reached')
    : describe(frame, groups, members, model, highest, points, level);
}
