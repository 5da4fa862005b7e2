import { kaplanMeier, survivalAt } from '#scoring/statistics/survival/kaplan-meier.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';

/** A curve, with what it says at the times that were asked for; null beyond the longest time. */
export function curveOf(data: SurvivalTimes, at: readonly number[], level: number) {
  const curve = kaplanMeier(data, level);
  if (curve.status !== 'computed') return curve;
  return {
    ...curve,
    at: at.map((time) => ({ asked: time, estimate: survivalAt(curve, time) ?? null })),
  };
}

export type Curve = ReturnType<typeof curveOf>;
