/**
 * The distribution functions of this folder under one name. All are our own: every upper tail is
 * computed as a tail (never as 1 minus the other), and every quantile is refined on the accurate
 * tail. See distributions/ for each formula.
 */
export { betaQuantile } from './distributions/beta.ts';
export { chiSquaredQuantile, chiSquaredUpper } from './distributions/chi-squared.ts';
export { fUpper } from './distributions/f.ts';
export { logChoose, logGamma } from './distributions/log-gamma.ts';
export { normalCdf, normalQuantile, normalTwoSided, normalUpper } from './distributions/normal.ts';
export { studentTQuantile, studentTTwoSided, studentTUpper } from './distributions/student-t.ts';
