import { between, shuffled, type SeededRandom } from './draw.ts';
import type { LinkedPerson } from './linked-people.ts';
import { COHORT } from './linked-published.ts';

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
    // Eighteen calendar months are 546 to 550 days; the others enrolled from June 2023 to February 2024.
    person.followUpDays = person.isComplete
      ? between(random, 547, 549)
      : 291 + Math.floor(256 * random.uniform() ** 0.83);
  }
  const wanted = COHORT.meanDaysIncomplete * incomplete.length;
  let rest = wanted - incomplete.reduce((sum, { followUpDays }) => sum + followUpDays, 0);
  while (rest !== 0) {
    const person = incomplete[random.integer(incomplete.length)];
    if (person === undefined) break;
    const next = person.followUpDays + Math.sign(rest);
    if (next < 291 || next > 546) continue;
    person.followUpDays = next;
    rest -= Math.sign(rest);
  }
}

/** Most of those with complete follow-up enrolled in 2022 and early 2023, as services joined. */
export function enrolmentYear(random: SeededRandom, { isComplete, followUpDays }: LinkedPerson): number {
  if (!isComplete) return followUpDays >= 350 ? 2023 : 2024;
  const drawn = random.uniform();
  return drawn < 0.02
    ? 2019
    : drawn < 0.08
      ? 2020
      : drawn < 0.25
        ? 2021
        : drawn < 0.7
          ? 2022
          : 2023;
}
