import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import { formatDay, formatMonth } from '#scoring/calendar/iso-day.ts';
import type { ChartBaseline } from '#db/queries/chart-baselines.ts';

import type { BaselineRow } from './over-time-view.ts';

interface Frame {
  /** The numbers of those that begin a phase of the chart. */
  numbers: ReadonlyMap<string, number>;
  /** Whether the reader may know people of the team by name. */
  areNamed: boolean;
  /** Of the page, where the reader may change it; null where not. */
  base: string | null;
}

/** New baselines that people began: those that stand, by month, and then those taken back. */
export function baselineRows(
  baselines: readonly ChartBaseline[],
  { numbers, areNamed, base }: Frame,
): BaselineRow[] {
  const by = (name: string | null): string =>
    areNamed && name !== null ? name : 'the team leader or an administrator';
  const on = (at: string): string => formatDay(dayInEngland(new Date(at)));
  const rows = baselines.map(
    ({ id, month, reason, createdAt, createdByName, removedAt, removedByName }) => ({
      number: numbers.get(id) ?? null,
      month: formatMonth(month),
      reason,
      begun: `${on(createdAt)} by ${by(createdByName)}`,
      takenBack: removedAt === null ? null : `${on(removedAt)} by ${by(removedByName)}`,
      removeHref: base === null || removedAt !== null ? null : `${base}/baselines/${id}/remove`,
    }),
  );
  return [
    ...rows.filter(({ takenBack }) => takenBack === null),
    ...rows.filter(({ takenBack }) => takenBack !== null),
  ];
}
