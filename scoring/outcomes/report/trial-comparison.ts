import type { BreakdownKey } from '../cohort/breakdowns.ts';
import type { GroupTable } from '../tables/group-table.ts';
import type { OutcomeFigure } from '../tables/outcome-figure.ts';
import type { OutcomeKey } from '../tables/outcome-measures.ts';

/** What the IPS-AD trial published, as the 2025 report quotes it; rates 0 to 1, never computed by us. */
export interface TrialFigure {
  readonly outcome: OutcomeKey;
  /** Null for everybody. */
  readonly group: { readonly breakdown: BreakdownKey; readonly name: string } | null;
  readonly intervention: number;
  /** Null where the report does not quote it. */
  readonly control: number | null;
}

export const trialFigures: readonly TrialFigure[] = [
  { outcome: 'worked', group: null, intervention: 0.3, control: 0.25 },
  {
    outcome: 'worked',
    group: { breakdown: 'substance', name: 'Opiates without crack' },
    intervention: 0.23,
    control: null,
  },
  { outcome: 'sustained-13-weeks', group: null, intervention: 0.42, control: 0.42 },
];

/** Said beside the comparison, which no test can make. */
export const trialCaution =
  'The trial allotted people by chance, counted a job from a day of 7 paid hours and ran from 2018 to 2021; the linked cohort does none of this. The figures stand beside each other; no test compares them.';

export interface TrialComparison extends TrialFigure {
  readonly figure: OutcomeFigure;
  /** Ours minus the trial's, −1 to 1; null where there is none of either. */
  readonly aboveIntervention: number | null;
  readonly aboveControl: number | null;
}

/**
 * The linked cohort's figures beside those of the trial's two arms.
 *
 * For: the report's last section. Formula: plain differences; no test, since nothing but percentages was published
 * and the two populations and definitions differ.
 * @param tables tables of the cohort, among them those of the trial's outcomes by any breakdown and by its group's
 * @returns one row for each trial figure whose table is there
 * Errors: none. Source: outcome definitions, sections 4 and 5. Checked: by example.
 */
export function trialComparison(tables: readonly GroupTable[]): TrialComparison[] {
  return trialFigures.flatMap((published) => {
    const { outcome, group, intervention, control } = published;
    const table = tables.find(
      (each) => each.outcome === outcome && (group === null || each.breakdown === group.breakdown),
    );
    const figure =
      group === null ? table?.total : table?.rows.find((row) => row.group === group.name)?.figure;
    if (figure === undefined) return [];
    const above = (rate: number | null) =>
      figure.value === null || rate === null ? null : figure.value - rate;
    return [
      {
        ...published,
        figure,
        aboveIntervention: above(intervention),
        aboveControl: above(control),
      },
    ];
  });
}
