import { baselineFactors, recordedCategory } from '#scoring/outcomes/baseline-factors.ts';

import type { EvaluationClientsTable, EvaluationTeamsTable } from '../schema/national.ts';
import { between, isDrawn, shuffled, streamOf, type SeededRandom } from './draw.ts';
import { evaluationClients, type EvaluationClient } from './evaluation-clients.ts';
import {
  boroughs,
  startsWithin100Days,
  startsWithin250Days,
  type CategoryFactor,
} from './evaluation-plan.ts';
import { heldJobs } from './evaluation-held-jobs.ts';
import { jobStarts } from './evaluation-starts.ts';
import type { Identities } from './identities.ts';
import { inventedPlaces } from './names/place-names.ts';

export interface EvaluationRows {
  teams: EvaluationTeamsTable[];
  clients: EvaluationClientsTable[];
}

/** Names for the eight borough teams, from the end of the list: the roll-out takes its own from the beginning. */
function boroughNames(seed: number): string[] {
  return inventedPlaces(seed)
    .slice(-boroughs.length)
    .map((place) => `${place} borough team`);
}

/** Days to a job: most within 100, some until 250, few after, as the curve that flattens there. */
function daysToJob(
  random: SeededRandom,
  clients: readonly EvaluationClient[],
  starts: readonly boolean[],
): Map<number, number> {
  const starters = shuffled(
    random,
    [...clients.keys()].filter((place) => starts[place] === true),
  ).sort((a, b) => (clients[a]?.daysFollowed ?? 0) - (clients[b]?.daysFollowed ?? 0));
  const days = new Map<number, number>();
  const longFollowed = starters.filter((place) => (clients[place]?.daysFollowed ?? 0) >= 260);
  const late = shuffled(random, longFollowed).slice(0, starters.length - startsWithin100Days);
  const lateOnes = new Set(late);
  const veryLate = new Set(late.slice(0, starters.length - startsWithin250Days));
  for (const place of starters) {
    const followed = clients[place]?.daysFollowed ?? 0;
    // Early starts thin out within the hundred days too.
    const early = Math.min(5 + Math.floor(95 * random.uniform() ** 1.3), followed - 1);
    const middle = 101 + Math.floor(150 * random.uniform() ** 1.4);
    const end = Math.min(followed - 1, 620);
    if (veryLate.has(place)) days.set(place, between(random, 251, Math.max(252, end)));
    else days.set(place, lateOnes.has(place) ? middle : early);
  }
  return days;
}

/** Meetings begin at once and stop at a job start: the shorter the time, the more of them fall into 60 days. */
function meetingsFirst60Days(
  random: SeededRandom,
  { meetings, daysFollowed }: EvaluationClient,
  days: number | undefined,
): number {
  const supported = Math.min(days ?? 270, daysFollowed, 270);
  const share = Math.min(1, 0.1 + 60 / (supported + 60));
  let early = 1;
  for (let each = 1; each < meetings; each += 1) if (isDrawn(random, share)) early += 1;
  return early;
}

/** The answers as records keep them: yes, no and the sexes in lower case, and null for the one not given. */
function recordedAnswers({
  answers,
  gap,
}: EvaluationClient): Record<CategoryFactor, string | null> {
  const recorded = Object.entries(answers).map(([key, answer]) => {
    const factor = baselineFactors.find((each) => each.key === key);
    const isCategory = factor?.kind === 'categories';
    return [key, key === gap ? null : isCategory ? recordedCategory(factor, answer) : answer];
  });
  return Object.fromEntries(recorded) as Record<CategoryFactor, string | null>;
}

/** The evaluation cohort: eight teams under invented names and 718 clients, in the order of their ids. */
export function evaluationRows(ids: Identities, seed: number): EvaluationRows {
  const people = evaluationClients(seed);
  const starts = jobStarts(people, seed);
  const random = streamOf(seed, 'evaluation times');
  const days = daysToJob(random, people, starts);
  const held = heldJobs(streamOf(seed, 'evaluation jobs'), people, days);
  const names = boroughNames(seed);
  const teams = boroughs.map(({ integrationLevel }, borough) => ({
    id: ids.evaluationTeam(borough),
    name: names[borough] ?? '',
    integrationLevel,
  }));
  const clients = people.map((client, place) => {
    const answers = recordedAnswers(client);
    return {
      id: ids.evaluationClient(place),
      teamId: ids.evaluationTeam(client.borough),
      ...answers,
      age: client.age,
      meetings: client.meetings,
      meetingsFirst60Days: meetingsFirst60Days(random, client, days.get(place)),
      jobStart: starts[place] === true ? 1 : 0,
      daysToJob: days.get(place) ?? null,
      daysFollowed: client.daysFollowed,
      ...(held.get(place) ?? { sustained13Weeks: null, hoursPerWeek: null }),
    };
  });
  return { teams, clients: clients.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
