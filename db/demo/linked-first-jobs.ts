import { shuffled, type SeededRandom } from './draw.ts';
import type { LinkedPerson } from './linked-people.ts';
import { COHORT, daysToFirstJob, firstJobByMonth } from './linked-published.ts';

const MONTH_DAYS = 30.4375;

/** First and last day of a follow-up month, counted from enrolment. */
function daysOfMonth(month: number): { first: number; last: number } {
  return {
    first: Math.round(MONTH_DAYS * (month - 1)),
    last: Math.round(MONTH_DAYS * month) - 1,
  };
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
    const { first, last } = daysOfMonth(month);
    let wanted: number = people;
    for (const person of waiting) {
      if (wanted === 0) break;
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

/** Moves first days inside their months until they add up to the total. */
function shiftDays(random: SeededRandom, starters: readonly Starter[], total: number): void {
  let rest = total - starters.reduce((sum, { firstJob }) => sum + firstJob.days, 0);
  while (rest !== 0) {
    const starter = starters[random.integer(starters.length)];
    if (starter === undefined) return;
    const { first, last } = daysOfMonth(starter.firstJob.month);
    const next = starter.firstJob.days + Math.sign(rest);
    if (next < first || next > last || next >= starter.followUpDays) continue;
    starter.firstJob.days = next;
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
    const fits = b.firstJob.days < a.followUpDays && a.firstJob.days < b.followUpDays;
    if (substanceOf(a) === substanceOf(b) || !isNearer || !fits) continue;
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
