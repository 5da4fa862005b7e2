import { UnusableData } from '../command/errors.ts';
import type { CellRule } from './cell-rules.ts';
import type { ColumnPlan } from './read-table.ts';

/** A column of a file whose names are fixed. */
export interface LayoutColumn {
  readonly name: string;
  readonly rule: CellRule;
  readonly isNeeded?: boolean;
}

/** The columns of a layout that a file has; those it must have are asked for by name. */
export function layoutPlans(
  layout: readonly LayoutColumn[],
  header: readonly string[],
): ColumnPlan[] {
  const lacking = layout.filter(({ name, isNeeded }) => isNeeded && !header.includes(name));
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => name).join(', ');
    throw new UnusableData(`the file has no column ${names}; it has ${header.join(', ')}`);
  }
  return layout.filter(({ name }) => header.includes(name));
}

/** A warning that names the columns of a file that its layout does not know. */
export function columnsPassedOver(
  layout: readonly LayoutColumn[],
  header: readonly string[],
): string[] {
  const strange = header.filter((name) => !layout.some((column) => column.name === name));
  return strange.length === 0 ? [] : [`columns passed over: ${strange.join(', ')}`];
}
