import type { ItemScore } from './scale-types.ts';

export type SpecialistAverage =
  | { status: 'nearest'; score: ItemScore; average: number }
  | { status: 'exact-half'; lower: ItemScore; upper: ItemScore; average: number };

/**
 * The nearest point to the mean of the scores of a team's specialists.
 *
 * For: items 17, 18 and 24, which are rated for each employment specialist.
 * Formula: mean of the scores, rounded to the nearest whole number; an exact half is told as such,
 * because the form does not say which way it goes and the reviewers decide. Whole-number arithmetic,
 * so no half is missed.
 * @param scores one whole score 1 to 5 for each specialist, at least one
 * @returns the score, or the two scores an exact half lies between
 * @throws RangeError when there is no score, or one is not whole from 1 to 5
 * Source: fidelity scale facts, "Frame". Checked: by hand and by property against the distance.
 */
export function specialistAverage(scores: readonly number[]): SpecialistAverage {
  if (scores.length === 0) {
    throw new RangeError('specialistAverage: there must be a score for at least one specialist');
  }
  for (const score of scores) {
    if (!(Number.isInteger(score) && score >= 1 && score <= 5)) {
      throw new RangeError(
        `specialistAverage: each specialist's score must be a whole number from 1 to 5, not ${score}`,
      );
    }
  }
  const count = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  const average = sum / count;
  const lower = Math.floor(average) as ItemScore;
  if (2 * (sum - lower * count) === count) {
    return { status: 'exact-half', lower, upper: (lower + 1) as ItemScore, average };
  }
  return { status: 'nearest', score: Math.round(average) as ItemScore, average };
}
