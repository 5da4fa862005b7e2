import { csvText } from '#app/relations/csv.ts';
import type { FollowedClient } from '#scoring/outcomes/cohort/linked-cohort.ts';
import type { NamedCohort } from './client-outcomes.ts';

const columns = [
  'followUpDays',
  'isFollowUpComplete',
  'worked',
  'startedJob',
  'daysToFirstJob',
  'firstJobMonth',
  'daysEmployed',
  'longestJobDays',
  'sustained13Weeks',
  'jobs',
  'incomeTaxPence',
  'nationalInsurancePence',
] as const satisfies readonly (keyof FollowedClient)[];

/** The outcomes of each client under the id of the reader's own file; blank where there is none. */
export function clientsCsv({ lines }: NamedCohort): Uint8Array {
  const rows = lines.map(({ clientId, leftOut, outcomes }) => [
    clientId,
    leftOut ?? '',
    ...columns.map((column) => String(outcomes?.[column] ?? '')),
  ]);
  return new TextEncoder().encode(csvText([['clientId', 'leftOut', ...columns], ...rows]));
}
