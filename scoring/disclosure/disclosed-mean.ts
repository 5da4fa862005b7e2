import { disclosedCount } from './disclosed-count.ts';
import {
  requireDisclosurePolicy,
  requirePeople,
  type DisclosurePolicy,
  type Viewer,
} from './disclosure-policy.ts';

/** A mean or median with its interval, worked out from everybody in the group. */
export interface AverageOfPeople {
  /** People the average is over. */
  readonly n: number;
  readonly value: number;
  /** Null where there is no interval, as for one person. */
  readonly lower: number | null;
  readonly upper: number | null;
}

export type AverageFigure =
  | {
      readonly status: 'shown';
      /** Rounded for others. */
      readonly n: number;
      readonly value: number;
      readonly lower: number | null;
      readonly upper: number | null;
      readonly rounded: boolean;
    }
  | {
      readonly status: 'hidden' | 'none';
      readonly n: null;
      readonly value: null;
      readonly lower: null;
      readonly upper: null;
      readonly rounded: boolean;
    };

const nothing = { n: null, value: null, lower: null, upper: null };

/**
 * A mean or median over people as a page may show it.
 *
 * For: days employed, days to a first job, wellbeing change.
 * Formula: shown to others only over at least 8 people (the threshold), then unrounded beside a rounded n.
 * @param viewer the team itself, or others
 * @param average the average, its interval and its n; null where nobody is in the group
 * @param policy threshold and base
 * @returns the average and its n to show, or 'hidden', or 'none' for an empty group
 * @throws RangeError for an n that is no count, an n of 0 with a value, or a value that is not finite
 * Source: small-number rule (ours). Checked: by example at 7 and 8.
 */
export function disclosedMean(
  viewer: Viewer,
  average: AverageOfPeople | null,
  policy: DisclosurePolicy,
): AverageFigure {
  requireDisclosurePolicy('disclosedMean', policy);
  const isOwn = viewer === 'own-team';
  if (average === null) {
    const status = isOwn || policy.isZeroShown ? 'none' : 'hidden';
    return { status, ...nothing, rounded: !isOwn };
  }
  requirePeople('disclosedMean', 'n', average.n);
  if (average.n === 0 || !Number.isFinite(average.value)) {
    throw new RangeError('disclosedMean: an average must be a number over at least one person');
  }
  const n = isOwn ? average.n : disclosedCount(average.n, policy).shown;
  if (n === null) return { status: 'hidden', ...nothing, rounded: true };
  const { value, lower, upper } = average;
  return { status: 'shown', n, value, lower, upper, rounded: !isOwn };
}
