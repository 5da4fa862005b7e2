import type { IntegrationLevel } from '../../schema/reviews.ts';
import type { EvaluationRow } from './evaluation-fit.ts';
import type { DemoFigure } from './figure.ts';

export interface EvaluationData {
  clients: readonly EvaluationRow[];
  /** Level of each borough, in the order of the plan. */
  levels: readonly IntegrationLevel[];
}

export type EvaluationEntries = (readonly [path: string, figure: DemoFigure])[];

type Select = (row: EvaluationRow) => boolean;

export function percentage(part: number, whole: number): number {
  return (100 * part) / whole;
}

/** Job starts of those selected, per cent. */
export function rateOf(clients: readonly EvaluationRow[], select: Select = () => true): number {
  const group = clients.filter(select);
  return percentage(group.filter(({ jobStart }) => jobStart === 1).length, group.length);
}
