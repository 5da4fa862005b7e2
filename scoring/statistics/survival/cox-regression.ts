import { requireLevel, requireSameLength } from '../checks.ts';
import { linearPredictor } from '../dense-columns.ts';
import { prepareDesign, type Term } from '../design.ts';
import { chiSquaredUpper, normalQuantile, normalTwoSided } from '../distributions.ts';
import { at, item, sum, timesVector } from '../vectors.ts';
import { coxLikelihood, type RiskSets } from './cox-likelihood.ts';
import { searchMaximum } from './cox-search.ts';
import { orthogonalColumns } from './orthogonal-columns.ts';
import { byTime, requireSurvivalTimes, type SurvivalTimes } from './survival-times.ts';

/** One coefficient on the scale of log hazards; exponentiate estimate and limits for a hazard ratio. */
export interface CoxCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, Wald. */
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

export interface CoxFit {
  readonly status: 'fitted';
  readonly method: 'Cox regression, Efron ties';
  readonly level: number;
  readonly coefficients: readonly CoxCoefficient[];
  readonly logLikelihood: number;
  /** Without any column. */
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: {
    readonly chiSquared: number;
    readonly df: number;
    readonly p: number;
  };
  readonly n: number;
  readonly events: number;
  readonly eventsPerParameter: number;
  /** Columns left out because they do not vary or repeat earlier ones. */
  readonly aliased: readonly string[];
  readonly iterations: number;
  readonly warnings: readonly string[];
}

export type CoxRegression =
  | CoxFit
  | {
      readonly status: 'too-few' | 'no-information' | 'separated' | 'not-converged';
      readonly n: number;
      readonly events: number;
      /** Columns whose hazard ratio runs to 0 or to infinity, or that the data say nothing about. */
      readonly columns: readonly string[];
      readonly reason: string;
    };

/** Log hazards this far apart are no estimate but a search on its way to infinity. */
const FURTHEST_APART = 20;

/** Why there is no fit, with the columns at fault. */
function withoutFit(names: readonly string[], lastStep: readonly number[], spread: number) {
  if (spread <= FURTHEST_APART) {
    return { status: 'not-converged', columns: [], reason: 'the search did not settle' } as const;
  }
  // What still moves is what runs away; everything else has settled.
  const largest = Math.max(...lastStep.map(Math.abs));
  const columns = names.filter((_, j) => Math.abs(at(lastStep, j)) > 0.1 * largest);
  const reason = `the hazard ratio of ${columns.join(', ')} has no finite estimate`;
  return { status: 'separated', columns, reason } as const;
}

/** How far apart the linear predictors of two people are at most. */
function predictorSpread({ columns, events }: RiskSets, coefficients: readonly number[]): number {
  let low = Infinity;
  let high = -Infinity;
  for (const value of linearPredictor(columns, coefficients, new Float64Array(events.length))) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}

/** People sorted by time, longest first, so that each risk set adds to the one before. */
function riskSets(data: SurvivalTimes, columns: readonly Float64Array[]): RiskSets {
  const order = byTime(data.times).reverse();
  const ends = order.flatMap((person, i) => {
    const following = order[i + 1];
    const isLast = following === undefined || data.times[following] !== data.times[person];
    return isLast ? [i + 1] : [];
  });
  return {
    columns: columns.map((column) => Float64Array.from(order, (person) => at(column, person))),
    events: order.map((person) => data.events[person] === true),
    ends,
  };
}

/**
 * Cox's proportional hazards regression: how much sooner, at any moment, does the event come for people
 * with more of a column, the others held equal?
 * Formula: hazard = h(t) exp(x b), h left open; b maximises the partial likelihood, ties after Efron;
 * errors from its second derivatives; columns centred and scaled inside.
 *
 * @param data times and whether each ended in the event
 * @param terms named columns, one value per person; a category as columns of 0 and 1 without the reference
 * @param level confidence, 0 to 1, usually 0.95
 * @returns 'fitted' with coefficients in the units of the terms, in their order; 'too-few' without events
 * or columns that vary; 'no-information' with the columns named that never differ among people at risk at
 * an event; 'separated' with the columns named where a hazard ratio has no finite estimate; 'not-converged'
 * @throws RangeError for impossible times, a name twice, a length that differs, a value that is not finite
 * Source: Cox (1972); Efron (1977); R's coxph. Checked against time-to-job.expected.json and
 * survival.expected.json (R).
 */
export function coxRegression(
  data: SurvivalTimes,
  terms: readonly Term[],
  level = 0.95,
): CoxRegression {
  const caller = 'coxRegression';
  requireSurvivalTimes(caller, data);
  requireLevel(caller, level);
  for (const { name, values } of terms) {
    requireSameLength(caller, `${name} and times`, [values, data.times]);
  }
  const n = data.times.length;
  const events = data.events.filter(Boolean).length;
  const none = { n, events, columns: [] };
  if (events === 0) return { ...none, status: 'too-few', reason: 'nobody had the event' };
  // The constant that the design begins with carries nothing here: the baseline hazard takes its place.
  const design = prepareDesign(caller, terms, new Float64Array(n).fill(1), true);
  const names = design.names.slice(1);
  if (names.length === 0) return { ...none, status: 'too-few', reason: 'no column varies' };
  const units = names.map((_, j) => at(item(design.toUnits, j + 1), j + 1));
  const given = riskSets(data, design.columns.slice(1));
  const start = coxLikelihood(
    given,
    names.map(() => 0),
  );
  const silent = names.filter((_, j) => at(item(start.information, j), j) < 1e-12 * events);
  if (silent.length > 0) {
    const reason = `the data say nothing about ${silent.join(', ')}`;
    return { status: 'no-information', n, events, columns: silent, reason };
  }
  const orthogonal = orthogonalColumns(given.columns);
  const sets = { ...given, columns: orthogonal.columns };
  const found = searchMaximum(sets);
  const spread = predictorSpread(sets, found.coefficients);
  if (!found.converged || found.factor === undefined || spread > FURTHEST_APART) {
    const lastStep = timesVector(orthogonal.toGiven, found.lastStep);
    return { ...withoutFit(names, lastStep, spread), n, events };
  }
  const coefficients = timesVector(orthogonal.toGiven, found.coefficients);
  const { factor } = found;
  const errors = orthogonal.toGiven.map((row) =>
    Math.hypot(
      ...names.map((_, column) => sum(row.map((v, k) => v * at(item(factor, k), column)))),
    ),
  );
  return describe();

  function describe(): CoxFit {
    const z = normalQuantile(1 - (1 - level) / 2);
    const nullLogLikelihood = start.logLikelihood;
    const chiSquared = Math.max(0, 2 * (found.point.logLikelihood - nullLogLikelihood));
    const eventsPerParameter = events / names.length;
    return {
      status: 'fitted',
      method: 'Cox regression, Efron ties',
      level,
      coefficients: names.map((name, j) => {
        const estimate = at(coefficients, j) * at(units, j);
        const standardError = at(errors, j) * at(units, j);
        return {
          name,
          estimate,
          standardError,
          z: estimate / standardError,
          p: normalTwoSided(estimate / standardError),
          lower: estimate - z * standardError,
          upper: estimate + z * standardError,
        };
      }),
      logLikelihood: found.point.logLikelihood,
      nullLogLikelihood,
      likelihoodRatio: {
        chiSquared,
        df: names.length,
        p: chiSquaredUpper(chiSquared, names.length),
      },
      n,
      events,
      eventsPerParameter,
      aliased: design.aliased,
      iterations: found.iterations,
      warnings: [
        ...design.aliased.map(
          (name) => `${name} does not vary or repeats earlier columns and is left out`,
        ),
        ...(eventsPerParameter < 10 ? ['fewer than ten events for each coefficient'] : []),
      ],
    };
  }
}
