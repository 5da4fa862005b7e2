import { addDays, daysBetween, weekday } from '#scoring/calendar/iso-day.ts';
import { followUp, followUpRules2025 } from '#scoring/outcomes/follow-up.ts';

import { between, isDrawn, shuffled, type SeededRandom } from '../draw.ts';
import type { LinkedPerson } from './people.ts';
import { COHORT } from './plan.ts';

/** Enrolled up to the first of these days: complete follow-up a year ago; up to the second: complete now. */
const LAST_COMPLETE_PREVIOUSLY = '2022-06-01';
const LAST_COMPLETE = '2023-06-01';
const FIRST = '2019-10-01';
const LAST = '2024-02-29';

/** Days of enrolment at which rules about months show: the first and last days, month ends, a leap day. */
const edges = {
  previous: [FIRST, '2020-08-31', LAST_COMPLETE_PREVIOUSLY],
  complete: ['2022-08-31', '2023-05-31', LAST_COMPLETE],
  incomplete: ['2023-06-02', '2023-08-31', LAST],
};

/** A working day of the stretch; `grows` for services that join one by one. */
function enrolmentDay(
  random: SeededRandom,
  [from, to]: readonly [from: string, to: string],
  grows: boolean,
): string {
  const span = daysBetween(from, to) + 1;
  for (;;) {
    const drawn = random.uniform();
    const share = grows ? Math.max(drawn, random.uniform()) : drawn;
    const day = addDays(from, Math.floor(span * share));
    if (weekday(day) <= 5) return day;
  }
}

/** Who enrolled when: as many with complete follow-up, now and a year before, as published, and its mean length. */
export function assignEnrolment(random: SeededRandom, people: readonly LinkedPerson[]): void {
  for (const worked of [true, false]) {
    const stratum = shuffled(
      random,
      people.filter((person) => person.worked === worked),
    );
    const complete = worked
      ? COHORT.workedComplete
      : COHORT.followUpComplete - COHORT.workedComplete;
    for (const person of stratum.slice(0, complete)) person.isComplete = true;
  }
  const complete = shuffled(
    random,
    people.filter(({ isComplete }) => isComplete),
  );
  const early = complete.splice(0, COHORT.followUpCompletePreviously);
  const incomplete = people.filter(({ isComplete }) => !isComplete);
  enrolBetween(random, early, [FIRST, LAST_COMPLETE_PREVIOUSLY], edges.previous);
  enrolBetween(
    random,
    complete,
    [addDays(LAST_COMPLETE_PREVIOUSLY, 1), LAST_COMPLETE],
    edges.complete,
  );
  enrolBetween(random, incomplete, [addDays(LAST_COMPLETE, 1), LAST], edges.incomplete);
  for (const person of people) {
    const { days } = followUp(person.enrolmentDate, COHORT.linkageDate, followUpRules2025);
    person.followUpDays = days;
  }
  reachMeanFollowUp(random, incomplete);
}

function enrolBetween(
  random: SeededRandom,
  people: readonly LinkedPerson[],
  stretch: readonly [from: string, to: string],
  edgeDays: readonly string[],
): void {
  for (const [place, person] of people.entries()) {
    const isEarly = stretch[0] === FIRST;
    person.enrolmentDate = edgeDays[place] ?? enrolmentDay(random, stretch, isEarly);
  }
}

/** Moves enrolments by whole weeks until follow-up without its end is as long on average as published. */
function reachMeanFollowUp(random: SeededRandom, incomplete: readonly LinkedPerson[]): void {
  const wanted = COHORT.meanDaysIncomplete * incomplete.length;
  let rest = wanted - incomplete.reduce((sum, { followUpDays }) => sum + followUpDays, 0);
  while (Math.abs(rest) >= 7) {
    const place = between(random, edges.incomplete.length, incomplete.length - 1);
    const person = incomplete[place];
    if (person === undefined) return;
    const weeks = Math.sign(rest) * (isDrawn(random, 0.5) && Math.abs(rest) >= 70 ? 10 : 1);
    const day = addDays(person.enrolmentDate, -7 * weeks);
    if (day <= LAST_COMPLETE || day > LAST) continue;
    person.enrolmentDate = day;
    person.followUpDays += 7 * weeks;
    rest -= 7 * weeks;
  }
}
