import { oneOf, wholeNumber, anyText, zeroOrMore, aboveZero } from './reading/cell-rules.ts';
import { numberIn, requireDistinct, requireKnown, rowRefusal, rowsOf } from './reading/columns.ts';
import type { LayoutColumn } from './reading/layout.ts';
import type { ReadTable } from './reading/read-table.ts';

/** What every file of teams has: one row a team, all of one period and one definition of the rate. */
const counts: readonly LayoutColumn[] = [
  { name: 'team', rule: anyText, isNeeded: true },
  { name: 'clients', rule: wholeNumber(0), isNeeded: true },
  { name: 'job_entries', rule: wholeNumber(0), isNeeded: true },
];

export const ITEM_COLUMNS = Array.from({ length: 25 }, (_, index) => `item_${index + 1}`);

/** Meetings per client are taken where a file has no meetings per client and month. */
export const MEETINGS_COLUMNS = ['meetings_per_client_month', 'meetings_per_client'] as const;

/** Teams with what goes into a relation. */
export const relationLayout: readonly LayoutColumn[] = [
  ...counts,
  { name: 'fidelity', rule: wholeNumber(25, 125) },
  {
    name: 'review_kind',
    rule: oneOf(['independent', 'guided-self-assessment', 'self-assessment']),
  },
  ...ITEM_COLUMNS.map((name) => ({ name, rule: wholeNumber(1, 5) })),
  { name: 'integration', rule: oneOf(['low', 'medium', 'high']) },
  { name: 'contacts_per_week', rule: zeroOrMore },
  { name: 'contacts_per_week_all_modes', rule: zeroOrMore },
  ...MEETINGS_COLUMNS.map((name) => ({ name, rule: zeroOrMore })),
  { name: 'clients_behind_meetings', rule: wholeNumber(0) },
];

/** Teams with what their clients led to expect. */
export const funnelLayout: readonly LayoutColumn[] = [
  ...counts,
  { name: 'expected', rule: aboveZero },
  { name: 'variance', rule: aboveZero },
];

/** Refuses counts that are not known or contradict one another, and a team that stands there twice. */
export function requireTeamCounts(table: ReadTable): void {
  requireKnown(
    table,
    counts.map(({ name }) => name),
  );
  requireDistinct(table, 'team');
  for (const row of rowsOf(table)) {
    const clients = numberIn(table, 'clients', row) ?? 0;
    const entries = numberIn(table, 'job_entries', row) ?? 0;
    if (entries > clients) {
      throw rowRefusal(table, 'job_entries', row, `${entries} are more than ${clients} clients`);
    }
  }
}
