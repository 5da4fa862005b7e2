import { timesInverse, type Likelihood, type LikelihoodPoint } from './binomial-likelihood.ts';
import { climb, dot, hasArrived, type Combination } from './likelihood-climb.ts';
import { at } from './vectors.ts';

export interface ProfileQuestion {
  readonly likelihood: Likelihood;
  /** The highest point. */
  readonly maximum: LikelihoodPoint;
  /** The combination of scaled coefficients whose limit is wanted. */
  readonly combination: Combination;
  /** How far the log likelihood falls at the limit: half the chi-squared quantile. */
  readonly fall: number;
  readonly side: 'lower' | 'upper';
}

const DIRECT_STEPS = 40;
const BRACKET_STEPS = 60;

/**
 * Steps to the point where the log likelihood is at its target and nothing but the combination could
 * raise it: the limit in about five evaluations, where it arrives.
 */
function directLimit(question: ProfileQuestion): number | undefined {
  const { likelihood, maximum, combination: a, fall, side } = question;
  const target = maximum.logLikelihood - fall;
  let point = maximum;
  let last = Infinity;
  for (let iteration = 0; iteration < DIRECT_STEPS; iteration += 1) {
    const { score, factor } = point;
    const upwards = timesInverse(factor, score);
    const towards = timesInverse(factor, a);
    const room = 2 * (point.logLikelihood - target) + dot(score, upwards);
    const s = (side === 'upper' ? 1 : -1) * Math.sqrt(Math.max(room, 0) / dot(a, towards));
    const step = upwards.map((value, j) => value + s * at(towards, j));
    const force = score.map((value, j) => value + s * at(a, j));
    const distance = dot(force, step);
    if (!Number.isFinite(distance)) return undefined;
    if (hasArrived(distance, last)) return dot(a, point.parameters);
    last = distance;
    // No further than twice the fall at once: far out the curvature found here says little.
    const share = Math.min(1, Math.sqrt((4 * fall) / distance));
    point = likelihood(point.parameters.map((value, j) => value + share * at(step, j)));
  }
  return undefined;
}

/** The same limit by halving an interval that holds it, for likelihoods too lopsided for the direct way. */
function bracketedLimit(question: ProfileQuestion): number | undefined {
  const { likelihood, maximum, combination: a, fall, side } = question;
  const target = maximum.logLikelihood - fall;
  const estimate = dot(a, maximum.parameters);
  const spread = Math.sqrt(2 * fall * dot(a, timesInverse(maximum.factor, a)));
  const direction = side === 'upper' ? 1 : -1;
  let start = maximum.parameters;
  const excess = (value: number): number | undefined => {
    const best = climb(likelihood, start, { combination: a, value });
    if (best === undefined) return undefined;
    start = best.point.parameters;
    return best.point.logLikelihood - target;
  };
  let inside = estimate;
  let outside = estimate + direction * spread;
  for (let doubling = 0; ; doubling += 1) {
    const left = excess(outside);
    if (left === undefined || doubling > 30) return undefined;
    if (left <= 0) break;
    inside = outside;
    outside = estimate + 2 * (outside - estimate);
  }
  for (let halving = 0; halving < BRACKET_STEPS; halving += 1) {
    const middle = (inside + outside) / 2;
    const left = excess(middle);
    if (left === undefined) return undefined;
    if (left > 0) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

/**
 * One limit of a profile likelihood interval: the value of a coefficient at which the best that the others can do
 * falls short of the maximum by a given amount.
 * Formula: the root of 2 (l(b) - l(profile)) = chi-squared quantile, found directly by steps C(g + s a) with
 * s = +- sqrt((2 (l - target) + g'Cg) / a'Ca), and by halving an interval where those do not arrive. The root itself, not
 * an interpolation of a few points as R's confint gives.
 *
 * For: profile intervals of logistic regression and of Firth's penalised likelihood.
 * @param question likelihood, its maximum, the coefficient, how far to fall and on which side
 * @returns the limit, in the unit of the combination; undefined when the likelihood never falls that far
 * Source: Venzon and Moolgavkar (1988), Applied Statistics 37, 87-94. Checked against clients.expected.json and
 * regression-extra.expected.json (roots of the deviance by R's uniroot).
 */
export function profileLimit(question: ProfileQuestion): number | undefined {
  return directLimit(question) ?? bracketedLimit(question);
}
