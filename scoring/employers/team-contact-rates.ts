import { isIsoDay } from '#scoring/calendar/iso-day.ts';
import { contactRate, type ContactRate } from './contact-rate.ts';
import { contactWindows, type ContactWindow } from './contact-windows.ts';
import { workingWeeks, type LeaveDay, type WorkingPattern } from './working-weeks.ts';

export interface SpecialistEmployment {
  specialistId: string;
  patterns: readonly WorkingPattern[];
  leave: readonly LeaveDay[];
  employedFrom: string;
  employedTo: string | null;
}

/** Contacts of one specialist on a day; a whole week's count may be given on any day of that week. */
export interface DailyContactCounts {
  specialistId: string;
  day: string;
  strict: number;
  allModes: number;
}

export interface WindowContactRate extends ContactWindow {
  strict: ContactRate;
  allModes: ContactRate;
}

export interface SpecialistContactRates {
  specialistId: string;
  windows: WindowContactRate[];
}

export interface TeamContactRates {
  specialists: SpecialistContactRates[];
  team: WindowContactRate[];
}

function windowRate(
  window: ContactWindow,
  counts: readonly DailyContactCounts[],
  weeks: number,
): WindowContactRate {
  const inside = counts.filter(({ day }) => window.from <= day && day <= window.to);
  const strict = inside.reduce((sum, row) => sum + row.strict, 0);
  const allModes = inside.reduce((sum, row) => sum + row.allModes, 0);
  return { ...window, strict: contactRate(strict, weeks), allModes: contactRate(allModes, weeks) };
}

function requireCounts(counts: readonly DailyContactCounts[]): void {
  for (const { day, strict, allModes } of counts) {
    if (!isIsoDay(day)) {
      throw new RangeError(
        `teamContactRates: a count needs a day written YYYY-MM-DD, not "${day}"`,
      );
    }
    if (strict > allModes) {
      throw new RangeError('teamContactRates: strict contacts must not exceed those in all modes');
    }
  }
}

/**
 * Contact rates of a team and of each of its specialists over 1, 4 and 12 weeks, strict and all modes.
 *
 * For: team pages, the portfolio page and item 17. Works on counts already added up by
 * specialist and day or week, so that a page with a hundred teams stays fast.
 * Formula: specialist rate = contacts / working weeks; team rate = sum of the contacts of the listed
 * specialists / sum of their working weeks. Rows of specialists who are not listed are left out.
 * @param specialists employment of each specialist of the team
 * @param counts contacts by specialist and week (or day)
 * @param bankHolidays ISO days of the bank holidays of England
 * @param today ISO day; windows end on the last complete week before it
 * @returns rates by specialist and for the team, windows shortest first
 * @throws RangeError for a day that is none, counts below 0 or not whole, strict above all modes
 * Source: outcome definitions, section 8. Checked: worked example by hand, sums against parts.
 */
export function teamContactRates(
  specialists: readonly SpecialistEmployment[],
  counts: readonly DailyContactCounts[],
  bankHolidays: ReadonlySet<string> | readonly string[],
  today: string,
): TeamContactRates {
  requireCounts(counts);
  const windows = contactWindows(today);
  const holidays = new Set(bankHolidays);
  const rated = specialists.map((specialist) => {
    const own = counts.filter(({ specialistId }) => specialistId === specialist.specialistId);
    return {
      specialistId: specialist.specialistId,
      windows: windows.map((window) => {
        const { from, to } = window;
        const weeks = workingWeeks({ ...specialist, bankHolidays: holidays, from, to });
        return windowRate(window, own, weeks);
      }),
    };
  });
  const team = windows.map((window, index) => {
    const parts = rated.flatMap((specialist) => specialist.windows[index] ?? []);
    const sum = (value: (part: WindowContactRate) => number) =>
      parts.reduce((total, part) => total + value(part), 0);
    const weeks = sum((part) => part.strict.workingWeeks);
    return {
      ...window,
      strict: contactRate(
        sum((part) => part.strict.contacts),
        weeks,
      ),
      allModes: contactRate(
        sum((part) => part.allModes.contacts),
        weeks,
      ),
    };
  });
  return { specialists: rated, team };
}
