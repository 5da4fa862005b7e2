import { describe, expect, test } from 'vitest';

import { clientTable } from '#app/client-model/client-table.server.ts';
import { periodOf } from '#app/relations/period.ts';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';

import { clientsOf, evidencedStart } from '../../builders/clients.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { meetingsOf } from '../../builders/meetings.ts';
import { aTeam } from '../../builders/teams.ts';

const today = '2026-07-15';

describe('clients of teams’ own records, January to June 2026', () => {
  const { db } = sharedDatabase(async (given) => {
    const team = await aTeam(given);
    const [met] = await clientsOf(given, team.id, [
      { enrolmentDate: '2026-02-02', jobs: [evidencedStart('2026-04-03', '2026-05-01')] },
      // Followed for 59, 60 and 61 days, the day of enrolment and the last day of June among them.
      ...['2026-05-03', '2026-05-02', '2026-05-01'].map((enrolmentDate) => ({ enrolmentDate })),
      { enrolmentDate: '2026-06-30' },
    ]);
    // Days 0, 59 and 60 after enrolment, and the first day after the period.
    const days = ['2026-02-02', '2026-04-02', '2026-04-03', '2026-07-01'];
    await meetingsOf(given, { id: met ?? '', teamId: team.id }, days);
    return team;
  });
  const table = () =>
    clientTable(db(), {
      population: 'records',
      definition: getJobEntryDefinition('ips-grow'),
      period: periodOf(today, '2026-H1', '1'),
      today,
    });
  const rowsBy = async (...columns: string[]) => {
    const found = await table();
    const values = columns.map((column) => Array.from(found[column] ?? []));
    return (values[0] ?? []).map((_, row) => values.map((column) => column[row]));
  };

  test('are followed from the day of enrolment to the last day counted, both days included', async () => {
    const followed = (await table()).days_followed;
    expect(Array.from(followed ?? [], Number).sort((a, b) => a - b)).toEqual([1, 59, 60, 61, 149]);
  });

  test('have the meetings of days 0 to 59 as those of the first 60 days, and none after the period', async () => {
    const rows = await rowsBy('meetings_first_60_days', 'meetings', 'days_to_job', 'job_start');
    expect(rows.filter(([, meetings]) => meetings !== 0)).toEqual([[2, 3, 60, 1]]);
    expect(rows).toHaveLength(5);
  });
});
