/** Nodes and weights of a rule for averages over a standard normal variable. */
export interface Quadrature {
  /** In ascending order. */
  readonly nodes: readonly number[];
  /** They add up to 1. */
  readonly weights: readonly number[];
}

const MOST_POINTS = 100;

/** The orthonormal Hermite polynomials of degree n and n - 1 at x, under the normal density. */
function hermite(n: number, x: number): { readonly last: number; readonly before: number } {
  let before = 0;
  let last = 1;
  for (let k = 1; k <= n; k += 1) {
    const next = (x * last - Math.sqrt(k - 1) * before) / Math.sqrt(k);
    before = last;
    last = next;
  }
  return { last, before };
}

/** The root in an interval at whose ends the polynomial has different signs. */
function rootBetween(n: number, low: number, high: number): number {
  const isAbove = hermite(n, low).last > 0;
  let [below, above] = [low, high];
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step += 1) {
    const { last, before } = hermite(n, x);
    if (last > 0 === isAbove) below = x;
    else above = x;
    const newton = x - last / (Math.sqrt(n) * before);
    const next = newton >= below && newton <= above ? newton : (below + above) / 2;
    if (Math.abs(next - x) <= 1e-16 * (1 + Math.abs(x))) return next;
    x = next;
  }
  return x;
}

/**
 * Gauss-Hermite quadrature for a standard normal variable: the mean of f over it as a sum of few values.
 * Formula: nodes are the roots of the Hermite polynomial of degree n, each between two neighbouring roots of the
 * one of degree n - 1 and found there by Newton's method; weights 1 / (n h^2), h the orthonormal polynomial of
 * degree n - 1 at the node. Exact for polynomials of degree up to 2n - 1.
 *
 * @param points how many, whole, 1 to 100
 * @returns nodes in ascending order and their weights
 * @throws RangeError for another number of points
 * Source: NIST DLMF 3.5(v). Checked by the moments of the normal distribution, up to degree 2n - 1.
 */
export function gaussHermite(points: number): Quadrature {
  if (!Number.isInteger(points) || points < 1 || points > MOST_POINTS) {
    throw new RangeError(`gaussHermite: points must be a whole number from 1 to ${MOST_POINTS}`);
  }
  let nodes: number[] = [];
  for (let n = 1; n <= points; n += 1) {
    const reach = 2 * Math.sqrt(n) + 1;
    const ends = [-reach, ...nodes, reach];
    nodes = ends.slice(1).map((high, i) => rootBetween(n, ends[i] ?? -reach, high));
  }
  const weights = nodes.map((x) => 1 / (points * hermite(points, x).before ** 2));
  return { nodes, weights };
}
