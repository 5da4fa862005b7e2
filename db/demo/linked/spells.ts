import type { EmploymentSpell } from '#scoring/outcomes/spells/employment-spell.ts';

import { between, isDrawn, shuffled, type SeededRandom } from '../draw.ts';
import { isoDay } from './day-names.ts';
import type { HeldJob } from './jobs.ts';

/** When a person's follow-up began and ended, as day numbers, and the day of linkage. */
export interface PersonTime {
  enrolment: number;
  followUpDays: number;
  linkage: number;
}

/** A job as recorded: day numbers from first to last, null while it runs on. */
interface RecordedJob {
  employer: string;
  first: number;
  last: number | null;
}

const EMPLOYERS = 2_400;
const SELF_EMPLOYED = '';

/** Employers of a person, each another one; the first few of the list have the most people. */
function employersFor(random: SeededRandom): () => string {
  const used = new Set<number>();
  return () => {
    for (;;) {
      const number = Math.floor(EMPLOYERS * random.uniform() * random.uniform());
      if (used.has(number)) continue;
      used.add(number);
      return `e${String(number + 1).padStart(4, '0')}`;
    }
  };
}

/** A job's whole life: what began with follow-up began earlier, what lasts to its end may run on. */
function recordedJob(
  random: SeededRandom,
  { first, last, isRunning }: HeldJob,
  employer: string,
  time: PersonTime,
): RecordedJob {
  const { enrolment, followUpDays, linkage } = time;
  const start = enrolment + first - (isRunning ? between(random, 1, 700) : 0);
  const end = enrolment + last;
  const isToTheEnd = last === followUpDays - 1;
  if (!isToTheEnd || isDrawn(random, 0.05)) return { employer, first: start, last: end };
  const later = end + between(random, 1, 600);
  const isOver = later < linkage && isDrawn(random, 0.5);
  return { employer, first: start, last: isOver ? later : null };
}

/** Jobs that ended before enrolment, some on the very day before it, or began when follow-up was over. */
function otherJobs(random: SeededRandom, time: PersonTime, employer: () => string): RecordedJob[] {
  const { enrolment, followUpDays, linkage } = time;
  const jobs: RecordedJob[] = [];
  if (isDrawn(random, 0.35)) {
    const end = enrolment - (isDrawn(random, 0.1) ? 1 : between(random, 2, 500));
    jobs.push({ employer: employer(), first: end - between(random, 0, 400), last: end });
  }
  const first = enrolment + followUpDays + (isDrawn(random, 0.2) ? 0 : between(random, 1, 200));
  if (first < linkage && isDrawn(random, 0.15)) {
    const end = first + between(random, 0, 300);
    jobs.push({ employer: employer(), first, last: end < linkage ? end : null });
  }
  return jobs;
}

/** A job as payrolls report it: now and then in parts that touch or overlap. */
function spellsOf(
  random: SeededRandom,
  { employer, first, last }: RecordedJob,
  { linkage }: PersonTime,
): EmploymentSpell[] {
  const own = {
    employerId: employer === SELF_EMPLOYED ? null : employer,
    source: employer === SELF_EMPLOYED ? ('self-employment' as const) : ('paye' as const),
  };
  const spell = (from: number, to: number | null): EmploymentSpell => ({
    ...own,
    startDate: isoDay(from),
    endDate: to === null ? null : isoDay(to),
  });
  const days = (last ?? linkage - 1) - first + 1;
  if (days < 20 || !isDrawn(random, 0.12)) return [spell(first, last)];
  const cut = first + between(random, 5, days - 10);
  const overlap = isDrawn(random, 0.3) ? between(random, 1, 4) : 0;
  return [spell(first, cut), spell(cut + 1 - overlap, last)];
}

/** All that is recorded of a person's employment, in no order. */
export function employmentSpells(
  random: SeededRandom,
  held: readonly HeldJob[],
  time: PersonTime,
): EmploymentSpell[] {
  const employer = employersFor(random);
  const selfEmployed = isDrawn(random, 0.1) ? random.integer(held.length + 1) : -1;
  const jobs: RecordedJob[] = [];
  for (const [place, each] of held.entries()) {
    const before = jobs.at(-1)?.employer;
    const own = place === selfEmployed ? SELF_EMPLOYED : employer();
    const name = each.isSameEmployer && before !== undefined ? before : own;
    jobs.push(recordedJob(random, each, name, time));
  }
  const all = [...jobs, ...otherJobs(random, time, employer)];
  return shuffled(
    random,
    all.flatMap((each) => spellsOf(random, each, time)),
  );
}
