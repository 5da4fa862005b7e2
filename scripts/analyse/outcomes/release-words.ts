import type { HiddenCell, ReleaseCell } from '#app/outcomes-files/release-table.ts';
import type { FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';
import { outcomeBases, type OutcomeBase } from '#scoring/outcomes/tables/outcome-measures.ts';

/** The two groups of clients that every table comes for. */
export const groupWords: Readonly<Record<FollowUpGroup, string>> = {
  full: 'all clients included',
  complete: 'clients followed for all 18 months',
};

/** A base among the clients of one of the two groups. */
export function baseOf(base: OutcomeBase, followUpGroup: FollowUpGroup): string {
  const group = groupWords[followUpGroup];
  return base === 'all' ? capitalised(group) : `${outcomeBases[base]}; ${group}`;
}

/** A table before it has its number. */
export type Unnumbered<Table> = Omit<Table, 'number'>;

const notApplicable: HiddenCell = { shorthand: 'z' };
const notAvailable: HiddenCell = { shorthand: 'x' };

/** A value, or that there is nobody it could be about. */
export function orNobody(value: number | null): ReleaseCell {
  return value ?? notApplicable;
}

/** A value, or that there is too little to work it out. */
export function orTooLittle(value: number | null | undefined): ReleaseCell {
  return value ?? notAvailable;
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
