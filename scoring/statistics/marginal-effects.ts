import { requireLevel } from './checks.ts';
import { normalQuantile, normalTwoSided } from './distributions.ts';
import type { FittedModel } from './logistic-fit.ts';
import type { ColumnMeaning } from './model-columns.ts';
import type { CategoricalValues, ModelFrame, NumericValues } from './model-frame.ts';
import { at, dotFrom, item, sum, transposeTimesVector } from './vectors.ts';

/** By how much the chance of a job start differs, averaged over the clients as they are. */
export interface MarginalEffect {
  readonly column: string;
  /** The category set against the reference; null for one unit of a measurement. */
  readonly category: string | null;
  readonly reference: string | null;
  /** Difference of probabilities, -1 to 1. */
  readonly effect: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

interface Change {
  readonly effect: number;
  /** Its slope in each coefficient of a scaled column. */
  readonly gradient: readonly number[];
}

/** p and p (1 - p) at given log odds, each times the row's weight. */
function chancesAt(
  logOdds: Float64Array,
  weights: Float64Array,
): { readonly chance: Float64Array; readonly variance: Float64Array } {
  const chance = new Float64Array(logOdds.length);
  const variance = new Float64Array(logOdds.length);
  for (let i = 0; i < logOdds.length; i += 1) {
    const small = Math.exp(-Math.abs(logOdds[i] ?? 0));
    const unit = 1 / (1 + small);
    const weight = weights[i] ?? 0;
    chance[i] = weight * ((logOdds[i] ?? 0) >= 0 ? unit : small * unit);
    variance[i] = weight * small * unit * unit;
  }
  return { chance, variance };
}

/** Coefficients of the scaled columns of a model, by whatever way they were found. */
export interface CoefficientsOfColumns {
  readonly meanings: readonly ColumnMeaning[];
  readonly parameters: readonly number[];
}

/** Scaled coefficients of a term's categories, the reference's being 0, and their columns. */
function categoryCoefficients(
  { meanings, parameters }: CoefficientsOfColumns,
  term: CategoricalValues,
): { readonly coefficients: number[]; readonly columns: (number | undefined)[] } {
  const columns = term.categories.map((category) => {
    const found = meanings.findIndex(
      (meaning) => meaning.term === term.column && meaning.category === category,
    );
    return found < 0 ? undefined : found;
  });
  return { coefficients: columns.map((j) => (j === undefined ? 0 : at(parameters, j))), columns };
}

/** Everybody put into each category in turn, against everybody put into the reference. */
function categoryChanges(
  model: FittedModel,
  weights: Float64Array,
  term: CategoricalValues,
): Change[] {
  const { logOdds, parameters } = model.maximum;
  const { meanings } = model;
  const { coefficients, columns } = categoryCoefficients({ meanings, parameters }, term);
  const total = sum(weights);
  const without = logOdds.map((value, i) => value - at(coefficients, term.codes[i] ?? 0));
  const own = new Set(columns);
  const reference = chancesAt(without, weights);
  return term.categories.slice(1).map((_, k) => {
    const coefficient = at(coefficients, k + 1);
    const here = chancesAt(
      without.map((value) => value + coefficient),
      weights,
    );
    const difference = here.variance.map((value, i) => value - at(reference.variance, i));
    return {
      effect: (sum(here.chance) - sum(reference.chance)) / total,
      gradient: model.design.columns.map((column, j) => {
        if (!own.has(j)) return dotFrom(column, difference, 0) / total;
        return j === columns[k + 1] ? sum(here.variance) / total : 0;
      }),
    };
  });
}

/** The slope of the chance in a measurement, per unit of it. */
function numericChange(
  model: FittedModel,
  weights: Float64Array,
  term: NumericValues,
): Change | undefined {
  const own = model.meanings.findIndex(
    (meaning) => meaning.term === term.column && meaning.category === null,
  );
  if (own < 0) return undefined;
  const perUnit = at(item(model.design.toUnits, own), own);
  const coefficient = perUnit * at(model.maximum.parameters, own);
  const { logOdds } = model.maximum;
  const { variance } = chancesAt(logOdds, weights);
  const total = sum(weights);
  const slope = sum(variance) / total;
  const bend = variance.map((value, i) => -value * Math.tanh(at(logOdds, i) / 2));
  return {
    effect: coefficient * slope,
    gradient: model.design.columns.map(
      (column, j) =>
        (coefficient * dotFrom(column, bend, 0)) / total + (j === own ? perUnit * slope : 0),
    ),
  };
}

/**
 * The effects of one categorical term alone, without errors: what a bootstrap needs of each refit.
 *
 * @param columns meanings and coefficients of the scaled columns
 * @param logOdds of each row at these coefficients
 * @param weights one per row, 0 for rows that a resample left out
 * @param term with the category of each row
 * @returns one effect per category but the reference
 */
export function categoryEffects(
  columns: CoefficientsOfColumns,
  logOdds: Float64Array,
  weights: Float64Array,
  term: CategoricalValues,
): number[] {
  const { coefficients } = categoryCoefficients(columns, term);
  const without = logOdds.map((value, i) => value - (coefficients[term.codes[i] ?? 0] ?? 0));
  const total = sum(weights);
  const meanAt = (shift: number): number => {
    let mean = 0;
    for (let i = 0; i < without.length; i += 1) {
      const weight = weights[i] ?? 0;
      if (weight > 0) mean += weight / (1 + Math.exp(-(without[i] ?? 0) - shift));
    }
    return mean / total;
  };
  const reference = meanAt(0);
  return coefficients.slice(1).map((coefficient) => meanAt(coefficient) - reference);
}

/**
 * Average marginal effects: differences in the chance of a job start, on a scale that does not stretch
 * when a strong factor is added, as odds ratios do.
 * Formula: for a category, the mean over clients of p with everybody in it less p with everybody in the
 * reference, all else as it is; for a measurement, b times the mean of p (1 - p). Errors by the delta
 * method: sqrt(g' V g), g the slopes in the coefficients, V their covariance.
 *
 * @param model of fitModel
 * @param frame the rows it was fitted on
 * @param level confidence, 0 to 1
 * @returns one effect per category but the reference and per measurement; columns left out have none
 * @throws RangeError for a level outside 0 to 1
 * Source: Bartus (2005), Stata Journal 5, 309-329; Williams (2012), Stata Journal 12, 308-331. Checked against
 * clients.expected.json and, with errors, regression-extra.expected.json (R).
 */
export function marginalEffects(
  model: FittedModel,
  frame: ModelFrame,
  level = 0.95,
): MarginalEffect[] {
  requireLevel('marginalEffects', level);
  const multiplier = normalQuantile(1 - (1 - level) / 2);
  const describe = (
    column: string,
    category: string | null,
    reference: string | null,
    { effect, gradient }: Change,
  ): MarginalEffect => {
    const standardError = Math.hypot(...transposeTimesVector(model.maximum.factor, gradient));
    const z = effect / standardError;
    return {
      column,
      category,
      reference,
      effect,
      standardError,
      z,
      p: normalTwoSided(z),
      lower: effect - multiplier * standardError,
      upper: effect + multiplier * standardError,
    };
  };
  return frame.terms.flatMap((term) => {
    if (term.kind === 'numeric') {
      const change = numericChange(model, frame.weights, term);
      return change === undefined ? [] : [describe(term.column, null, null, change)];
    }
    const kept = new Set(
      model.meanings.filter((meaning) => meaning.term === term.column).map((m) => m.category),
    );
    const [reference = null, ...categories] = term.categories;
    return categoryChanges(model, frame.weights, term).flatMap((change, k) => {
      const category = item(categories, k);
      return kept.has(category) ? [describe(term.column, category, reference, change)] : [];
    });
  });
}
