import { dayNumber } from '#scoring/calendar/day-number.ts';
import { employerOf, type EmploymentSpell } from './employment-spell.ts';

/** A job: days without a break with one employer, as day numbers, both included. */
export interface EmploymentRun {
  readonly firstDay: number;
  /** Infinity where the job runs on. */
  readonly lastDay: number;
}

interface EmployerRun extends EmploymentRun {
  readonly employer: string;
}

function byEmployerAndDay(a: EmployerRun, b: EmployerRun): number {
  if (a.employer !== b.employer) return a.employer < b.employer ? -1 : 1;
  return a.firstDay - b.firstDay;
}

/**
 * The jobs of one client: the spells of one employer that overlap or touch, joined.
 *
 * For: counting jobs and their lengths as people understand them, however the payroll was reported.
 * Rule: spells of one employer belong to one run when the next starts at the latest on the day after the
 * last one ended; a day between makes two runs. Self-employment without an id counts as one employer.
 * @param spells valid spells of one client, in any order
 * @returns runs, employer by employer, earliest first; not cut to any follow-up
 * @throws RangeError for a day that is none
 * Source: outcome definitions, section 3. Checked: touching, a day between, overlaps and open ends by
 * example; splitting a spell into touching parts changes nothing (property test).
 */
export function employmentRuns(spells: readonly EmploymentSpell[]): EmploymentRun[] {
  const ordered = spells
    .map((spell): EmployerRun => ({
      employer: employerOf(spell),
      firstDay: dayNumber(spell.startDate),
      lastDay: spell.endDate === null ? Infinity : dayNumber(spell.endDate),
    }))
    .sort(byEmployerAndDay);
  const runs: EmployerRun[] = [];
  for (const spell of ordered) {
    const last = runs.at(-1);
    if (last?.employer === spell.employer && spell.firstDay <= last.lastDay + 1) {
      runs[runs.length - 1] = { ...last, lastDay: Math.max(last.lastDay, spell.lastDay) };
    } else {
      runs.push(spell);
    }
  }
  return runs.map(({ firstDay, lastDay }) => ({ firstDay, lastDay }));
}

/**
 * Runs cut to a follow-up; those without a day in it are left out.
 *
 * @param runs as employmentRuns
 * @param start first day of follow-up, a day number
 * @param end the day after its last one, a day number
 * @returns runs whose days all lie in start <= day < end
 * For: every outcome. Errors: none. Source: outcome definitions, section 3. Checked: edges by example.
 */
export function cutRuns(
  runs: readonly EmploymentRun[],
  start: number,
  end: number,
): EmploymentRun[] {
  return runs
    .map(({ firstDay, lastDay }) => ({
      firstDay: Math.max(firstDay, start),
      lastDay: Math.min(lastDay, end - 1),
    }))
    .filter(({ firstDay, lastDay }) => firstDay <= lastDay);
}

export function runDays({ firstDay, lastDay }: EmploymentRun): number {
  return lastDay - firstDay + 1;
}

/**
 * Days covered by at least one run: jobs held at the same time count once.
 *
 * @param runs cut runs, in any order
 * @returns days, a whole number
 * For: days employed. Errors: none. Source: outcome definitions, section 3. Checked: it lies between the
 * longest run and the sum of all (property test), and by marking every single day.
 */
export function daysCovered(runs: readonly EmploymentRun[]): number {
  let days = 0;
  let coveredTo = -Infinity;
  for (const { firstDay, lastDay } of [...runs].sort((a, b) => a.firstDay - b.firstDay)) {
    days += Math.max(0, lastDay - Math.max(firstDay, coveredTo + 1) + 1);
    coveredTo = Math.max(coveredTo, lastDay);
  }
  return days;
}
