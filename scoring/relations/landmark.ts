import { bandOf, meetingBands } from '#scoring/meetings/meeting-bands.ts';
import type { Answer, Table } from '#scoring/statistics/model-frame.ts';

/** Columns that say how long a client was followed and when the job started. */
export interface LandmarkColumns {
  readonly daysFollowed: string;
  /** Days from enrolment to the first job; null where there was none. */
  readonly daysToJob: string;
  /** Meetings on the days before the landmark. */
  readonly meetings: string;
}

export interface Landmark {
  /** Clients still followed, and without a start, on the landmark day; with a column of bands added. */
  readonly table: Table;
  readonly day: number;
  readonly n: number;
  readonly followedTooShort: number;
  readonly startedBefore: number;
  /** Clients of whom it is not known how long they were followed. */
  readonly notKnown: number;
}

/** The column that landmarkTable adds: 0, 1 to 4, 5 to 8, 9 to 12, 13 or more. */
export const LANDMARK_BAND = 'landmark_band';

function bandLabel(meetings: Answer | undefined): string | null {
  if (typeof meetings !== 'number') return null;
  const key = bandOf(meetings);
  return meetingBands.find((band) => band.key === key)?.label ?? null;
}

/**
 * The clients of the landmark variant of figure 8: meetings are counted before a day, starts from it on, so that a
 * start can no longer cut meetings short.
 * Rules: a client is in when followed at least so many days and without a start before that day; meetings are
 * those of the days before it, in bands.
 *
 * @param table columns by name, one row a client
 * @param columns days followed, days to the job (null: none), meetings before the landmark
 * @param day the landmark, 60 days when left out
 * @returns the table of these clients with a column of bands, and how many were left out for which reason
 * @throws RangeError for a column that is not there, a day that is not positive, or meetings that are no count
 * Source: outcome definitions, section 7; Anderson, Cain and Gelber (1983), Journal of Clinical Oncology 1, 710-719.
 * Checked against clients.expected.json (R).
 */
export function landmarkTable(table: Table, columns: LandmarkColumns, day = 60): Landmark {
  if (!(day > 0)) throw new RangeError('landmarkTable: day must be a positive number');
  const columnOf = (name: string): readonly Answer[] | Float64Array => {
    const column = table[name];
    if (column === undefined)
      throw new RangeError(`landmarkTable: the table has no column ${name}`);
    return column;
  };
  const followed = columnOf(columns.daysFollowed);
  const started = columnOf(columns.daysToJob);
  const meetings = columnOf(columns.meetings);
  const rows: number[] = [];
  let [followedTooShort, startedBefore, notKnown] = [0, 0, 0];
  for (let row = 0; row < followed.length; row += 1) {
    const days = followed[row];
    const toJob = started[row];
    if (typeof days !== 'number') notKnown += 1;
    else if (days < day) followedTooShort += 1;
    else if (typeof toJob === 'number' && toJob < day) startedBefore += 1;
    else rows.push(row);
  }
  const picked = Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, rows.map((row) => values[row] ?? null)]),
  );
  return {
    table: { ...picked, [LANDMARK_BAND]: rows.map((row) => bandLabel(meetings[row])) },
    day,
    n: rows.length,
    followedTooShort,
    startedBefore,
    notKnown,
  };
}
