import type { Rows } from './binomial-likelihood.ts';
import { INTERCEPT, prepareDesign, type Design } from './design.ts';
import type { ModelFrame, TermValues } from './model-frame.ts';
import { rowProducts } from './vectors.ts';

/** What a column of the design stands for. */
export interface ColumnMeaning {
  /** `(Intercept)`, the column's name, or column and category: `team: Brent`. */
  readonly name: string;
  /** The column of the table; null for the intercept. */
  readonly term: string | null;
  /** The category that the column marks; null for a measurement. */
  readonly category: string | null;
  /** The category it is compared with; null for a measurement. */
  readonly reference: string | null;
}

/** A design whose columns know what they stand for. */
export interface ModelColumns {
  readonly design: Design;
  readonly rows: Rows;
  /** Meanings of the columns kept, in the order of the design. */
  readonly meanings: readonly ColumnMeaning[];
  /** Meanings of the columns left out because earlier ones say what they say. */
  readonly aliased: readonly ColumnMeaning[];
}

interface MarkedColumn {
  readonly meaning: ColumnMeaning;
  readonly values: Float64Array;
}

function columnsOf(term: TermValues): MarkedColumn[] {
  if (term.kind === 'numeric') {
    const { column: name, values } = term;
    return [{ meaning: { name, term: name, category: null, reference: null }, values }];
  }
  const { column, categories, codes } = term;
  const reference = categories[0] ?? null;
  return categories.slice(1).map((category, k) => {
    const values = new Float64Array(codes.length);
    for (let i = 0; i < codes.length; i += 1) values[i] = codes[i] === k + 1 ? 1 : 0;
    return {
      meaning: { name: `${column}: ${category}`, term: column, category, reference },
      values,
    };
  });
}

/**
 * The design of a model: a constant, each measurement, and a column of 0 and 1 for each category but the
 * reference; scaled, and freed of columns that repeat earlier ones.
 *
 * For: every regression that starts from a table.
 * @param caller the function to name in a refusal
 * @param frame at least one row
 * @param extra further columns by name, one value per row of the frame
 * @returns design, outcomes (weight where the client started, weight, offset) and what each column means
 * @throws RangeError as prepareDesign
 * Source: treatment contrasts, as in R's model.matrix. Checked through logisticRegression.
 */
export function modelColumns(
  caller: string,
  frame: ModelFrame,
  extra: readonly { readonly name: string; readonly values: Float64Array }[] = [],
): ModelColumns {
  const marked = [
    ...frame.terms.flatMap(columnsOf),
    ...extra.map(({ name, values }) => ({
      meaning: { name, term: name, category: null, reference: null },
      values,
    })),
  ];
  const terms = marked.map(({ meaning, values }) => ({ name: meaning.name, values }));
  const design = prepareDesign(caller, terms, frame.weights, true);
  const intercept = { name: INTERCEPT, term: null, category: null, reference: null };
  const byName = new Map<string, ColumnMeaning>([
    [INTERCEPT, intercept],
    ...marked.map(({ meaning }) => [meaning.name, meaning] as const),
  ]);
  const meaningsOf = (names: readonly string[]): ColumnMeaning[] =>
    names.flatMap((name) => byName.get(name) ?? []);
  return {
    design,
    rows: {
      positions: frame.positions,
      successes: rowProducts(frame.outcome, frame.weights),
      trials: frame.weights,
      offset: frame.offset,
    },
    meanings: meaningsOf(design.names),
    aliased: meaningsOf(design.aliased),
  };
}
