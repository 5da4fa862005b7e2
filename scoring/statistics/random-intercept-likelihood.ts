import type { Rows } from './binomial-likelihood.ts';
import { columnSums, predictorOf } from './design-products.ts';
import type { Design } from './design.ts';
import type { Quadrature } from './gauss-hermite.ts';
import { addScaledFrom, at, item, sum } from './vectors.ts';

/** What the data and the parameters say of one group. */
export interface GroupMode {
  /** Where the group's standardised intercept is most likely. */
  readonly mode: number;
  /** Minus the second derivative there: 1 over its squared standard error. */
  readonly curvature: number;
}

export interface MarginalPoint {
  readonly logLikelihood: number;
  /** Slopes in the coefficients of the scaled columns, then in the standard deviation. */
  readonly gradient: readonly number[];
  readonly groups: readonly GroupMode[];
}

/** Sums over the rows of one group at one value of its intercept. */
interface GroupSums {
  /** Log likelihood, with the normal one of the intercept. */
  readonly height: number;
  readonly rest: number;
  readonly variance: number;
  /** Sum of the variances' slopes in the log odds. */
  readonly bend: number;
}

/** Positions of the rows of each group. */
export function membersOf(codes: Int32Array, groups: number): Int32Array[] {
  const members = Array.from({ length: groups }, (): number[] => []);
  for (const [row, code] of codes.entries()) item(members, code).push(row);
  return members.map((rows) => Int32Array.from(rows));
}

/** Passes over the rows of a group, leaving residual and variance of each, in the group's order. */
function groupSums(
  rows: Rows,
  members: Int32Array,
  fixed: Float64Array,
  spread: number,
  u: number,
  rest: Float64Array,
  variances: Float64Array,
): GroupSums {
  let height = (-u * u) / 2;
  let restSum = 0;
  let variance = 0;
  let bend = 0;
  for (let k = 0; k < members.length; k += 1) {
    const i = members[k] ?? 0;
    const eta = (fixed[i] ?? 0) + spread * u;
    const x = rows.successes[i] ?? 0;
    const n = rows.trials[i] ?? 0;
    const small = Math.exp(-Math.abs(eta));
    const unit = 1 / (1 + small);
    const p = eta >= 0 ? unit : small * unit;
    const q = eta >= 0 ? small * unit : unit;
    const r = x * q - (n - x) * p;
    const v = n * p * q;
    rest[k] = r;
    variances[k] = v;
    restSum += r;
    variance += v;
    bend += v * (q - p);
    height += (eta >= 0 ? x - n : x) * eta - n * Math.log1p(small);
  }
  return { height, rest: restSum, variance, bend };
}

/**
 * The likelihood of a logistic regression with a random intercept per group, and its exact slopes.
 * Formula: with u standard normal and log odds = offset + x b + s u, each group adds log of the integral of its
 * likelihood times the normal density over u, taken at nodes that are moved to its mode and scaled by its
 * curvature there; one node is Laplace's approximation. The slopes are those of the approximation itself,
 * the movement of the nodes included.
 *
 * @param design columns, scaled
 * @param rows counts and offsets
 * @param members rows of each group
 * @param quadrature of gaussHermite
 * @returns a function of the coefficients and, last, the standard deviation s
 * Source: Pinheiro and Bates (1995), Journal of Computational and Graphical Statistics 4, 12-35. Checked through
 * randomIntercept, and by differences of the likelihood.
 */
export function randomInterceptLikelihood(
  design: Design,
  rows: Rows,
  members: readonly Int32Array[],
  quadrature: Quadrature,
): (parameters: readonly number[]) => MarginalPoint {
  const size = rows.trials.length;
  const largest = Math.max(...members.map(({ length }) => length));
  const rest = new Float64Array(largest);
  const variances = new Float64Array(largest);
  const unused = new Float64Array(largest);
  const restAtNodes = quadrature.nodes.map(() => new Float64Array(largest));
  const meanRest = new Float64Array(largest);
  const pull = new Float64Array(size);
  const last = design.columns.length;

  function modeOf(group: Int32Array, fixed: Float64Array, spread: number): GroupMode & GroupSums {
    let mode = 0;
    for (let step = 0; ; step += 1) {
      const sums = groupSums(rows, group, fixed, spread, mode, rest, variances);
      const curvature = 1 + spread * spread * sums.variance;
      const move = (spread * sums.rest - mode) / curvature;
      if (Math.abs(move) <= 1e-13 * (1 + Math.abs(mode)) || step > 100) {
        return { ...sums, mode, curvature };
      }
      mode += Math.max(-2, Math.min(2, move));
    }
  }

  return (parameters) => {
    const spread = at(parameters, last);
    const fixed = predictorOf(design, parameters.slice(0, last), rows.offset);
    let logLikelihood = 0;
    let spreadSlope = 0;
    const groups = members.map((group): GroupMode => {
      const { mode, curvature, rest: restSum, variance, bend } = modeOf(group, fixed, spread);
      const scale = 1 / Math.sqrt(curvature);
      // First the sums at all nodes, then the shares of their heights, then what each share adds.
      const points = quadrature.nodes.map((node, j) => {
        const u = mode + scale * node;
        const there = item(restAtNodes, j);
        const sums = groupSums(rows, group, fixed, spread, u, there, unused);
        const height = sums.height + (node * node) / 2;
        return { node, u, weight: at(quadrature.weights, j), there, height, rest: sums.rest };
      });
      const highest = Math.max(...points.map(({ height }) => height));
      const shares = points.map(({ weight, height }) => weight * Math.exp(height - highest));
      const total = sum(shares);
      logLikelihood += Math.log(scale) + highest + Math.log(total);
      meanRest.fill(0);
      let drift = 0;
      let stretch = 0;
      for (const [j, { node, u, there, rest: restThere }] of points.entries()) {
        const share = at(shares, j) / total;
        addScaledFrom(meanRest, share, there, 0);
        const slope = spread * restThere - u;
        drift += share * slope;
        stretch += share * slope * node;
        spreadSlope += share * u * restThere;
      }
      // How mode and curvature move with the parameters, and what that moves in turn.
      const s2 = spread * spread;
      const byCurvature = -0.5 / curvature - 0.5 * stretch * scale ** 3;
      const modeBySpread = (restSum - spread * mode * variance) / curvature;
      const curvatureBySpread =
        2 * spread * variance + s2 * mode * bend + s2 * spread * bend * modeBySpread;
      spreadSlope += drift * modeBySpread + byCurvature * curvatureBySpread;
      const byVariance = (-drift * spread) / curvature - (byCurvature * s2 * s2 * bend) / curvature;
      for (const [k, i] of group.entries()) {
        const eta = (fixed[i] ?? 0) + spread * mode;
        const v = variances[k] ?? 0;
        const own = byCurvature * s2 * -Math.tanh(eta / 2);
        pull[i] = (meanRest[k] ?? 0) + v * (byVariance + own);
      }
      return { mode, curvature };
    });
    const gradient = [...columnSums(design, pull), spreadSlope];
    return { logLikelihood, gradient, groups };
  };
}
