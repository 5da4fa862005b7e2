import { countWords } from '#app/relations/figure-words.ts';
import { hiddenCount, type DisclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import { suppressedTable } from '#scoring/disclosure/suppressed-table.ts';
import { clientModelVariables } from '#scoring/outcomes/client-model.ts';
import { jobEntryVersionOn } from '#scoring/outcomes/job-entry-definitions.ts';
import type { FigureEight } from '#scoring/relations/figure-eight.ts';

import type { FigureEightAnswer } from './figure-eight-model.server.ts';
import type { CountedReason, FigureEightReport } from './figure-eight-report.ts';
import type { FigureEightRequest } from './figure-eight-request.server.ts';

export const methodWords: Readonly<Record<FigureEight['method'], string>> = {
  'maximum-likelihood': 'Logistic regression by maximum likelihood',
  firth: 'Logistic regression by Firth’s penalised likelihood',
};

export function variableName(column: string): string {
  return clientModelVariables.find((variable) => variable.column === column)?.name ?? column;
}

/** Whose clients are looked at, and what counts as a job start. */
export function definitionWords({
  clients: { population, relations },
}: Pick<FigureEightRequest, 'clients'>): Pick<FigureEightReport, 'clients' | 'jobStart'> {
  if (population === 'evaluation') {
    return {
      clients: 'Clients of the evaluation',
      jobStart: 'at least one job start evidenced by the provider by the count date',
    };
  }
  const { definition, period } = relations;
  const { numerator } = jobEntryVersionOn(definition, period.to);
  return {
    clients: `Clients in teams’ own records, ${period.label}`,
    jobStart: `${definition.name} (${numerator})`,
  };
}

/** Job starts for each coefficient, from the counts that the reader sees: from exact ones it would give them away. */
export function eventsPerParameter(whole: Figure, parameters: number | null): number | null {
  if (whole.status !== 'shown' || parameters === null || parameters === 0) return null;
  const { numerator, denominator } = whole;
  return Math.round((10 * Math.min(numerator, denominator - numerator)) / parameters) / 10;
}

/**
 * In how many of a hundred refits something was so, to the next five: of a category with one, two or three job starts a known
 * share of all draws has none, so the exact number would tell how many it has.
 */
export function shareOfRefits(count: number, refits: number): number {
  return 5 * Math.round((20 * count) / refits);
}

const usualEventsPerParameter = 10;

/** In words of our own: those of the model hold exact counts, and ids of teams. */
export function warningsOf(
  { method, failedRefits, refits }: FigureEight,
  each: number | null,
): string[] {
  return [
    ...(each !== null && each < usualEventsPerParameter
      ? [
          `Only ${each.toFixed(1)} events per parameter, where ${usualEventsPerParameter} are usual: estimates may be too far out.`,
        ]
      : []),
    ...(method === 'firth'
      ? [
          'Some answer tells those with a job start from those without, without error: estimates are Firth’s, which stay finite.',
        ]
      : []),
    ...(shareOfRefits(failedRefits, refits) > 0
      ? [`About ${shareOfRefits(failedRefits, refits)} of 100 refits gave no answer.`]
      : []),
  ];
}

/** A count of people as it may be shown, * where hidden. */
export function shownCount({ shown, text }: DisclosedCount): string {
  return shown === null ? text : countWords(shown);
}

/** The clients of the landmark variant and those it leaves out: parts of one whole, protected as such. */
export function landmarkRows(
  { n, day, followedTooShort, startedBefore, notKnown }: NonNullable<FigureEightAnswer['landmark']>,
  policy: DisclosurePolicy,
): CountedReason[] {
  const reasons = [
    `Followed at least ${day} days, without a job start before day ${day}`,
    `Left out: followed under ${day} days`,
    `Left out: started a job before day ${day}`,
    'Left out: not known how long they were followed',
  ];
  const { cells, grandTotal } = suppressedTable(
    [[n, followedTooShort, startedBefore, notKnown]],
    policy,
  );
  return [
    ...reasons.map((reason, index) => ({
      reason,
      clients: shownCount(cells[0]?.[index] ?? hiddenCount),
    })),
    { reason: 'All', clients: shownCount(grandTotal) },
  ];
}
