/**
 * The distribution functions of this folder under one name. All are our own: each tail is computed as a
 * tail (never as 1 minus the other where that would cost digits), and every quantile is refined on the
 * accurate tail. Cdf is P(X <= x), Upper is P(X > x), and an UpperQuantile starts from the upper tail. See
 * distributions/ for each formula.
 */
export { betaCdf, betaQuantile, betaUpper, betaUpperQuantile } from './distributions/beta.ts';
export {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpper,
  chiSquaredUpperQuantile,
} from './distributions/chi-squared.ts';
export {
  binomialCdf,
  binomialLogProbability,
  binomialUpper,
  poissonCdf,
  poissonUpper,
} from './distributions/counts.ts';
export { fCdf, fQuantile, fUpper, fUpperQuantile } from './distributions/f.ts';
export { gammaCdf, gammaQuantile, gammaUpper, gammaUpperQuantile } from './distributions/gamma.ts';
export { logChoose, logGamma } from './distributions/log-gamma.ts';
export { normalCdf, normalQuantile, normalTwoSided, normalUpper } from './distributions/normal.ts';
export {
  studentTCdf,
  studentTQuantile,
  studentTTwoSided,
  studentTUpper,
} from './distributions/student-t.ts';
