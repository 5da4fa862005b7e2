import { at } from './vectors.ts';

/** One answer of one client: a number, a category, or null where it is not known. */
export type Answer = number | string | null;

/** Columns by name, one answer per row in each; a typed column where all answers are numbers. */
export type Table = Readonly<Record<string, readonly Answer[] | Float64Array>>;

/** A measurement, entered as it stands. */
export interface NumericTerm {
  readonly kind: 'numeric';
  readonly column: string;
}

/** A list of answers, each compared with the reference. */
export interface CategoricalTerm {
  readonly kind: 'categorical';
  readonly column: string;
  /** The category others are compared with; the first in alphabetical order when left out. */
  readonly reference?: string;
}

export type ModelTerm = NumericTerm | CategoricalTerm;

/**
 * What becomes of a missing answer: its row is left out, or (for categories) "not known" is an answer
 * like others. Rows without a number, outcome, weight, offset or group are always left out.
 */
export type MissingRule = 'complete-cases' | 'not-known-category';

/** A regression of a yes or no on named columns of a table. */
export interface ModelSpec {
  /** Column of 0 and 1. */
  readonly outcome: string;
  readonly terms: readonly ModelTerm[];
  /** Column of weights: how many clients a row stands for, 0 or more. */
  readonly weights?: string;
  /** Column with a known part of the log odds. */
  readonly offset?: string;
  /** Column of groups (teams) for random intercepts and robust errors. */
  readonly groups?: string;
  /** What becomes of missing answers; complete cases when left out. */
  readonly missing?: MissingRule;
}

export const NOT_KNOWN = 'not known';

/** Rows that a variable cost. */
export interface MissingCount {
  readonly column: string;
  /** Rows in which this column is not known. */
  readonly rows: number;
  /** Rows lost for this column alone, the others being known. */
  readonly alone: number;
}

/** Rows of the table that a model does not use, and why. */
export interface Exclusions {
  readonly rowsGiven: number;
  readonly rowsUsed: number;
  /** Rows with an answer missing, by column; only columns that miss any. */
  readonly missing: readonly MissingCount[];
  /** Rows of weight 0. */
  readonly withoutWeight: number;
  /** Rows kept with "not known" as a category of their own, by column. */
  readonly keptAsNotKnown: readonly { readonly column: string; readonly rows: number }[];
}

export interface NumericValues {
  readonly kind: 'numeric';
  readonly column: string;
  readonly values: Float64Array;
}

export interface CategoricalValues {
  readonly kind: 'categorical';
  readonly column: string;
  /** The reference first, the others in alphabetical order. */
  readonly categories: readonly string[];
  /** Position of each row's category. */
  readonly codes: Int32Array;
}

export type TermValues = NumericValues | CategoricalValues;

/** The rows of a table that a model uses, ready for its columns. */
export interface ModelFrame {
  /** Positions of the rows used, in the table. */
  readonly positions: readonly number[];
  /** 0 and 1. */
  readonly outcome: Float64Array;
  readonly weights: Float64Array;
  readonly offset: Float64Array;
  /** The groups, where the model names a column of them, in alphabetical order. */
  readonly groups: CategoricalValues | undefined;
  readonly terms: readonly TermValues[];
  readonly exclusions: Exclusions;
  readonly warnings: readonly string[];
}

function columnOf(caller: string, table: Table, name: string): readonly Answer[] | Float64Array {
  const column = table[name];
  if (column === undefined) throw new RangeError(`${caller}: the table has no column ${name}`);
  return column;
}

function requireShape(caller: string, table: Table, spec: ModelSpec): number {
  const rows = columnOf(caller, table, spec.outcome).length;
  const terms = spec.terms.map(({ column }) => column);
  const others = [spec.weights, spec.offset, spec.groups].filter((name) => name !== undefined);
  for (const name of [...terms, ...others]) {
    if (columnOf(caller, table, name).length !== rows) {
      throw new RangeError(`${caller}: ${name} must have as many rows as ${spec.outcome}`);
    }
  }
  if (new Set([...terms, spec.outcome]).size !== terms.length + 1) {
    throw new RangeError(`${caller}: a column may enter a model once`);
  }
  return rows;
}

/** Values of a column at some rows, each a finite number that a rule allows. */
function numbersAt(
  caller: string,
  table: Table,
  name: string,
  positions: readonly number[],
  rule: { readonly words: string; readonly holds: (value: number) => boolean },
): Float64Array {
  const column = columnOf(caller, table, name);
  const numbers = new Float64Array(positions.length);
  for (let i = 0; i < numbers.length; i += 1) {
    const value = column[positions[i] ?? -1];
    if (typeof value !== 'number' || !Number.isFinite(value) || !rule.holds(value)) {
      throw new RangeError(`${caller}: ${name} must hold ${rule.words}`);
    }
    numbers[i] = value;
  }
  return numbers;
}

const anyNumber = { words: 'finite numbers only', holds: () => true };
const zeroOrOne = { words: '0 and 1 only', holds: (v: number) => v === 0 || v === 1 };
const atLeastZero = { words: 'numbers of 0 or more', holds: (v: number) => v >= 0 };

function categoryOf(value: Answer | undefined): string {
  return value === null || value === undefined ? NOT_KNOWN : String(value);
}

function categoricalValues(
  table: Table,
  term: CategoricalTerm,
  positions: readonly number[],
): { readonly values: CategoricalValues; readonly warnings: readonly string[] } {
  const { column, reference } = term;
  const answers = columnOf('modelFrame', table, column);
  const distinct = new Set<Answer | undefined>();
  for (const row of positions) distinct.add(answers[row]);
  const sorted = [...new Set([...distinct].map(categoryOf))].sort();
  const isFound = reference !== undefined && sorted.includes(reference);
  const first = isFound ? reference : sorted[0];
  const categories = first === undefined ? [] : [first, ...sorted.filter((name) => name !== first)];
  const codeOf = new Map(
    [...distinct].map((answer) => [answer, categories.indexOf(categoryOf(answer))]),
  );
  const codes = new Int32Array(positions.length);
  for (let i = 0; i < codes.length; i += 1) codes[i] = codeOf.get(answers[positions[i] ?? -1]) ?? 0;
  const warnings =
    reference !== undefined && first !== undefined && first !== reference
      ? [`${column}: nobody has ${reference}, so others are compared with ${first}`]
      : [];
  return { values: { kind: 'categorical', column, categories, codes }, warnings };
}

/** Which rows have every answer that the model cannot do without, and what each column cost. */
function completeRows(
  caller: string,
  table: Table,
  spec: ModelSpec,
  rows: number,
): { readonly complete: number[]; readonly missing: MissingCount[] } {
  const isNeeded = ({ kind }: ModelTerm): boolean =>
    kind === 'numeric' || (spec.missing ?? 'complete-cases') === 'complete-cases';
  const names = [
    spec.outcome,
    ...[spec.weights, spec.offset, spec.groups].filter((name) => name !== undefined),
    ...spec.terms.filter(isNeeded).map(({ column }) => column),
  ];
  // A typed column has no room for an answer not known.
  const unknown = [...new Set(names)].flatMap((column) => {
    const answers = columnOf(caller, table, column);
    const found = answers instanceof Float64Array ? [] : unknownRows(answers);
    return found.length > 0 ? [{ column, found }] : [];
  });
  const lost = new Int32Array(rows);
  for (const { found } of unknown) for (const row of found) lost[row] = (lost[row] ?? 0) + 1;
  const complete: number[] = [];
  for (let row = 0; row < rows; row += 1) if (lost[row] === 0) complete.push(row);
  return {
    complete,
    missing: unknown.map(({ column, found }) => ({
      column,
      rows: found.length,
      alone: found.filter((row) => lost[row] === 1).length,
    })),
  };
}

function unknownRows(answers: readonly Answer[]): number[] {
  const found: number[] = [];
  for (let row = 0; row < answers.length; row += 1) if (answers[row] === null) found.push(row);
  return found;
}

function keptAsNotKnown(terms: readonly TermValues[]): Exclusions['keptAsNotKnown'] {
  return terms.flatMap((term) => {
    if (term.kind === 'numeric') return [];
    const code = term.categories.indexOf(NOT_KNOWN);
    const rows = term.codes.reduce((count, value) => count + (value === code ? 1 : 0), 0);
    return rows > 0 ? [{ column: term.column, rows }] : [];
  });
}

/**
 * The rows and columns that a model uses, and what was left out on the way: nothing is dropped silently.
 *
 * For: logisticRegression and whatever else starts from a table of clients.
 * Rules: rows with a needed answer missing (null) are left out and counted by column; rows of weight 0 are
 * left out and counted; a reference that no row used has gives way to the first category, with a warning.
 * @param caller the function to name in a refusal
 * @param table columns by name
 * @param spec outcome, terms, weights, offset and the rule for missing answers
 * @returns the frame; it may have no rows
 * @throws RangeError for a column that is not there or has another length, an outcome other than 0 and 1, a
 *   negative weight, a number that is not finite, a column used twice
 * Source: this product's rules (outcome definitions, section 7). Checked by example and through the regressions.
 */
export function modelFrame(caller: string, table: Table, spec: ModelSpec): ModelFrame {
  const rows = requireShape(caller, table, spec);
  const { complete, missing } = completeRows(caller, table, spec, rows);
  const weightsGiven =
    spec.weights === undefined
      ? undefined
      : numbersAt(caller, table, spec.weights, complete, atLeastZero);
  const positions =
    weightsGiven === undefined ? complete : complete.filter((_, i) => at(weightsGiven, i) > 0);
  const warnings: string[] = [];
  const terms = spec.terms.map((term): TermValues => {
    if (term.kind === 'numeric') {
      const values = numbersAt(caller, table, term.column, positions, anyNumber);
      return { kind: 'numeric', column: term.column, values };
    }
    const found = categoricalValues(table, term, positions);
    warnings.push(...found.warnings);
    return found.values;
  });
  return {
    positions,
    outcome: numbersAt(caller, table, spec.outcome, positions, zeroOrOne),
    weights:
      weightsGiven?.filter((weight) => weight > 0) ?? new Float64Array(positions.length).fill(1),
    offset:
      spec.offset === undefined
        ? new Float64Array(positions.length)
        : numbersAt(caller, table, spec.offset, positions, anyNumber),
    groups:
      spec.groups === undefined
        ? undefined
        : categoricalValues(table, { kind: 'categorical', column: spec.groups }, positions).values,
    terms,
    exclusions: {
      rowsGiven: rows,
      rowsUsed: positions.length,
      missing,
      withoutWeight: complete.length - positions.length,
      keptAsNotKnown: keptAsNotKnown(terms),
    },
    warnings,
  };
}
