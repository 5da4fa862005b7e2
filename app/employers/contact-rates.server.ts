import type { Db } from '#db/connection/open-database.ts';
import { countContactsByDay } from '#db/queries/employer-contacts.ts';
import { listBankHolidays, listSpecialistTime } from '#db/queries/team-facts.ts';
import type { ContactRate } from '#scoring/employers/contact-rate.ts';
import { contactWindows } from '#scoring/employers/contact-windows.ts';
import { dailyContactCounts } from '#scoring/employers/daily-contact-counts.ts';
import {
  teamContactRates,
  type TeamContactRates,
  type WindowContactRate,
} from '#scoring/employers/team-contact-rates.ts';

export interface ContactRateRow {
  name: string;
  windows: { weeks: number; strict: ContactRate; allModes: ContactRate }[];
}

export interface ContactRateTable {
  /** Last day of all windows. */
  to: string;
  rows: ContactRateRow[];
  team: ContactRateRow;
}

/** Contacts a working week of the team and of each employment specialist over 1, 4 and 12 weeks. */
export async function contactRateTable(
  db: Db,
  teamId: string,
  today: string,
): Promise<ContactRateTable> {
  const windows = contactWindows(today);
  const { from, to } = windows.at(-1) ?? { from: today, to: today };
  const staff = await listSpecialistTime(db, { teamId, from, to });
  const specialists = staff.filter(({ role }) => role === 'employment-specialist');
  const counts = dailyContactCounts(await countContactsByDay(db, teamId, { from, to }));
  const rates = teamContactRates(specialists, counts, await listBankHolidays(db), today);
  return {
    to,
    rows: specialists.map(({ specialistId, name }) => ({
      name,
      windows: windowsOf(rates, specialistId),
    })),
    team: { name: 'Team', windows: rates.team.map(plain) },
  };
}

function windowsOf(rates: TeamContactRates, specialistId: string) {
  const own = rates.specialists.find((specialist) => specialist.specialistId === specialistId);
  return (own?.windows ?? []).map(plain);
}

const plain = ({ weeks, strict, allModes }: WindowContactRate) => ({ weeks, strict, allModes });
