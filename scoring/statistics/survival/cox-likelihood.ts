import { linearPredictor } from '../dense-columns.ts';
import { at, item, largestAbsolute } from '../vectors.ts';

/** People in order of time, longest first, cut where the time changes. */
export interface RiskSets {
  readonly columns: readonly Float64Array[];
  readonly events: readonly boolean[];
  /** Index after the last person of each distinct time. */
  readonly ends: readonly number[];
}

export interface CoxPoint {
  readonly logLikelihood: number;
  readonly score: readonly number[];
  readonly information: readonly (readonly number[])[];
}

/** Sums over a set of people of w, w x and w x x', w being exp(linear predictor). */
class WeightedSums {
  weight = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly size: number;

  constructor(size: number) {
    this.size = size;
    this.first = new Float64Array(size);
    this.second = new Float64Array(size * size);
  }

  add(weight: number, columns: readonly Float64Array[], person: number): void {
    this.weight += weight;
    for (let j = 0; j < this.size; j += 1) {
      const value = weight * at(item(columns, j), person);
      this.first[j] = at(this.first, j) + value;
      for (let k = 0; k <= j; k += 1) {
        const cell = j * this.size + k;
        this.second[cell] = at(this.second, cell) + value * at(item(columns, k), person);
      }
    }
  }
}

/**
 * Log partial likelihood of Cox's model with its first and second derivatives.
 * Formula: with d events at a time, W and D the sums of w = exp(x b) over all at risk and over those with
 * the event, sum of x b - sum over l = 0 .. d - 1 of log(W - l / d D).
 *
 * Source: Efron (1977), Journal of the American Statistical Association 72, 557-565. Checked through
 * coxRegression.
 */
export function coxLikelihood(sets: RiskSets, coefficients: readonly number[]): CoxPoint {
  const { columns, events, ends } = sets;
  const size = columns.length;
  const predictor = linearPredictor(columns, coefficients, new Float64Array(events.length));
  // Weights relative to a large one, so that none overflows; the shift cancels out of the likelihood.
  const shift = largestAbsolute(predictor);
  const atRisk = new WeightedSums(size);
  const score = new Float64Array(size);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let logLikelihood = 0;
  let start = 0;
  for (const end of ends) {
    const happened = new WeightedSums(size);
    let count = 0;
    for (let person = start; person < end; person += 1) {
      const weight = Math.exp(at(predictor, person) - shift);
      atRisk.add(weight, columns, person);
      if (events[person] !== true) continue;
      count += 1;
      happened.add(weight, columns, person);
      logLikelihood += at(predictor, person) - shift;
      for (let j = 0; j < size; j += 1) score[j] = at(score, j) + at(item(columns, j), person);
    }
    for (let l = 0; l < count; l += 1) {
      const share = l / count;
      const weight = atRisk.weight - share * happened.weight;
      logLikelihood -= Math.log(weight);
      const means = Array.from(
        atRisk.first,
        (value, j) => (value - share * at(happened.first, j)) / weight,
      );
      for (let j = 0; j < size; j += 1) {
        score[j] = at(score, j) - at(means, j);
        const row = item(information, j);
        for (let k = 0; k <= j; k += 1) {
          const cell = j * size + k;
          const second = at(atRisk.second, cell) - share * at(happened.second, cell);
          row[k] = at(row, k) + second / weight - at(means, j) * at(means, k);
        }
      }
    }
    start = end;
  }
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < j; k += 1) item(information, k)[j] = at(item(information, j), k);
  }
  return { logLikelihood, score: [...score], information };
}
