import { NOT_KNOWN, type MissingRule, type ModelTerm } from '#scoring/statistics/model-frame.ts';
import { UnusableData, WrongUse } from './command/errors.ts';
import { choice, list, pairs, type ValuesOf } from './command/options.ts';
import { anyNumber, anyText } from './reading/cell-rules.ts';
import type { ColumnPlan, ReadTable } from './reading/read-table.ts';

/** How factors of a model are spoken of on the command line, the same for every subject that has any. */
export const factorOptions = {
  reference: pairs(
    'factor=category',
    'category that others of a factor are compared with; else the first in alphabetical order',
  ),
  numeric: list('a,b', 'factors that are numbers; without it, those whose every answer is one'),
  categorical: list('a,b', 'factors that are categories, though they look like numbers'),
};

export const missingOption = choice(
  ['complete-cases', 'not-known'],
  'rows with an answer not known are left out, or "not known" is a category',
);

type FactorValues = ValuesOf<typeof factorOptions>;

/** Columns of the factors, each read as what it was said to be. */
export function factorPlans(factors: readonly string[], values: FactorValues): ColumnPlan[] {
  requireFactors(factors, values);
  const { reference, numeric, categorical } = values;
  return factors.map((name) => {
    if (numeric.includes(name)) return { name, rule: anyNumber };
    const isCategorical = categorical.includes(name) || Object.hasOwn(reference, name);
    return { name, rule: isCategorical ? anyText : 'numbers-or-categories' };
  });
}

/** Refuses what is said of a factor that the model has not, or that cannot be both. */
export function requireFactors(factors: readonly string[], values: FactorValues): void {
  const { reference, numeric, categorical } = values;
  const named = {
    '--reference': Object.keys(reference),
    '--numeric': numeric,
    '--categorical': categorical,
  };
  for (const [option, names] of Object.entries(named)) {
    const stranger = names.find((name) => !factors.includes(name));
    if (stranger !== undefined) {
      throw new WrongUse(`${option} names ${stranger}, which is no factor of the model`);
    }
  }
  const both = numeric.find((name) => categorical.includes(name) || Object.hasOwn(reference, name));
  if (both !== undefined) throw new WrongUse(`${both} cannot be both numeric and categorical`);
}

/** More are names or numbers of people, and a coefficient each would take hours to say nothing. */
const MOST_CATEGORIES = 200;

/** The factors as terms of a model, once the file has shown what they hold. */
export function termsOf(
  factors: readonly string[],
  { reference }: Pick<FactorValues, 'reference'>,
  table: ReadTable,
): ModelTerm[] {
  return factors.map((column) => {
    const isNumeric = table.used.some(({ name, kind }) => name === column && kind === 'numeric');
    return isNumeric
      ? { kind: 'numeric', column }
      : categoricalTerm(column, reference[column], table);
  });
}

function categoricalTerm(
  column: string,
  reference: string | undefined,
  { columns, rows }: ReadTable,
): ModelTerm {
  const categories = new Set((columns[column] ?? []).map((answer) => answer ?? NOT_KNOWN));
  if (categories.size > MOST_CATEGORIES) {
    throw new UnusableData(
      `${column} has ${categories.size} categories in ${rows} rows; a factor may have ${MOST_CATEGORIES}`,
    );
  }
  if (reference === undefined) return { kind: 'categorical', column };
  if (!categories.has(reference)) {
    const known = [...categories].map(String).sort().join(', ');
    throw new UnusableData(`--reference ${column}=${reference} must name one of ${known}`);
  }
  return { kind: 'categorical', column, reference };
}

/** The rule for missing answers in the words of the statistics. */
export function missingRule(typed: 'complete-cases' | 'not-known'): MissingRule {
  return typed === 'not-known' ? 'not-known-category' : 'complete-cases';
}
