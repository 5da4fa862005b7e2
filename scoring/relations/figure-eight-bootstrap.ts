import { predictorOf } from '#scoring/statistics/design-products.ts';
import type { FittedModel } from '#scoring/statistics/logistic-fit.ts';
import { categoryEffects } from '#scoring/statistics/marginal-effects.ts';
import type { CategoricalValues, ModelFrame } from '#scoring/statistics/model-frame.ts';
import { refit } from '#scoring/statistics/refit.ts';
import type { SeededRandom } from '#scoring/statistics/seeded-random.ts';
import { at, rowProducts } from '#scoring/statistics/vectors.ts';

export interface Bootstrap {
  /** Changes of each team but the reference, one per refit that gave any. */
  readonly changes: readonly number[][];
  /** Refits in which outcomes of some category were all the same, and those without an answer. */
  readonly separated: number;
  readonly failed: number;
}

/** How often each row is drawn when as many are drawn as there are. */
function resample(random: SeededRandom, rows: number): Float64Array {
  const counts = new Float64Array(rows);
  for (let draw = 0; draw < rows; draw += 1) {
    const row = random.integer(rows);
    counts[row] = at(counts, row) + 1;
  }
  return counts;
}

/**
 * The change in average marginal effect of every team, from refits to clients drawn with replacement.
 *
 * For: figureEight. Rules: as many rows are drawn as there are, each brings its weight as often as it was drawn; a refit in
 * which outcomes are separated counts with the effects at their limit, one without the reference team fails, and one without
 * another team says nothing of that team.
 * @param sample rows of both models with their weights, and the team of each
 * @param models fitted on those rows, with the bands and without
 * @param random source of the draws
 * @param refits how many
 * @returns changes of each team but the reference, and how many refits were separated or failed
 * Errors: none. Source: Efron (1979), Annals of Statistics 7, 1-26. Checked through figureEight; separated refits
 * counted from the definition.
 */
export function bootstrapChanges(
  { frame, team }: { readonly frame: ModelFrame; readonly team: CategoricalValues },
  models: readonly [FittedModel, FittedModel],
  random: SeededRandom,
  refits: number,
): Bootstrap {
  const teams = team.categories.length;
  const changes = Array.from({ length: teams - 1 }, (): number[] => []);
  let separated = 0;
  let failed = 0;
  for (let round = 0; round < refits; round += 1) {
    const weights = rowProducts(resample(random, frame.outcome.length), frame.weights);
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
