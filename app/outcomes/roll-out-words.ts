import type { RollOutFlag } from '#scoring/outcomes/roll-out.ts';

const columnNames: Readonly<Record<RollOutFlag['column'], string>> = {
  cumulativeServices: 'services',
  cumulativeLocalAuthorities: 'local authorities',
};

/** A cumulative figure that its own rows do not add up to. */
export function flagWords({ group, column, printed, added }: RollOutFlag): string {
  return `${group}: the report prints ${printed} ${columnNames[column]} so far, its own rows add up to ${added}. Nothing has been changed.`;
}

export const otherSourceNote =
  'The other source is OHID’s own account of the expansion. It counts other things in other years: where it does not agree, neither is corrected.';
