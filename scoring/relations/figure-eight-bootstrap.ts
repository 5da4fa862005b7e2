import { predictorOf } from '#scoring/statistics/design-products.ts';
import type { FittedModel } from '#scoring/statistics/logistic-fit.ts';
import { categoryEffects } from '#scoring/statistics/marginal-effects.ts';
import type { CategoricalValues, ModelFrame } from '#scoring/statistics/model-frame.ts';
import { refit } from '#scoring/statistics/refit.ts';
import type { SeededRandom } from '#scoring/statistics/seeded-random.ts';
import { at, item } from '#scoring/statistics/vectors.ts';

export interface Bootstrap {
  /** Changes of each team but the reference, one per refit that gave any. */
  readonly changes: readonly number[][];
  /** Refits in which outcomes of some category were all the same, and those without an answer. */
  readonly separated: number;
  readonly failed: number;
}

interface Sample {
  readonly frame: ModelFrame;
  readonly team: CategoricalValues;
}

/** Rows in an order of their own answers, so that draws do not depend on the order in which clients happen to stand. */
function inOrderOfAnswers({ frame, team }: Sample): number[] {
  // Neighbours should differ as little as can be in what the change is about: team, outcome and bands, which stand last.
  const keys = [
    team.codes,
    frame.outcome,
    ...frame.terms.toReversed().map((term) => (term.kind === 'numeric' ? term.values : term.codes)),
  ];
  return frame.positions
    .map((_, row) => row)
    .sort((a, b) => {
      for (const key of keys) {
        const difference = (key[a] ?? 0) - (key[b] ?? 0);
        if (difference !== 0) return difference;
      }
      return 0;
    });
}

/** Draws as many clients as the weights add up to, each row in proportion to its weight; how often it was drawn. */
function drawsBy(sample: Sample): (random: SeededRandom) => Float64Array {
  const order = inOrderOfAnswers(sample);
  const ends = new Float64Array(order.length);
  let total = 0;
  for (const [place, row] of order.entries()) {
    total += at(sample.frame.weights, row);
    ends[place] = total;
  }
  const clients = Math.round(total);
  return (random) => {
    const counts = new Float64Array(order.length);
    for (let draw = 0; draw < clients; draw += 1) {
      const row = item(order, firstAbove(ends, total * random.uniform()));
      counts[row] = at(counts, row) + 1;
    }
    return counts;
  };
}

/** The first place of a rising list whose value is above another. */
function firstAbove(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The change in average marginal effect of every team, from refits to clients drawn with replacement.
 *
 * For: figureEight. Rules: as many clients are drawn as the weights add up to, each row in proportion to its weight; a refit in
 * which outcomes are separated counts with the effects at their limit, one without the reference team fails, and one without
 * another team says nothing of that team. Rows are drawn in an order of their own answers: the same clients give the same
 * changes in whatever order they stand, and so do rows that carry the same weights otherwise divided.
 * @param sample rows of both models with their weights, and the team of each
 * @param models fitted on those rows, with the bands and without
 * @param random source of the draws
 * @param refits how many
 * @returns changes of each team but the reference, and how many refits were separated or failed
 * Errors: none. Source: Efron (1979), Annals of Statistics 7, 1-26. Checked through figureEight; separated refits
 * counted from the definition.
 */
export function bootstrapChanges(
  sample: Sample,
  models: readonly [FittedModel, FittedModel],
  random: SeededRandom,
  refits: number,
): Bootstrap {
  const { frame, team } = sample;
  const draw = drawsBy(sample);
  const teams = team.categories.length;
  const changes = Array.from({ length: teams - 1 }, (): number[] => []);
  let separated = 0;
  let failed = 0;
  for (let round = 0; round < refits; round += 1) {
    const weights = draw(random);
    const drawn = new Float64Array(teams);
    for (const [row, code] of team.codes.entries())
      drawn[code] = at(drawn, code) + at(weights, row);
    const found = models.map((model) => {
      const { method, maximum, meanings, design, rows } = model;
      const fit = refit(model, frame.outcome, weights, method, maximum.parameters);
      if (fit === undefined) return undefined;
      const logOdds = predictorOf(design, fit.parameters, rows.offset);
      const effects = categoryEffects({ meanings, ...fit }, logOdds, weights, team);
      return { effects, isSeparated: fit.isSeparated };
    });
    const [full, without] = found;
    if (full === undefined || without === undefined || drawn[0] === 0) {
      failed += 1;
      continue;
    }
    if (full.isSeparated || without.isSeparated) separated += 1;
    for (const [k, list] of changes.entries()) {
      if (at(drawn, k + 1) > 0) list.push(at(full.effects, k) - at(without.effects, k));
    }
  }
  return { changes, separated, failed };
}
