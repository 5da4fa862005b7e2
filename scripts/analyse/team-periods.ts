import { integrationLevels, type TeamPeriod } from '#scoring/relations/team-period.ts';
import { WrongUse } from './command/errors.ts';
import { numberIn, rowRefusal, rowsOf, textIn } from './reading/columns.ts';
import type { ReadTable } from './reading/read-table.ts';
import { ITEM_COLUMNS, MEETINGS_COLUMNS, requireTeamCounts } from './team-layout.ts';

const [PER_MONTH, PER_CLIENT] = MEETINGS_COLUMNS;
const reviewKinds = ['independent', 'guided-self-assessment', 'self-assessment'] as const;

/** The teams of a file of the relation layout. */
export function teamPeriods(table: ReadTable): TeamPeriod[] {
  requireTeamCounts(table);
  const meetings = meetingsColumn(table);
  return rowsOf(table).map((row) => {
    const number = (name: string): number | null => numberIn(table, name, row);
    const text = (name: string): string | null => textIn(table, name, row);
    const scores = ITEM_COLUMNS.map(number);
    const fidelityTotal = number('fidelity');
    requireTotal(table, row, fidelityTotal, scores);
    return {
      teamId: text('team') ?? '',
      clients: number('clients') ?? 0,
      jobEntries: number('job_entries') ?? 0,
      fidelityTotal,
      fidelityReviewKind: reviewKinds.find((kind) => kind === text('review_kind')) ?? null,
      itemScores: scores.every((score) => score === null)
        ? null
        : Object.fromEntries(scores.map((score, index) => [index + 1, score])),
      integrationLevel: integrationLevels.find((level) => level === text('integration')) ?? null,
      contactsPerWeek: number('contacts_per_week'),
      contactsPerWeekAllModes: number('contacts_per_week_all_modes'),
      meetingsPerClientMonth: number(meetings),
      clientsBehindMeetings: number('clients_behind_meetings'),
    };
  });
}

/** A total is the sum of 25 items, where all of them are there. */
function requireTotal(
  table: ReadTable,
  row: number,
  total: number | null,
  scores: readonly (number | null)[],
): void {
  if (total === null || scores.includes(null)) return;
  const sum = scores.reduce<number>((so, score) => so + (score ?? 0), 0);
  if (sum !== total) {
    throw rowRefusal(table, 'fidelity', row, `${total} is not the sum of its items, ${sum}`);
  }
}

function meetingsColumn({ columns }: ReadTable): string {
  if (columns[PER_MONTH] !== undefined && columns[PER_CLIENT] !== undefined) {
    throw new WrongUse(`the file has both ${PER_MONTH} and ${PER_CLIENT}: leave one out`);
  }
  return columns[PER_MONTH] === undefined ? PER_CLIENT : PER_MONTH;
}

/** Says so where words about meetings a month stand beside meetings in all. */
export function meetingsWarning({ columns }: ReadTable): string[] {
  return columns[PER_CLIENT] === undefined
    ? []
    : [`${PER_CLIENT} is used: words that say "per client and month" mean "per client" here`];
}
