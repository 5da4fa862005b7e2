import { predictorOf } from './design-products.ts';
import type { Design } from './design.ts';
import { logChoose } from './distributions/log-gamma.ts';
import { at, item } from './vectors.ts';

/** Counts per row, trials of at least 1. */
export interface Counts {
  readonly successes: readonly number[];
  readonly trials: readonly number[];
  readonly offset: readonly number[];
}

/** Log likelihood with gradient and negative Hessian in (coefficients, log odds of rho). */
export interface BetaBinomialLikelihood {
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  readonly information: readonly (readonly number[])[];
}

/** Sums over r = 0 ... count - 1 of log(p + r theta), r^i / (p + r theta)^j, for one side of a row. */
interface Ladder {
  readonly log: number;
  readonly first: number;
  readonly firstR: number;
  readonly second: number;
  readonly secondR: number;
  readonly secondRR: number;
}

function ladder(p: number, count: number, theta: number): Ladder {
  let log = 0;
  let first = 0;
  let firstR = 0;
  let second = 0;
  let secondR = 0;
  let secondRR = 0;
  for (let r = 0; r < count; r += 1) {
    const rung = p + r * theta;
    const inverse = 1 / rung;
    const share = r * inverse;
    log += Math.log(rung);
    first += inverse;
    firstR += share;
    second += inverse * inverse;
    secondR += share * inverse;
    secondRR += share * share;
  }
  return { log, first, firstR, second, secondR, secondRR };
}

/** One row's log likelihood with derivatives in its log odds and in log theta. */
function rowTerms(
  successes: number,
  trials: number,
  logOdds: number,
  theta: number,
): { log: number; d: number; t: number; dd: number; dt: number; tt: number } {
  const p = 1 / (1 + Math.exp(-logOdds));
  const q = 1 / (1 + Math.exp(logOdds));
  const up = ladder(p, successes, theta);
  const down = ladder(q, trials - successes, theta);
  const all = ladder(1, trials, theta);
  const slope = p * q;
  const byP = up.first - down.first;
  const byTheta = up.firstR + down.firstR - all.firstR;
  return {
    log: logChoose(trials, successes) + up.log + down.log - all.log,
    d: byP * slope,
    t: byTheta * theta,
    dd: -(up.second + down.second) * slope * slope + byP * slope * (q - p),
    dt: (down.secondR - up.secondR) * slope * theta,
    tt: (all.secondRR - up.secondRR - down.secondRR) * theta * theta + byTheta * theta,
  };
}

/**
 * Beta-binomial log likelihood with exact derivatives.
 * Formula: with theta = rho / (1 - rho), each row adds log choose(n, x) + sum over r < x of log(p + r theta)
 * + sum over r < n - x of log(1 - p + r theta) - sum over r < n of log(1 + r theta), which is the usual
 * ratio of beta functions written as products; it stays exact as rho goes to 0, and its derivatives
 * are sums of the same kind.
 *
 * @param design columns; the last parameter is log theta, the log odds of rho
 * Source: Griffiths (1973), Biometrics 29, 637-648. Checked through betaBinomialRegression.
 */
export function betaBinomialLikelihood(
  design: Design,
  counts: Counts,
  parameters: readonly number[],
): BetaBinomialLikelihood {
  const k = design.columns.length;
  const theta = Math.exp(at(parameters, k));
  const logOdds = predictorOf(design, parameters.slice(0, k), counts.offset);
  const gradient = new Array<number>(k + 1).fill(0);
  const information = gradient.map(() => new Array<number>(k + 1).fill(0));
  let logLikelihood = 0;
  for (let i = 0; i < logOdds.length; i += 1) {
    const row = rowTerms(at(counts.successes, i), at(counts.trials, i), at(logOdds, i), theta);
    logLikelihood += row.log;
    const values = design.columns.map((column) => at(column, i));
    for (const [a, value] of values.entries()) {
      const line = item(information, a);
      gradient[a] = at(gradient, a) + row.d * value;
      for (let b = 0; b < k; b += 1) line[b] = at(line, b) - row.dd * value * at(values, b);
      line[k] = at(line, k) - row.dt * value;
    }
    const last = item(information, k);
    gradient[k] = at(gradient, k) + row.t;
    last[k] = at(last, k) - row.tt;
  }
  const last = item(information, k);
  for (let a = 0; a < k; a += 1) last[a] = at(item(information, a), k);
  return { logLikelihood, gradient, information };
}

/**
 * Slope of the log likelihood in theta at theta = 0, where the model is binomial: negative when rows
 * differ by less than chance, so that no positive rho would fit better.
 * Formula: sum of x(x-1) / (2p) + (n-x)(n-x-1) / (2(1-p)) - n(n-1) / 2.
 */
export function slopeAtNoOverdispersion(counts: Counts, fitted: readonly number[]): number {
  let slope = 0;
  for (const [i, p] of fitted.entries()) {
    const x = at(counts.successes, i);
    const n = at(counts.trials, i);
    const rest = n - x;
    slope += (x * (x - 1)) / (2 * p) + (rest * (rest - 1)) / (2 * (1 - p)) - (n * (n - 1)) / 2;
  }
  return slope;
}
