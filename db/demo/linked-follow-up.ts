import { between, shuffled, weighted, type SeededRandom } from './draw.ts';
import type { LinkedPerson } from './linked-people.ts';
import { COHORT } from './linked-published.ts';

/** Days followed of those without complete follow-up: enrolled from June 2023 to the end of February 2024. */
const SHORTEST = 291;
const LONGEST = 546;

/** From the last day of 2023 to the linkage in December 2024. */
const DAYS_SINCE_2023 = 350;

/** Who was followed for all of 18 months, and for how many days everybody was. */
export function assignFollowUp(random: SeededRandom, people: readonly LinkedPerson[]): void {
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
  const incomplete = people.filter(({ isComplete }) => !isComplete);
  for (const person of people) {
    // Eighteen calendar months are about 548 days.
    person.followUpDays = person.isComplete
      ? between(random, 547, 549)
      : SHORTEST + Math.floor((LONGEST - SHORTEST + 1) * random.uniform() ** 0.83);
  }
  const wanted = COHORT.meanDaysIncomplete * incomplete.length;
  let rest = wanted - incomplete.reduce((sum, { followUpDays }) => sum + followUpDays, 0);
  while (rest !== 0) {
    const person = incomplete[random.integer(incomplete.length)];
    if (person === undefined) break;
    const next = person.followUpDays + Math.sign(rest);
    if (next < SHORTEST || next > LONGEST) continue;
    person.followUpDays = next;
    rest -= Math.sign(rest);
  }
}

const yearOfComplete = weighted({ '2019': 2, '2020': 6, '2021': 17, '2022': 45, '2023': 30 });

/** Most of those with complete follow-up enrolled in 2022 and early 2023, as services joined. */
export function enrolmentYear(
  random: SeededRandom,
  { isComplete, followUpDays }: LinkedPerson,
): number {
  if (isComplete) return Number(yearOfComplete(random));
  return followUpDays >= DAYS_SINCE_2023 ? 2023 : 2024;
}
