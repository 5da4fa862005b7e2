import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { isSmallGroup, type GroupCounts } from '#scoring/disclosure/hidden-groups.ts';
import {
  clientModelVariables,
  OUTCOME_COLUMN,
  type ClientModelVariable,
} from '#scoring/outcomes/client-model.ts';
import type { MissingRule, Table } from '#scoring/statistics/model-frame.ts';

/** Clients whom a rule for missing answers leaves in, and the variables that all of them have answered. */
export interface ClientSet {
  readonly rows: readonly number[];
  readonly answered: readonly string[];
}

/**
 * The clients of every model under each rule: two sets and no more, whatever variables a model has. Were there a set for each
 * choice of variables, the few clients between two of them could be worked out.
 *
 * Complete cases have every answer. Where "not known" is a category, a variable that too few left unanswered to be shown has no
 * such category: these clients are left out, or they, and a second category with them, would have to be hidden.
 */
export function clientSets(table: Table, policy: DisclosurePolicy): Record<MissingRule, ClientSet> {
  const all = clientModelVariables.map(({ column }) => column);
  return {
    'complete-cases': { rows: rowsWith(table, all), answered: all },
    'not-known-category': withNotKnown(table, policy),
  };
}

function withNotKnown(table: Table, policy: DisclosurePolicy): ClientSet {
  // A measurement has no categories.
  const answered = clientModelVariables.filter(({ kind }) => kind === 'numeric').map(columnOf);
  for (;;) {
    const rows = rowsWith(table, answered);
    const small = clientModelVariables
      .map(columnOf)
      .filter((column) => !answered.includes(column))
      .find((column) => isSmallGroup(countsOf(table, unanswered(table, column, rows)), policy));
    if (small === undefined) return { rows, answered };
    // Leaving these clients out may leave few of another variable.
    answered.push(small);
  }
}

const columnOf = ({ column }: ClientModelVariable): string => column;

/** Clients without an answer among some. */
export function unanswered(table: Table, column: string, rows: readonly number[]): number[] {
  return rows.filter((row) => table[column]?.[row] === null);
}

/** How many clients there are, and how many of them started a job. */
export function countsOf(table: Table, rows: readonly number[]): GroupCounts {
  const starts = rows.filter((row) => table[OUTCOME_COLUMN]?.[row] === 1);
  return { numerator: starts.length, denominator: rows.length };
}

function rowsWith(table: Table, columns: readonly string[]): number[] {
  const all = Array.from({ length: table[OUTCOME_COLUMN]?.length ?? 0 }, (_, row) => row);
  return all.filter((row) => columns.every((column) => table[column]?.[row] !== null));
}
