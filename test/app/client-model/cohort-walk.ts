import { createRandom, type SeededRandom } from '#scoring/statistics/seeded-random.ts';

import type { Client } from './small-cohort.ts';

/** A category whose exact counts a reader wants. */
export interface Target {
  column: string;
  category: string | null;
}

/** Exact counts of a category that the reader cannot exclude. */
export interface Left {
  starts: Set<number>;
  clients: Set<number>;
  pairs: Set<string>;
}

export interface Found {
  target: Target;
  left: Left;
}

export interface Walk {
  /** What the reader is shown of a cohort, page by page; what is worked out soonest first. */
  shown: readonly ((clients: readonly Client[]) => string)[];
  cohort: readonly Client[];
  /** The answers that a client may have, by column. */
  answers: Readonly<Record<string, readonly (string | null)[]>>;
  /** Columns whose categories the reader is after. */
  columns: readonly string[];
  mostSteps?: number;
  /** When a category has been seen with enough counts. */
  isEnough?: (target: Target, left: Left) => boolean;
  /** Makes a client with another answer whole again, where columns follow from each other. */
  whole?: (client: Client) => Client;
}

const enough = 3;

/** Three pairs of counts for everybody; three numbers of starts and of clients where there are few of them. */
export function areSeveral(target: Target, { starts, clients, pairs }: Left): boolean {
  const isFew = target.category === null || target.category.startsWith('ESA');
  return pairs.size >= enough && (!isFew || Math.min(starts.size, clients.size) >= enough);
}

function note({ starts, clients, pairs }: Left, cohort: readonly Client[], target: Target): void {
  // Who did not answer on confidence is in no model, and may only be looked for among those left out.
  const shown = cohort.filter(({ confidence }) => target.category === null || confidence !== null);
  const members = shown.filter((client) => client[target.column] === target.category);
  const started = members.filter(({ job_start: start }) => start === 1).length;
  clients.add(members.length);
  starts.add(started);
  pairs.add(`${started} of ${members.length}`);
}

/** The cohort but for one client: one more, one fewer, one with the other outcome or another answer. */
function changed(
  clients: readonly Client[],
  { columns, answers, whole = (client) => client }: Walk,
  random: SeededRandom,
): Client[] {
  const place = random.integer(clients.length);
  const client = clients[place]!;
  const rest = clients.filter((_, other) => other !== place);
  const column = columns[random.integer(columns.length)]!;
  const choices = answers[column]!;
  switch (random.integer(4)) {
    case 0:
      return rest;
    case 1:
      return [...clients, client];
    case 2:
      return [...rest, whole({ ...client, job_start: client.job_start === 1 ? 0 : 1 })];
    default:
      return [...rest, whole({ ...client, [column]: choices[random.integer(choices.length)]! })];
  }
}

/**
 * A walk through cohorts that are shown just like this one on every page, from client to client, until each category has been
 * seen with several counts. Whatever the reader works out, none of these can be excluded.
 */
export function countsLeft(walk: Walk): Found[] {
  const { shown, cohort, columns, answers, mostSteps = 1500, isEnough = areSeveral } = walk;
  const first = shown.map((page) => page(cohort));
  const isShownAlike = (clients: readonly Client[]): boolean =>
    shown.every((page, index) => page(clients) === first[index]);
  const found = columns
    .flatMap((column) => answers[column]!.map((category): Target => ({ column, category })))
    .map((target): Found => ({
      target,
      left: { starts: new Set(), clients: new Set(), pairs: new Set() },
    }));
  const random = createRandom(20260703);
  let clients = cohort;
  for (let step = 0; step < mostSteps; step += 1) {
    for (const { target, left } of found) note(left, clients, target);
    if (found.every(({ target, left }) => isEnough(target, left))) break;
    const next = changed(clients, walk, random);
    if (isShownAlike(next)) clients = next;
  }
  return found;
}
