import { addCalendarMonths, daysBetween } from '#scoring/calendar/iso-day.ts';

import { shuffled, type SeededRandom } from '../draw.ts';
import type { LinkedPerson } from './people.ts';
import { COHORT, daysToFirstJob, firstJobByMonth } from './plan.ts';

const monthStarts = new Map<string, number[]>();

/** First and last day of a follow-up month, counted from enrolment. */
function daysOfMonth({ enrolmentDate }: LinkedPerson, month: number) {
  let starts = monthStarts.get(enrolmentDate);
  if (starts === undefined) {
    starts = Array.from({ length: firstJobByMonth.length + 1 }, (_, months) =>
      daysBetween(enrolmentDate, addCalendarMonths(enrolmentDate, months)),
    );
    monthStarts.set(enrolmentDate, starts);
  }
  return { first: starts[month - 1] ?? 0, last: (starts[month] ?? 0) - 1 };
}

type Starter = LinkedPerson & { firstJob: { month: number; days: number } };

const substanceOf = (person: LinkedPerson) => person.groups.substanceGroup ?? '';

/** Late months first: only people followed that long can have started then. */
function assignMonths(random: SeededRandom, everybody: readonly LinkedPerson[]): Starter[] {
  const waiting = new Set(
    shuffled(
      random,
      everybody.filter(({ worked }) => worked),
    ),
  );
  const starters: Starter[] = [];
  for (const [place, people] of [...firstJobByMonth.entries()].reverse()) {
    const month = place + 1;
    let wanted: number = people;
    for (const person of waiting) {
      if (wanted === 0) break;
      const { first, last } = daysOfMonth(person, month);
      if (person.followUpDays <= first + 1) continue;
      const end = Math.min(last, person.followUpDays - 1);
      person.firstJob = { month, days: first + random.integer(end - first + 1) };
      starters.push(person as Starter);
      waiting.delete(person);
      wanted -= 1;
    }
  }
  if (starters.length !== COHORT.started) {
    throw new RangeError(
      `assignMonths: ${starters.length} people have a first job, not ${COHORT.started}`,
    );
  }
  return starters;
}

/** Whether a first job may lie so many days from a person's enrolment, and is still in its month. */
function isInMonth(person: LinkedPerson, { month, days }: Starter['firstJob']): boolean {
  const { first, last } = daysOfMonth(person, month);
  return days >= first && days <= last && days < person.followUpDays;
}

/** Moves first days inside their months until they add up to the total. */
function shiftDays(random: SeededRandom, starters: readonly Starter[], total: number): void {
  let rest = total - starters.reduce((sum, { firstJob }) => sum + firstJob.days, 0);
  while (rest !== 0) {
    const starter = starters[random.integer(starters.length)];
    if (starter === undefined) return;
    const { month, days } = starter.firstJob;
    if (!isInMonth(starter, { month, days: days + Math.sign(rest) })) continue;
    starter.firstJob.days += Math.sign(rest);
    rest -= Math.sign(rest);
  }
}

/** Exchanges first jobs between people of two groups as long as that brings the groups' means nearer to the published. */
function exchange(
  random: SeededRandom,
  starters: readonly Starter[],
  wanted: ReadonlyMap<string, number>,
): void {
  const off = new Map(
    [...wanted].map(([group, sum]) => {
      const own = starters.filter((starter) => substanceOf(starter) === group);
      return [group, own.reduce((all, { firstJob }) => all + firstJob.days, 0) - sum];
    }),
  );
  for (let round = 0; round < 60_000; round += 1) {
    const a = starters[random.integer(starters.length)];
    const b = starters[random.integer(starters.length)];
    if (a === undefined || b === undefined) return;
    const [ofA, ofB] = [off.get(substanceOf(a)) ?? 0, off.get(substanceOf(b)) ?? 0];
    const change = b.firstJob.days - a.firstJob.days;
    const isNearer =
      Math.abs(ofA + change) + Math.abs(ofB - change) < Math.abs(ofA) + Math.abs(ofB);
    if (substanceOf(a) === substanceOf(b) || !isNearer) continue;
    if (!isInMonth(a, b.firstJob) || !isInMonth(b, a.firstJob)) continue;
    [a.firstJob, b.firstJob] = [b.firstJob, a.firstJob];
    off.set(substanceOf(a), ofA + change);
    off.set(substanceOf(b), ofB - change);
  }
}

/** Adds to each printed mean so that the mean over all rounds to 137: the printed ones alone come to 136.4. */
const WITHIN_ROUNDING = 0.3;

/** Who of those who worked started a job in follow-up, in which month and on which day. */
export function assignFirstJobs(random: SeededRandom, people: readonly LinkedPerson[]): void {
  const starters = assignMonths(random, people);
  const wanted = new Map(
    Object.entries(daysToFirstJob).map(([group, mean]) => {
      const count = starters.filter((starter) => substanceOf(starter) === group).length;
      return [group, Math.round(count * (mean + WITHIN_ROUNDING))];
    }),
  );
  shiftDays(
    random,
    starters,
    [...wanted.values()].reduce((sum, days) => sum + days, 0),
  );
  exchange(random, starters, wanted);
}
