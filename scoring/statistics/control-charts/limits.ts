/** The three lines of a control chart at one point. */
export interface Limits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** A third of the distance from mean to limit, before a limit is held to 0 or 1. */
  readonly sigma: number;
}

/** Limits for each of several points, or why there are none. */
export type LimitsResult =
  | { readonly status: 'computed'; readonly limits: readonly Limits[] }
  | { readonly status: 'too-few' | 'constant'; readonly reason: string };

/**
 * Two values that lie within this share of sigma are taken as equal: a mean of
 * rates carries rounding that would put a point on the mean to one side of it.
 */
export const SAME = 1e-9;
