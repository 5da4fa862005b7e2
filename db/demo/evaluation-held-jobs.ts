import { sustainedDays } from '#scoring/outcomes/spells/client-outcomes.ts';

import { between, shuffled, type SeededRandom } from './draw.ts';
import type { EvaluationClient } from './evaluation-clients.ts';
import { evidencedSustained, startsOf16Hours, startsWithHours } from './evaluation-plan.ts';

export interface HeldJob {
  sustained13Weeks: number;
  hoursPerWeek: number | null;
}

/** What became of the jobs that were started, by the client's place: who has evidence of 13 weeks, and hours a week. */
export function heldJobs(
  random: SeededRandom,
  clients: readonly EvaluationClient[],
  daysToJob: ReadonlyMap<number, number>,
): Map<number, HeldJob> {
  const starters = shuffled(random, [...daysToJob.keys()]);
  // Evidence of 13 weeks takes 13 weeks of follow-up.
  const longEnough = starters.filter(
    (place) => (clients[place]?.daysFollowed ?? 0) - (daysToJob.get(place) ?? 0) >= sustainedDays,
  );
  const sustained = new Set(longEnough.slice(0, evidencedSustained));
  return new Map(
    shuffled(random, starters).map((place, order): [number, HeldJob] => [
      place,
      {
        sustained13Weeks: sustained.has(place) ? 1 : 0,
        hoursPerWeek: order < startsWithHours ? hoursOf(random, order < startsOf16Hours) : null,
      },
    ]),
  );
}

/** Part-time jobs of a few hours up to 15, longer ones most often full-time. */
function hoursOf(random: SeededRandom, isLonger: boolean): number {
  if (!isLonger) return between(random, 4, 15);
  return random.uniform() < 0.5 ? 37.5 : between(random, 16, 36);
}
