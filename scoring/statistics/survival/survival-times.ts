import { requireSameLength } from '../checks.ts';
import { at, item } from '../vectors.ts';

/** How long each person was followed, and whether that ended with the event (a job start) or without. */
export interface SurvivalTimes {
  /** 0 or more, any unit; the clock is the caller's to name. */
  readonly times: readonly number[];
  /** True where the event ended the time; false where the person was still without it (censored). */
  readonly events: readonly boolean[];
}

/** Everybody whose time is the same. */
export interface TimeGroup {
  readonly time: number;
  /** People followed up to just before this time. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

export function requireSurvivalTimes(caller: string, { times, events }: SurvivalTimes): void {
  requireSameLength(caller, 'times and events', [times, events]);
  if (!times.every((time) => time >= 0 && Number.isFinite(time))) {
    throw new RangeError(`${caller}: times must be finite and 0 or more`);
  }
}

/** Positions of the people in order of their time, the shortest first. */
export function byTime(times: readonly number[]): number[] {
  return [...times.keys()].sort((i, j) => at(times, i) - at(times, j));
}

/** The distinct times, shortest first, with the people at risk, the events and the censored at each. */
export function timeGroups({ times, events }: SurvivalTimes): TimeGroup[] {
  const order = byTime(times);
  const groups: TimeGroup[] = [];
  for (let start = 0; start < order.length;) {
    const time = at(times, item(order, start));
    let end = start;
    let happened = 0;
    for (; end < order.length && times[item(order, end)] === time; end += 1) {
      if (events[item(order, end)] === true) happened += 1;
    }
    groups.push({
      time,
      atRisk: order.length - start,
      events: happened,
      censored: end - start - happened,
    });
    start = end;
  }
  return groups;
}
