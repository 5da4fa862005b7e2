import { between, isDrawn, shuffled, type SeededRandom } from '../draw.ts';
import type { WorkTarget } from './lengths.ts';
import type { LinkedPerson } from './people.ts';

/** A job as its days in follow-up, counted from enrolment, both included. */
export interface HeldJob {
  first: number;
  last: number;
  /** Began before enrolment. */
  isRunning: boolean;
  /** With the employer of the job before it, after a break. */
  isSameEmployer: boolean;
}

const newJob = (first: number, days: number): HeldJob => ({
  first,
  last: first + days - 1,
  isRunning: false,
  isSameEmployer: false,
});

const runningJob = (days: number): HeldJob => ({ ...newJob(0, days), isRunning: true });

/** Jobs already running at enrolment: the longest and any other end in follow-up or run on. */
function runningJobs(random: SeededRandom, { jobs, longestJobDays }: WorkTarget): HeldJob[] {
  const others = Array.from({ length: jobs - 1 }, () =>
    runningJob(between(random, 1, longestJobDays)),
  );
  return [runningJob(longestJobDays), ...others];
}

/** Further days dealt out to as many jobs as it takes, and perhaps one more, none longer than the longest. */
function lengthsBeside(random: SeededRandom, target: WorkTarget): number[] {
  const { jobs, longestJobDays, furtherDays } = target;
  if (furtherDays === 0) return [];
  const fewest = Math.ceil(furtherDays / longestJobDays);
  const most = Math.min(jobs - 1, furtherDays);
  const parts = Math.min(most, fewest + random.integer(2));
  const lengths: number[] = [];
  for (let left = furtherDays, more = parts; more > 0; more -= 1) {
    const least = Math.max(1, left - (more - 1) * longestJobDays);
    const length = between(random, least, Math.min(longestJobDays, left - (more - 1)));
    lengths.push(length);
    left -= length;
  }
  return lengths;
}

/** Days without a job dealt out over the breaks between jobs; what is left comes at the end. */
function breakLengths(random: SeededRandom, breaks: number, days: number): number[] {
  // Half of those with several jobs hold the last one to the end of follow-up.
  let left = isDrawn(random, 0.5) ? days : Math.floor(days * random.uniform());
  return Array.from({ length: breaks }, (_, place) => {
    const isLast = place === breaks - 1;
    // Often the next job begins at once, or after a single day.
    const length = isLast
      ? left
      : Math.min(left, isDrawn(random, 0.4) ? random.integer(2) : random.integer(left + 1));
    left -= length;
    return length;
  });
}

/** Jobs one after the other, from the first day found to the end of follow-up at most. */
function jobsInTurn(
  random: SeededRandom,
  lengths: readonly number[],
  { from, idleDays }: { from: number; idleDays: number },
): HeldJob[] {
  const breaks = breakLengths(random, lengths.length - 1, idleDays);
  let next = from;
  return lengths.map((length, place) => {
    const pause = place === 0 ? 0 : (breaks[place - 1] ?? 0);
    const isSameEmployer = pause > 0 && isDrawn(random, pause === 1 ? 0.5 : 0.1);
    const held = { ...newJob(next + pause, length), isSameEmployer };
    next = held.last + 1;
    return held;
  });
}

/** New jobs in turn, perhaps one still running from before, and the rest of them beside the longest. */
function foundJobs(
  random: SeededRandom,
  { jobs, longestJobDays, furtherDays }: WorkTarget,
  { from, room }: { from: number; room: number },
): HeldJob[] {
  const beside = lengthsBeside(random, { jobs, longestJobDays, furtherDays });
  const held: HeldJob[] = [];
  let idleDays = room - longestJobDays - furtherDays;
  const [first] = beside;
  if (first !== undefined && first <= from && isDrawn(random, 0.15)) {
    held.push(runningJob(first));
    beside.shift();
    idleDays += first;
  }
  const inTurn = jobsInTurn(random, shuffled(random, [longestJobDays, ...beside]), {
    from,
    idleDays,
  });
  held.push(...inTurn);
  const longest = inTurn.find((each) => each.last - each.first + 1 === longestJobDays);
  while (longest !== undefined && held.length < jobs) {
    const start = between(random, longest.first, longest.last);
    held.push(newJob(start, between(random, 1, longest.last - start + 1)));
  }
  return held;
}

/** Jobs in follow-up that come to the target exactly: number, longest and days covered. */
export function heldJobs(
  random: SeededRandom,
  { firstJob, followUpDays }: LinkedPerson,
  target: WorkTarget,
): HeldJob[] {
  if (firstJob === null) return runningJobs(random, target);
  const from = firstJob.days;
  return foundJobs(random, target, { from, room: followUpDays - from });
}
