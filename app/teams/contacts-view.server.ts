import { decimalWords } from '#app/relations/figure-words.ts';
import { contactsByTeam, type TeamContacts } from '#app/relations/team-inputs.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { ContactRate } from '#scoring/employers/contact-rate.ts';
import { contactWindows, type ContactWindow } from '#scoring/employers/contact-windows.ts';

import type { ContactsView } from './team-view.ts';

export type WindowRates = { window: ContactWindow; rates: TeamContacts | undefined }[];

/** The team's contacts over the 1, 4 and 12 weeks that end on the last complete week. */
export async function contactWindowsOf(
  db: Db,
  teamId: string,
  today: string,
): Promise<WindowRates> {
  const rates: WindowRates = [];
  for (const window of contactWindows(today)) {
    const { from, to } = window;
    rates.push({ window, rates: (await contactsByTeam(db, { from, to, teamId })).get(teamId) });
  }
  return rates;
}

/** Contacts a working week in both ways of counting, always side by side. */
export function contactsView(period: TeamContacts | undefined, windows: WindowRates): ContactsView {
  return {
    windows: windows.map(({ window: { weeks, from, to }, rates }) => ({
      label: `${weeks === 1 ? 'Last week' : `Last ${weeks} weeks`}, ${formatDay(from)} to ${formatDay(to)}`,
      strict: rateWords(rates?.strict),
      allModes: rateWords(rates?.allModes),
      weeks: decimalWords(rates?.strict.workingWeeks ?? 0, 1),
    })),
    period: { strict: rateWords(period?.strict), allModes: rateWords(period?.allModes) },
  };
}

function rateWords(rate: ContactRate | undefined): string {
  return rate?.status === 'rate' ? decimalWords(rate.contactsPerWeek, 1) : 'no rate';
}
