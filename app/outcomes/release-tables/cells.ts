import type {
  HiddenCell,
  ReleaseCell,
  ReleaseColumn,
  ReleaseTable,
} from '#app/outcomes-files/release-table.ts';
import { breakdowns, type BreakdownKey } from '#scoring/outcomes/cohort/breakdowns.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';

/** A table before it has its number. */
export type Table = Omit<ReleaseTable, 'number'>;

export const confidential: HiddenCell = { shorthand: 'c' };
const notAvailable: HiddenCell = { shorthand: 'x' };
export const notApplicable: HiddenCell = { shorthand: 'z' };

type Part = 'base' | 'count' | 'value' | 'lower' | 'upper';

/** Parts of a figure that everybody may see, or why they are not shown. */
export function figureCells(figure: ReleasedFigure, parts: readonly Part[]): ReleaseCell[] {
  if (figure.status === 'hidden') return parts.map(() => confidential);
  if (figure.status === 'none') return parts.map(() => notApplicable);
  return parts.map((part) => figure[part] ?? notAvailable);
}

export function orNotAvailable(value: number | null | undefined): ReleaseCell {
  return value ?? notAvailable;
}

export function orConfidential(value: number | null): ReleaseCell {
  return value ?? confidential;
}

/** The value of a figure of the round before; a group that was not there has none. */
export function previousCell(figure: ReleasedFigure | undefined): ReleaseCell {
  return figure === undefined ? notApplicable : (figureCells(figure, ['value'])[0] ?? notAvailable);
}

export const yesOrNo = (holds: boolean) => (holds ? 'Yes' : 'No');

export const textColumn = (name: string): ReleaseColumn => ({ name, kind: 'text' });
export const countColumn = (name: string): ReleaseColumn => ({ name, kind: 'count' });
export const percentColumn =
  (decimals: number) =>
  (name: string): ReleaseColumn => ({ name, kind: 'percent', decimals });
export const numberColumn =
  (decimals: number) =>
  (name: string): ReleaseColumn => ({ name, kind: 'number', decimals });

export function breakdownName(key: BreakdownKey): string {
  return breakdowns.find((breakdown) => breakdown.key === key)?.name ?? key;
}
