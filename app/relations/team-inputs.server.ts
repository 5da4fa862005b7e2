import type { Db } from '#db/connection/open-database.ts';
import {
  countContactsByKind,
  listBankHolidays,
  listMeetingReturnFacts,
  listSpecialistTime,
  type FactsWindow,
} from '#db/queries/team-facts.ts';
import { monthOf } from '#scoring/calendar/iso-day.ts';
import { contactRate, type ContactRate } from '#scoring/employers/contact-rate.ts';
import { contactCounts } from '#scoring/employers/employer-contact.ts';
import { workingWeeks } from '#scoring/employers/working-weeks.ts';
import {
  meetingsPerClient,
  type MeetingsPerClient,
} from '#scoring/meetings/meetings-per-client.ts';

/** Rows by the team they belong to. */
export function byTeam<Row extends { teamId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.teamId);
    if (group === undefined) groups.set(row.teamId, [row]);
    else group.push(row);
  }
  return groups;
}

export interface TeamContacts {
  strict: ContactRate;
  allModes: ContactRate;
}

/**
 * Each team's employer contacts a working week of its employment specialists in the window, in both ways of counting.
 * A leader's contacts and hours stand on neither side of the rate, as on the team's own page of contacts.
 */
export async function contactsByTeam(
  db: Db,
  window: FactsWindow,
): Promise<Map<string, TeamContacts>> {
  const bankHolidays = (await listBankHolidays(db)).filter(
    (day) => window.from <= day && day <= window.to,
  );
  const counts = byTeam(await countContactsByKind(db, window));
  const specialists = (await listSpecialistTime(db, window)).filter(
    ({ role }) => role === 'employment-specialist',
  );
  return new Map(
    [...byTeam(specialists)].map(([teamId, team]) => {
      const weeks = team.reduce(
        (sum, person) =>
          sum + workingWeeks({ ...person, bankHolidays, from: window.from, to: window.to }),
        0,
      );
      const ids = new Set(team.map(({ specialistId }) => specialistId));
      const { strict, allModes } = contactCounts(
        (counts.get(teamId) ?? []).filter(({ specialistId }) => ids.has(specialistId)),
      );
      return [
        teamId,
        { strict: contactRate(strict, weeks), allModes: contactRate(allModes, weeks) },
      ];
    }),
  );
}

/** Each team's meetings in the window, from its monthly returns. */
export async function meetingsByTeam(
  db: Db,
  window: FactsWindow,
): Promise<Map<string, MeetingsPerClient>> {
  const months = { firstMonth: monthOf(window.from), lastMonth: monthOf(window.to) };
  const returns = byTeam(await listMeetingReturnFacts(db, window));
  return new Map(
    [...returns].map(([teamId, rows]) => [teamId, meetingsPerClient({ returns: rows, ...months })]),
  );
}
