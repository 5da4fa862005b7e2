import { requireFinite, requireSameLength } from '../checks.ts';
import { at } from '../vectors.ts';
import { wilsonInterval, type Interval } from '../wilson-interval.ts';

export interface AgreementShare extends Interval {
  readonly value: number;
  readonly agreed: number;
}

export type RatingAgreement =
  | {
      readonly status: 'computed';
      /** Share of ratings that are the same. */
      readonly exact: AgreementShare;
      /** Share of ratings that are the same or one point apart. */
      readonly withinOne: AgreementShare;
      readonly n: number;
      readonly method: 'Wilson intervals';
    }
  | { readonly status: 'too-few'; readonly n: 0; readonly reason: string };

/**
 * How often two reviewers give the same score, or scores one point apart.
 * Formula: shares of the pairs, with Wilson's interval. The interval takes pairs as independent; items of
 * one review are less so, and it is then somewhat too narrow.
 *
 * @param first, second the two scores of each item, same length, in points
 * @param level confidence, 0 to 1, usually 0.95
 * @returns both shares with intervals and n; 'too-few' for no pair
 * @throws RangeError for lengths that differ, scores that are not finite, a level outside 0 to 1
 * Source: definition. Checked against agreement.expected.json (R).
 */
export function ratingAgreement(
  first: readonly number[],
  second: readonly number[],
  level = 0.95,
): RatingAgreement {
  requireSameLength('ratingAgreement', 'first and second', [first, second]);
  requireFinite('ratingAgreement', 'first', first);
  requireFinite('ratingAgreement', 'second', second);
  const n = first.length;
  if (n === 0) return { status: 'too-few', n, reason: 'nothing was rated twice' };
  const share = (points: number): AgreementShare => {
    const agreed = first.filter((score, i) => Math.abs(score - at(second, i)) <= points).length;
    return { value: agreed / n, agreed, ...wilsonInterval(agreed, n, level) };
  };
  return {
    status: 'computed',
    exact: share(0),
    withinOne: share(1),
    n,
    method: 'Wilson intervals',
  };
}
