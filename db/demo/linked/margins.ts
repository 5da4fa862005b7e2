import type { PlannedGroup } from './plan.ts';

/** A site with its printed rate, or what the demo takes where none is printed. */
export interface SiteRate {
  group: string;
  ratePct: number | null;
  usualRate: number;
}

interface Bounds {
  lowest: number;
  highest: number;
}

/** Counts whose percentage of `base` rounds to the printed one; without a printed one, anything. */
function boundsOf(printedPct: number | null, base: number): Bounds {
  if (printedPct === null) return { lowest: 0, highest: base };
  return {
    lowest: Math.ceil(((printedPct - 0.5) / 100) * base),
    // The upper end itself rounds up.
    highest: Math.ceil(((printedPct + 0.5) / 100) * base) - 1,
  };
}

/**
 * Whole counts near the wanted ones, within their bounds, that add up to the total: the rest is dealt out one by one to
 * where there is most room.
 */
function fittedCounts(
  wanted: readonly number[],
  bounds: readonly Bounds[],
  total: number,
): number[] {
  const counts = wanted.map((value, place) => {
    const { lowest, highest } = bounds[place] ?? { lowest: 0, highest: total };
    return Math.min(highest, Math.max(lowest, Math.round(value)));
  });
  for (let rest = total - counts.reduce((sum, count) => sum + count, 0); rest !== 0;) {
    const step = Math.sign(rest);
    const room = counts.map((count, place) => {
      const { lowest, highest } = bounds[place] ?? { lowest: 0, highest: total };
      const left = step > 0 ? highest - count : count - lowest;
      return left / Math.max(1, highest - lowest);
    });
    const place = room.indexOf(Math.max(...room));
    if ((room[place] ?? 0) <= 0) {
      throw new RangeError('fittedCounts: the published figures leave no whole counts that add up');
    }
    counts[place] = (counts[place] ?? 0) + step;
    rest -= step;
  }
  return counts;
}

/** Whole numbers of those who worked in each group, so that every printed percentage comes back. */
export function groupCountsOfSizes(
  groups: readonly SiteRate[],
  sizes: readonly number[],
  worked: number,
): PlannedGroup[] {
  const counts = fittedCounts(
    groups.map(({ usualRate }, place) => (usualRate / 100) * (sizes[place] ?? 0)),
    groups.map(({ ratePct }, place) => boundsOf(ratePct, sizes[place] ?? 0)),
    worked,
  );
  return groups.map(({ group }, place) => ({
    group,
    people: sizes[place] ?? 0,
    worked: counts[place] ?? 0,
  }));
}
