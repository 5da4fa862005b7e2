import { streamOf, type SeededRandom } from './draw.ts';
import type { ReviewPlan } from './review-plan.ts';

/** Usual level of each item before rounding: 13, 17, 18 and 25 are the hard ones, as the evaluation found. */
const usualLevels = [
  4.5, 4.8, 4.6, 4.2, 4.1, 3.8, 4.3, 4.1, 4.5, 4.1, 3.6, 4.2, 3.2, 4.3, 4.1, 4.4, 3, 3.2, 4.3, 4.4,
  4.4, 4.3, 3.9, 3.5, 3.1,
] as const;

/** Items that go most with the whole, as in the published study of 79 sites. */
const strongItems: readonly number[] = [3, 7, 13, 22];

const SPREAD = 0.9;

export interface ReviewDraws {
  /** The team's own part of fidelity that has nothing to do with job entry. */
  team: number;
  review: number;
  items: number[];
}

/** Everything random about a review's scores, drawn once: only the weight on the team's quality is fitted. */
export function reviewDraws(plan: ReviewPlan, seed: number): ReviewDraws {
  const own = streamOf(seed, 'fidelity of team', plan.team.index);
  const random = streamOf(seed, 'fidelity of review', plan.key);
  return {
    team: own.normal(),
    review: random.normal(),
    items: usualLevels.map(() => random.normal()),
  };
}

/** Agreed scores of items 1 to 25. `weight` is how much of fidelity is the team's effect on job entry, 0 to 1. */
export function agreedItemScores(plan: ReviewPlan, draws: ReviewDraws, weight: number): number[] {
  const lasting = weight * plan.team.quality + Math.sqrt(1 - weight * weight) * draws.team;
  const isOwnView = plan.kind === 'self-assessment';
  // Self-scores come out lower and more scattered; a later review finds a little more in place.
  const latent =
    0.92 * lasting +
    (isOwnView ? 0.6 : 0.39) * draws.review +
    0.2 * plan.place -
    (isOwnView ? 0.4 : 0);
  return usualLevels.map((level, place) => {
    const loading = strongItems.includes(place + 1) ? 0.66 : 0.52;
    const own = Math.sqrt(1 - loading * loading) * (draws.items[place] ?? 0);
    const score = Math.round(level + SPREAD * (loading * latent + own));
    return Math.min(5, Math.max(1, score));
  });
}

export function totalOf(scores: readonly number[]): number {
  return scores.reduce((total, score) => total + score, 0);
}

/** What one reviewer gave: the agreed score three times in four, else mostly one off. */
export function reviewerScore(random: SeededRandom, agreed: number): number {
  const drawn = random.uniform();
  const step = drawn < 0.76 ? 0 : drawn < 0.975 ? 1 : 2;
  const signed = random.uniform() < 0.5 ? -step : step;
  return Math.min(5, Math.max(1, agreed + signed));
}
