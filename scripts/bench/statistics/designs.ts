import type { ModelSpec, ModelTerm, Table } from '#scoring/statistics/model-frame.ts';
import { createRandom, type SeededRandom } from '#scoring/statistics/seeded-random.ts';

/** Clients made from a seed: as a table for us, as the columns of a design matrix for R. */
export interface Design {
  readonly table: Table;
  readonly spec: ModelSpec;
  /** The constant first, then every measurement and a column of 0 and 1 for every category but the first. */
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  /** Which of the 63 teams a client belongs to. */
  readonly teams: Float64Array;
}

/** Measurements only: a matrix without zeros. Or sixteen factors of clients: age, and fifteen lists of answers. */
export type Kind = 'measurements' | 'factors';

export const TEAMS = 63;
const LISTS = 15;
const SEED = 20251122;

interface Factor {
  readonly term: ModelTerm;
  readonly answers: readonly string[] | Float64Array;
  readonly columns: readonly Float64Array[];
}

function measurement(random: SeededRandom, rows: number, column: string): Factor {
  const values = new Float64Array(rows).map(() => random.normal());
  return { term: { kind: 'numeric', column }, answers: values, columns: [values] };
}

/** A list of answers, all equally common; the first in alphabetical order is the reference. */
function list(random: SeededRandom, rows: number, column: string, answers: number): Factor {
  const codes = Array.from({ length: rows }, () => random.integer(answers));
  return {
    term: { kind: 'categorical', column },
    answers: codes.map((code) => `answer ${code}`),
    columns: Array.from({ length: answers - 1 }, (_, k) =>
      Float64Array.from(codes, (code) => (code === k + 1 ? 1 : 0)),
    ),
  };
}

function factorsOf(random: SeededRandom, kind: Kind, rows: number, columns: number): Factor[] {
  if (kind === 'measurements') {
    return Array.from({ length: columns - 1 }, (_, j) => measurement(random, rows, `x${j + 1}`));
  }
  const indicators = columns - 2;
  const lists = Array.from({ length: LISTS }, (_, j) => {
    const more = j < indicators % LISTS ? 1 : 0;
    return list(random, rows, `list${j + 1}`, 1 + Math.floor(indicators / LISTS) + more);
  });
  return [...lists, measurement(random, rows, 'age')];
}

/** The same clients on every machine: about two in five start a job, more in some teams than in others. */
export function makeDesign(kind: Kind, rows: number, size: number): Design {
  const random = createRandom(SEED + rows);
  const factors = factorsOf(random, kind, rows, size);
  const columns = [new Float64Array(rows).fill(1), ...factors.flatMap((factor) => factor.columns)];
  const effects = columns.map((_, j) => (j === 0 ? -0.4 : random.normal() / Math.sqrt(size)));
  const ofTeam = Array.from({ length: TEAMS }, () => 0.5 * random.normal());
  // Every team has somebody, whatever the draw.
  const teams = Float64Array.from({ length: rows }, (_, i) =>
    i < TEAMS ? i : random.integer(TEAMS),
  );
  const outcome = Float64Array.from({ length: rows }, (_, i) => {
    let logOdds = ofTeam[teams[i] ?? 0] ?? 0;
    for (const [j, column] of columns.entries()) logOdds += (column[i] ?? 0) * (effects[j] ?? 0);
    return random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  const terms = factors.map(({ term }) => term);
  return {
    table: {
      ...Object.fromEntries(factors.map(({ term, answers }) => [term.column, answers])),
      outcome,
      team: Array.from(teams, (team) => `team ${String(team).padStart(2, '0')}`),
    },
    spec: { outcome: 'outcome', terms },
    columns,
    outcome,
    teams,
  };
}

/** How often each client was drawn, for every round of a bootstrap. */
export function bootstrapWeights(rows: number, rounds: number): Float64Array[] {
  const random = createRandom(SEED);
  return Array.from({ length: rounds }, () => {
    const weights = new Float64Array(rows);
    for (let draw = 0; draw < rows; draw += 1) {
      const row = random.integer(rows);
      weights[row] = (weights[row] ?? 0) + 1;
    }
    return weights;
  });
}
