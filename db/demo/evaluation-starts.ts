import { logistic, streamOf, type SeededRandom } from './draw.ts';
import type { EvaluationClient } from './evaluation-clients.ts';
import { ownLogOdds, teamConstant } from './evaluation-odds.ts';
import {
  boroughs,
  categoryPlans,
  meetingBandOf,
  meetingBands,
  type CategoryFactor,
} from './evaluation-plan.ts';

/** One number per client and column of the regression: 0, 1, or the age. */
interface Column {
  values: number[];
  /** What one person off counts in the search below. */
  weight: number;
}

const factors = Object.keys(categoryPlans) as CategoryFactor[];

/** Its plain rate is published, its odds ratio is not: the rate is kept. */
const UNPUBLISHED_ODDS = 'Non-opiates and alcohol';

/** Each client's chance of a job start. */
function chancesOfStart(clients: readonly EvaluationClient[]): number[] {
  const own = clients.map(ownLogOdds);
  const constants = boroughs.map(({ jobStarts }, borough) =>
    teamConstant(
      own.filter((_, place) => clients[place]?.borough === borough),
      jobStarts,
    ),
  );
  return clients.map(({ borough }, place) =>
    logistic((constants[borough] ?? 0) + (own[place] ?? 0)),
  );
}

/** Columns of which the regression sees only the sums over those who started: its estimates depend on nothing else. */
function columnsOf(clients: readonly EvaluationClient[]): { values: number[] }[] {
  const isComplete = clients.map(({ gap }) => gap === null);
  const indicator = (is: (client: EvaluationClient) => boolean) => ({
    values: clients.map((client, place) => (isComplete[place] === true && is(client) ? 1 : 0)),
  });
  return [
    indicator(() => true),
    ...boroughs.map((_, borough) => indicator((client) => client.borough === borough)),
    ...factors.flatMap((factor) =>
      Object.keys(categoryPlans[factor])
        .filter((category) => category !== UNPUBLISHED_ODDS)
        .map((category) => indicator(({ answers }) => answers[factor] === category)),
    ),
    ...meetingBands.map(({ band }) =>
      indicator(({ meetings }) => meetingBandOf(meetings) === band),
    ),
    { values: clients.map(({ age }, place) => (isComplete[place] === true ? (age - 40) / 10 : 0)) },
  ];
}

/**
 * Plain rates that are published beside the regression: at two ends of the age range, which its straight line leaves
 * open, and of the substance group whose odds ratio is not published.
 */
function rateColumns(clients: readonly EvaluationClient[]): (Column & { wanted: number })[] {
  const column = (rate: number, is: (client: EvaluationClient) => boolean) => {
    const values = clients.map((client) => (is(client) ? 1 : 0));
    const people = values.filter((value) => value === 1).length;
    return { values, weight: 1, wanted: Math.round(rate * people) };
  };
  return [
    column(0.425, ({ age }) => age <= 24),
    column(0.16, ({ age }) => age >= 55),
    column(0.44, ({ answers }) => answers.mainSubstance === UNPUBLISHED_ODDS),
  ];
}

/** Each team's planned number of starters, drawn one after the other in proportion to their chances. */
function drawnStarters(
  random: SeededRandom,
  clients: readonly EvaluationClient[],
  chances: readonly number[],
): boolean[] {
  const starts = clients.map(() => false);
  for (const [borough, { jobStarts }] of boroughs.entries()) {
    const members = [...clients.keys()].filter((place) => clients[place]?.borough === borough);
    for (let left = jobStarts; left > 0;) {
      const place = members[random.integer(members.length)] ?? 0;
      if (starts[place] === true || random.uniform() > (chances[place] ?? 0)) continue;
      starts[place] = true;
      left -= 1;
    }
  }
  return starts;
}

/** Columns with their wanted sums; a column about few people weighs more, since its odds ratio moves more. */
function wantedSums(
  clients: readonly EvaluationClient[],
  chances: readonly number[],
): (Column & { wanted: number })[] {
  const ofRegression = columnsOf(clients).map(({ values }) => {
    let [wanted, variance] = [0, 0];
    for (const [place, value] of values.entries()) {
      const chance = chances[place] ?? 0;
      wanted += value * chance;
      variance += value * value * chance * (1 - chance);
    }
    return { values, weight: 1 / variance, wanted };
  });
  return [...ofRegression, ...rateColumns(clients)];
}

const ROUNDS = 300_000;
const WARMEST = 0.02;

/**
 * Who starts a job. Starters are drawn, then exchanged within their team so that the sums over the columns come near to
 * their expectation: a regression on the result gives back the odds ratios of the plan, up to what whole numbers of
 * people allow. At first an exchange for the worse is sometimes kept, so that the search does not end at the first dip.
 */
export function jobStarts(clients: readonly EvaluationClient[], seed: number): boolean[] {
  const random = streamOf(seed, 'evaluation starts');
  const chances = chancesOfStart(clients);
  const starts = drawnStarters(random, clients, chances);
  const columns = wantedSums(clients, chances);
  const off = columns.map(
    ({ values, wanted }) =>
      values.reduce((sum, value, place) => sum + (starts[place] === true ? value : 0), 0) - wanted,
  );
  for (let round = 0; round < ROUNDS; round += 1) {
    const leaves = random.integer(clients.length);
    const joins = random.integer(clients.length);
    if (starts[leaves] !== true || starts[joins] === true) continue;
    if (clients[leaves]?.borough !== clients[joins]?.borough) continue;
    let loss = 0;
    for (const [place, { values, weight }] of columns.entries()) {
      const before = off[place] ?? 0;
      const after = before + (values[joins] ?? 0) - (values[leaves] ?? 0);
      loss += weight * (after * after - before * before);
    }
    const warmth = WARMEST * (1 - round / ROUNDS) ** 2;
    if (loss > 0 && random.uniform() >= Math.exp(-loss / Math.max(warmth, 1e-9))) continue;
    starts[leaves] = false;
    starts[joins] = true;
    for (const [place, { values }] of columns.entries()) {
      off[place] = (off[place] ?? 0) + (values[joins] ?? 0) - (values[leaves] ?? 0);
    }
  }
  return starts;
}
