import { requireCounts, requireFinite, requireSameLength } from './checks.ts';
import { normalTwoSided } from './distributions.ts';
import { at, sum } from './vectors.ts';

export type CochranArmitage =
  | {
      readonly status: 'computed';
      /** Positive when the proportion rises with the score; its square is chi-squared with 1 df. */
      readonly z: number;
      /** Two-sided p value. */
      readonly p: number;
      /** People, not rows. */
      readonly n: number;
    }
  | { readonly status: 'constant'; readonly n: number; readonly reason: string };

/**
 * Cochran-Armitage test for a trend in proportions over scored groups. Only for rows of independent
 * clients: across teams, whose rates differ for other reasons too, it finds trends that are not there.
 * Formula: z = sum of x (s - m) / sqrt(p (1 - p) sum of n (s - m)^2), s the score, m the mean score of
 * all people and p the overall proportion.
 *
 * @param successes, trials one count each per group: whole numbers, 0 <= successes <= trials, trials >= 1
 * @param scores one finite score per group, any unit
 * @returns z, two-sided p and n; 'constant' when nobody or everybody succeeded or all scores are equal
 * @throws RangeError for impossible counts, lengths that differ, no groups
 * Source: Cochran (1954); Armitage (1955), Biometrics 11, 375-386; z^2 is R's prop.trend.test.
 * Checked against R.
 */
export function cochranArmitage(
  successes: readonly number[],
  trials: readonly number[],
  scores: readonly number[],
): CochranArmitage {
  const caller = 'cochranArmitage';
  requireSameLength(caller, 'successes, trials and scores', [successes, trials, scores]);
  if (trials.length === 0) throw new RangeError(`${caller}: there must be at least one group`);
  for (const [index, n] of trials.entries()) {
    requireCounts(caller, at(successes, index), n, { successes: 'successes', n: 'trials' });
  }
  requireFinite(caller, 'scores', scores);
  const n = sum(trials);
  const overall = sum(successes) / n;
  if (overall === 0 || overall === 1) {
    const who = overall === 0 ? 'nobody' : 'everybody';
    return { status: 'constant', n, reason: `${who} has the outcome` };
  }
  if (scores.every((score) => score === scores[0])) {
    return { status: 'constant', n, reason: 'every group has the same score' };
  }
  const centre = sum(trials.map((size, index) => size * at(scores, index))) / n;
  const trend = sum(successes.map((x, index) => x * (at(scores, index) - centre)));
  const spread = sum(trials.map((size, index) => size * (at(scores, index) - centre) ** 2));
  const z = trend / Math.sqrt(overall * (1 - overall) * spread);
  return { status: 'computed', z, p: normalTwoSided(z), n };
}
