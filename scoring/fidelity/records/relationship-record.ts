import { yearUpTo } from './job-record.ts';
import {
  besideOnly,
  recordedShare,
  shareOfRows,
  type RecordedFigure,
  type RecordedItem,
} from './recorded-item.ts';

/** A visit in person to an employer; several on one day may come as one or as several rows. */
export interface EmployerVisit {
  employerId: string;
  on: string;
}

/**
 * Employers met once, twice, and three or more times: beside item 18.
 *
 * For: the item page of a review; it proposes nothing, since the item is a description.
 * Formula: for each employer the different days with a contact in person in the 12 months up to the day.
 * @param visits visits of the team
 * @param day ISO day to look back from
 * @returns three percentages of employers met in person
 * @throws RangeError for a day that is none
 * Source: fidelity scale facts, "What the team's own records can show". Checked: by hand.
 */
export function recordedRelationships(visits: readonly EmployerVisit[], day: string): RecordedItem {
  const window = yearUpTo(day);
  const daysOf = new Map<string, Set<string>>();
  for (const { employerId, on } of visits) {
    if (on < window.from || on > window.to) continue;
    daysOf.set(employerId, (daysOf.get(employerId) ?? new Set<string>()).add(on));
  }
  const times = [...daysOf.values()].map(({ size }) => size);
  const figure = (label: string, isCounted: (visits: number) => boolean): RecordedFigure =>
    recordedShare(
      shareOfRows(times, isCounted, 'No employer was met in person in the last 12 months.'),
      { label, partLabel: 'employers', wholeLabel: 'employers met in person' },
      window,
    );
  return besideOnly(
    [
      figure('Employers met on one day', (visits) => visits === 1),
      figure('On two days', (visits) => visits === 2),
      figure('On three days or more', (visits) => visits >= 3),
    ],
    ['How a visit was prepared and what was learned in it is for you to find out.'],
  );
}
