/** A tail of a distribution on the positive numbers, with what is needed to solve it for a probability. */
export interface TailToSolve {
  /** The tail probability wanted, above 0. */
  readonly target: number;
  readonly tailAt: (x: number) => number;
  readonly densityAt: (x: number) => number;
  /** True for a lower tail (it grows with x), false for an upper one. */
  readonly rises: boolean;
  readonly start: number;
  /** The end of the support, where it has one. */
  readonly ceiling?: number;
}

/**
 * The x at which a tail has a given probability: Newton's method for log tail against log x, where
 * these curves are close to straight, inside a bracket that shrinks at every step.
 *
 * Source: Newton's method with bisection as its safeguard. Checked through the quantile functions.
 */
export function solveTail(problem: TailToSolve): number {
  let low = 0;
  let high = problem.ceiling ?? Infinity;
  let x = problem.start;
  for (let iteration = 0; iteration < 1000; iteration += 1) {
    // Beyond the numbers that a computer can write.
    if (x === 0 || x === Infinity) return x;
    const tail = problem.tailAt(x);
    const relative = (tail - problem.target) / problem.target;
    if (Math.abs(relative) <= Number.EPSILON) return x;
    if (relative > 0 === problem.rises) high = x;
    else low = x;
    const gap = Math.abs(relative) < 0.5 ? Math.log1p(relative) : Math.log(tail / problem.target);
    const slope = ((problem.rises ? 1 : -1) * x * problem.densityAt(x)) / tail;
    const step = -gap / slope;
    if (Math.abs(step) < Number.EPSILON) return x;
    const next = x * Math.exp(step);
    if (next > low && next < high) x = next;
    else if (low > 0 && high < Infinity) x = Math.sqrt(low) * Math.sqrt(high);
    else x = low > 0 ? x * 4 : x / 4;
  }
  return x;
}
