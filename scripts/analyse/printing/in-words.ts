import type { Interval } from '#scoring/statistics/wilson-interval.ts';

/** A number for people: a few digits, and a dash where there is none. */
export function shown(value: number | null | undefined, decimals = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  return value.toFixed(decimals);
}

/** A share as a percentage. */
export function percent(value: number): string {
  return `${(100 * value).toFixed(1)}%`;
}

export function pValue(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

interface OpenInterval {
  readonly lower: number | null | undefined;
  readonly upper: number | null | undefined;
}

export function interval({ lower, upper }: Interval | OpenInterval, decimals = 3): string {
  return `${shown(lower, decimals)} to ${shown(upper, decimals)}`;
}

export function percentInterval({ lower, upper }: Interval): string {
  return `${percent(lower)} to ${percent(upper)}`;
}
