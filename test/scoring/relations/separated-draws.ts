import type { FigureEightQuestion } from '#scoring/relations/figure-eight.ts';
import type { Table } from '#scoring/statistics/model-frame.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';

/** A client in one of two teams and two bands, 0 and 1 each. */
export interface Client {
  readonly team: number;
  readonly band: number;
  readonly started: number;
}

const clientsIn = (team: number, band: number, clients: number, starts: number): Client[] =>
  Array.from({ length: clients }, (_, place) => ({ team, band, started: place < starts ? 1 : 0 }));

/**
 * The second team has two starts, the second band three clients without one: draws now and then miss all of them. In the order in
 * which the bootstrap draws.
 */
export function fewStarts(): { clients: Client[]; question: FigureEightQuestion } {
  return {
    clients: [
      ...clientsIn(0, 0, 30, 12),
      ...clientsIn(0, 1, 12, 9),
      ...clientsIn(1, 0, 25, 1),
      ...clientsIn(1, 1, 1, 1),
    ].toSorted((a, b) => a.team - b.team || a.started - b.started || a.band - b.band),
    question: {
      outcome: 'started',
      team: { kind: 'categorical', column: 'team', reference: '0' },
      bands: { kind: 'categorical', column: 'band', reference: '0' },
      others: [],
    },
  };
}

export function tableOfClients(clients: readonly Client[]): Table {
  return {
    team: clients.map(({ team }) => String(team)),
    band: clients.map(({ band }) => String(band)),
    started: clients.map(({ started }) => started),
  };
}

/** The rows that the bootstrap draws where each is one client, one list a refit. */
export function drawsOf(
  rows: number,
  { seed, refits }: { seed: number; refits: number },
): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: refits }, () =>
    Array.from({ length: rows }, () => Math.floor(rows * random.uniform())),
  );
}

const weights = [-2, -1, 0, 1, 2];

/**
 * By the definition of Albert and Anderson: some a + b team + c band is nowhere below 0 for a client who started, nowhere above
 * 0 for one who did not, and not 0 for all. For two teams and two bands whole numbers up to 2 are all that has to be tried.
 */
export function isSeparated(clients: readonly Client[]): boolean {
  return weights.some((a) =>
    weights.some((b) =>
      weights.some((c) => {
        const sides = clients.map(
          ({ team, band, started }) => (a + b * team + c * band) * (started === 1 ? 1 : -1),
        );
        return sides.every((side) => side >= 0) && sides.some((side) => side > 0);
      }),
    ),
  );
}
