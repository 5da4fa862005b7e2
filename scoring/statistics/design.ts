import { requireFinite, requireSameLength } from './checks.ts';
import { informationOf } from './design-products.ts';
import { independentColumns } from './least-squares.ts';
import { lowerFactor } from './positive-definite.ts';
import { sparseRows, type SparseRows } from './sparse-rows.ts';
import { item, largestAbsolute, timesVector, type Matrix, type NumberList } from './vectors.ts';

/** One column of a design matrix: a measurement, or 0 and 1 for a category. */
export interface Term {
  readonly name: string;
  readonly values: readonly number[];
}

/** The same, in a typed column where there are very many rows. */
export interface DesignTerm {
  readonly name: string;
  readonly values: NumberList;
}

export const INTERCEPT = '(Intercept)';

/** Share of its length that a scaled column must add to those before it. */
const INDEPENDENCE = 1e-9;
/** Share of its square length above which a column is new beyond doubt: no need for the slower check. */
const CLEARLY_INDEPENDENT = 1e-8;

/** Rows that are looked at first, spread over all of them. */
const FEW_ROWS = 1000;

/** Columns ready for fitting, with the way back to the units they came in. */
export interface Design {
  /** Names of the columns kept, the intercept first where there is one. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Names of the columns left out because earlier ones already say what they say. */
  readonly aliased: readonly string[];
  /** toUnits[i][j]: what one unit of the fitted coefficient j adds to coefficient i as named. */
  readonly toUnits: readonly (readonly number[])[];
  /** The entries that are not 0, where most are. */
  readonly sparse: SparseRows | undefined;
  /**
   * Cholesky's factor of X'X / rows, of some of the rows where there are very many: roughly the information per unit of
   * variance, for a first step. Missing where columns are nearly combinations of others.
   */
  readonly roughFactor: readonly Float64Array[] | undefined;
}

interface Scaled {
  readonly name: string;
  readonly column: Float64Array;
  readonly centre: number;
  readonly scale: number;
}

/** A column of 0 and 1 is well scaled as it is, and centring it would only fill its zeros. */
function isIndicator(values: NumberList): boolean {
  for (const value of values) if (value !== 0 && value !== 1) return false;
  return true;
}

// The loops below pass over every entry of a design; `?? 0` only satisfies the compiler.

function weightedMean(values: NumberList, weights: NumberList): number {
  let total = 0;
  let weight = 0;
  for (let i = 0; i < weights.length; i += 1) {
    total += (values[i] ?? 0) * (weights[i] ?? 0);
    weight += weights[i] ?? 0;
  }
  return total / weight;
}

function scaleTerm({ name, values }: DesignTerm, weights: NumberList, centred: boolean): Scaled {
  if (isIndicator(values)) {
    const column = values instanceof Float64Array ? values : Float64Array.from(values);
    return { name, column, centre: 0, scale: 1 };
  }
  const centre = centred ? weightedMean(values, weights) : 0;
  const column = new Float64Array(values);
  for (let i = 0; i < column.length; i += 1) column[i] = (column[i] ?? 0) - centre;
  const spread = largestAbsolute(column);
  // What centring leaves of a constant column is rounding: nothing, that is.
  const scale = spread > 1e-13 * largestAbsolute(values) ? spread : 0;
  for (let i = 0; i < column.length; i += 1) column[i] = scale > 0 ? (column[i] ?? 0) / scale : 0;
  return { name, column, centre, scale };
}

type Columns = Pick<Design, 'columns' | 'sparse'>;

/** Cholesky's factor of X'X / rows; undefined where a column may be nearly a combination of others. */
function clearFactor(design: Columns, rows: number): Float64Array[] | undefined {
  const products = informationOf(design, new Float64Array(rows).fill(1 / rows));
  return lowerFactor(products, CLEARLY_INDEPENDENT);
}

/** A few entries of a column, so many steps apart. */
function everyOther(column: Float64Array, step: number): Float64Array {
  const few = new Float64Array(FEW_ROWS);
  for (let i = 0; i < FEW_ROWS; i += 1) few[i] = column[i * step] ?? 0;
  return few;
}

/** The same of a few of the rows, which is enough: columns that are independent in them are so in all. */
function clearFactorOfFew(
  columns: readonly Float64Array[],
  step: number,
): Float64Array[] | undefined {
  const few = columns.map((column) => everyOther(column, step));
  return clearFactor({ columns: few, sparse: sparseRows(few, FEW_ROWS) }, FEW_ROWS);
}

/** The columns that say something new, found the cheap way where that leaves no doubt. */
function newColumns(
  columns: readonly Float64Array[],
  rows: number,
): Columns & { readonly kept: readonly number[]; readonly roughFactor: Design['roughFactor'] } {
  const step = Math.floor(rows / FEW_ROWS);
  const all = { columns, sparse: sparseRows(columns, rows) };
  const roughFactor =
    (step > 1 ? clearFactorOfFew(columns, step) : undefined) ?? clearFactor(all, rows);
  if (roughFactor !== undefined) return { ...all, kept: [...columns.keys()], roughFactor };
  const kept = independentColumns(columns, INDEPENDENCE);
  const some = kept.map((j) => item(columns, j));
  return { columns: some, sparse: sparseRows(some, rows), kept, roughFactor };
}

function requireTerms(caller: string, terms: readonly DesignTerm[], rows: number): void {
  const names = new Set<string>([INTERCEPT]);
  for (const term of terms) {
    if (names.has(term.name)) {
      throw new RangeError(`${caller}: every term must have its own name (${term.name})`);
    }
    names.add(term.name);
    requireSameLength(caller, `${term.name} and successes`, [term.values, { length: rows }]);
    requireFinite(caller, term.name, term.values);
  }
}

/**
 * A design matrix centred, scaled and freed of repetitions, so that a regression works on columns
 * between -1 and 1 whatever the units: raw calendar years and their squares included.
 * Formula: (x - weighted mean) / largest deviation, beside a column of ones; without an intercept, scaled only;
 * columns of 0 and 1 stay as they are. A column is left out when less than 1e-9 of its length is new.
 *
 * @param caller the function to name in a refusal
 * @param terms columns of equal length, with names of their own
 * @param weights one weight of 0 or more per row for the means (trials); rows of weight 0 must be left out
 * @param intercept whether to put a column of ones first
 * @returns the columns kept, the names of those left out, and the way back to the given units
 * @throws RangeError for a repeated name, a length that differs, a value that is not finite
 * Source: standard practice. Checked by the regression on raw calendar years in relations-extra.expected.json.
 */
export function prepareDesign(
  caller: string,
  terms: readonly DesignTerm[],
  weights: NumberList,
  intercept: boolean,
): Design {
  requireTerms(caller, terms, weights.length);
  const ones: Scaled = {
    name: INTERCEPT,
    column: new Float64Array(weights.length).fill(1),
    centre: 0,
    scale: 1,
  };
  const scaled = [
    ...(intercept ? [ones] : []),
    ...terms.map((term) => scaleTerm(term, weights, intercept)),
  ];
  const { kept, ...found } = newColumns(
    scaled.map(({ column }) => column),
    weights.length,
  );
  const used = kept.map((index) => item(scaled, index));
  return {
    ...found,
    names: used.map(({ name }) => name),
    aliased: scaled.filter((_, index) => !kept.includes(index)).map(({ name }) => name),
    toUnits: used.map((own, i) => {
      const row = new Array<number>(used.length).fill(0);
      if (intercept && i === 0) used.forEach(({ centre, scale }, j) => (row[j] = -centre / scale));
      row[i] = 1 / own.scale;
      return row;
    }),
  };
}

/** Coefficients of scaled columns, in the units of the terms. */
export function inUnits(design: Design, scaled: readonly number[]): number[] {
  return timesVector(design.toUnits, scaled);
}

/** Rows of a factor F of the covariance (F times its transpose), in the units of the terms. */
export function factorInUnits(design: Design, factor: Matrix): Float64Array[] {
  return design.toUnits.map((units) => {
    const row = new Float64Array(factor[0]?.length ?? 0);
    for (const [k, unit] of units.entries()) {
      if (unit === 0) continue;
      const line = item(factor, k);
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) + unit * (line[j] ?? 0);
    }
    return row;
  });
}

/** Covariance matrix F F' from the rows of its factor. */
export function covarianceOf(factor: Matrix): number[][] {
  const covariance = factor.map(() => new Array<number>(factor.length).fill(0));
  for (let a = 0; a < factor.length; a += 1) {
    const row = item(factor, a);
    for (let b = 0; b <= a; b += 1) {
      const other = item(factor, b);
      let total = 0;
      for (let k = 0; k < row.length; k += 1) total += (row[k] ?? 0) * (other[k] ?? 0);
      item(covariance, a)[b] = total;
      item(covariance, b)[a] = total;
    }
  }
  return covariance;
}
