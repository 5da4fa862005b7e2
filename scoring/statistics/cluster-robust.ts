import { rowMoments } from './binomial-likelihood.ts';
import { studentTQuantile, studentTTwoSided } from './distributions.ts';
import type { FittedModel } from './logistic-fit.ts';
import type { CategoricalValues } from './model-frame.ts';
import { at, byName, item, sum, timesVector, transposeTimesVector } from './vectors.ts';

/** Errors that allow for clients of one cluster being alike. */
export interface ClusterErrors {
  /** Sandwich times G / (G - 1). */
  readonly standardErrors: Readonly<Record<string, number>>;
  /** That times (n - 1) / (n - k): a little wider. */
  readonly widerStandardErrors: Readonly<Record<string, number>>;
  readonly clusters: number;
}

export interface ClusterCoefficient {
  readonly name: string;
  readonly estimate: number;
  /** The wider of the two errors. */
  readonly standardError: number;
  readonly t: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export type ClusterRobust =
  | (ClusterErrors & {
      readonly status: 'computed';
      readonly column: string;
      readonly coefficients: readonly ClusterCoefficient[];
      /** G - 1. */
      readonly df: number;
      readonly warnings: readonly string[];
    })
  | { readonly status: 'refused'; readonly column: string; readonly reason: string };

/** Fewer clusters than this give errors that are themselves little more than guesses. */
const FEW_CLUSTERS = 10;
/** A robust error below this share of the plain one is rounding. */
const NO_ERROR = 1e-8;

/**
 * Cluster-robust standard errors, whatever their use: clusterRobust decides whether they may be given.
 * Formula: V = C (sum over clusters of u u') C with u the cluster's sum of x (outcome - p) and C the inverse
 * information; times G / (G - 1), and that times (n - 1) / (n - k).
 *
 * @param model of fitModel
 * @param clusters of the frame it was fitted on, at least two
 * @returns both errors by coefficient, and how many clusters there are
 * @throws RangeError for a list of another length, or a single cluster
 * Source: Liang and Zeger (1986), Biometrika 73, 13-22; R's sandwich::vcovCL, types HC0 and HC1. Checked
 * against clients.expected.json and regression-extra.expected.json.
 */
export function clusterErrors(
  model: FittedModel,
  { categories, codes }: CategoricalValues,
): ClusterErrors {
  const { design, rows, maximum, factor } = model;
  if (codes.length !== rows.trials.length) {
    throw new RangeError('clusterErrors: clusters must have one entry per row used');
  }
  const groups = categories.length;
  if (groups < 2) throw new RangeError('clusterErrors: clusters must be at least two');
  const { rest } = rowMoments(rows, maximum.logOdds);
  const sums = design.columns.map((column) => {
    const totals = new Float64Array(groups);
    for (const [i, code] of codes.entries()) {
      totals[code] = at(totals, code) + at(column, i) * at(rest, i);
    }
    return totals;
  });
  const turned = Array.from({ length: groups }, (_, g) =>
    transposeTimesVector(
      maximum.factor,
      sums.map((totals) => at(totals, g)),
    ),
  );
  const errors = factor.map((row) => Math.hypot(...timesVector(turned, row)));
  const n = sum(rows.trials);
  const small = Math.sqrt(groups / (groups - 1));
  const wider = small * Math.sqrt((n - 1) / (n - design.names.length));
  return {
    standardErrors: byName(
      design.names,
      errors.map((error) => error * small),
    ),
    widerStandardErrors: byName(
      design.names,
      errors.map((error) => error * wider),
    ),
    clusters: groups,
  };
}

/**
 * Cluster-robust errors where they mean something, or why they are not given.
 * Rules: refused where the clusters are a factor of the model (the factor has already used what they could
 * say), where coefficients outnumber clusters (the errors rest on no more than G - 1 numbers), and where the
 * residuals of every cluster cancel out; a warning under 10 clusters. Intervals and p from t with G - 1 degrees of freedom and the wider error.
 *
 * @param model of fitModel
 * @param clusters of the frame it was fitted on
 * @param level confidence, 0 to 1
 * @returns 'computed' with one entry per coefficient, or 'refused' with the reason
 * @throws RangeError as clusterErrors
 * Source: outcome definitions, section 7; Cameron and Miller (2015), Journal of Human Resources 50, 317-372.
 * Checked as clusterErrors.
 */
export function clusterRobust(
  model: FittedModel,
  clusters: CategoricalValues,
  level = 0.95,
): ClusterRobust {
  const { column } = clusters;
  const groups = clusters.categories.length;
  const { factor } = model;
  const parameters = model.design.names.length;
  const refuse = (reason: string): ClusterRobust => ({ status: 'refused', column, reason });
  if (model.meanings.some(({ term }) => term === column)) {
    return refuse(`${column} is a factor of the model, so errors that allow for it mean nothing`);
  }
  if (groups < 2) return refuse(`all clients have the same ${column}`);
  if (parameters > groups) {
    return refuse(`${parameters} coefficients outnumber the ${groups} values of ${column}`);
  }
  const errors = clusterErrors(model, clusters);
  const isNone = (name: string, j: number): boolean =>
    !((errors.standardErrors[name] ?? 0) > NO_ERROR * Math.hypot(...item(factor, j)));
  if (model.design.names.some(isNone)) {
    return refuse(`residuals cancel out within each ${column}, so these errors would be 0`);
  }
  const df = groups - 1;
  const multiplier = studentTQuantile(1 - (1 - level) / 2, df);
  const coefficients = model.design.names.map((name, j) => {
    const estimate = at(model.estimates, j);
    const standardError = errors.widerStandardErrors[name] ?? NaN;
    const t = estimate / standardError;
    return {
      name,
      estimate,
      standardError,
      t,
      p: studentTTwoSided(t, df),
      lower: estimate - multiplier * standardError,
      upper: estimate + multiplier * standardError,
    };
  });
  const warnings =
    groups < FEW_CLUSTERS
      ? [`only ${groups} values of ${column}: these errors are themselves uncertain`]
      : [];
  return { status: 'computed', column, ...errors, coefficients, df, warnings };
}
