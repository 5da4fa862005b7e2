import { between, streamOf } from '../draw.ts';
import { groupCountsOfSizes } from './margins.ts';
import { COHORT, namedSites, SERVICES, SITE_MINIMUM, type PlannedGroup } from './plan.ts';

/** People of the 27 named sites together; the other 36 share the rest. */
const PEOPLE_OF_NAMED = 4560;

/** Sizes between bounds that add up to the total, differing as much as sites do. */
function sizes(
  seed: number,
  count: number,
  total: number,
  [low, high]: [number, number],
): number[] {
  const random = streamOf(seed, 'linked site sizes', count);
  const drawn = Array.from({ length: count }, () => low + (high - low) * random.uniform() ** 2);
  const sum = drawn.reduce((all, size) => all + size, 0);
  const list = drawn.map((size) => {
    // The smallest differ too, by up to 30 people.
    const least = low + random.integer(30);
    return Math.min(high, Math.max(least, Math.round((size * total) / sum)));
  });
  for (let rest = total - list.reduce((all, size) => all + size, 0); rest !== 0;) {
    const place = random.integer(count);
    const next = (list[place] ?? 0) + Math.sign(rest);
    if (next < low || next > high) continue;
    list[place] = next;
    rest -= Math.sign(rest);
  }
  return list;
}

/** The 63 services: 27 by name at their published rate, 36 under 100 people whose rate nobody publishes. */
export function siteCounts(seed: number): PlannedGroup[] {
  const named = Object.entries(namedSites);
  const others = SERVICES - named.length;
  const random = streamOf(seed, 'linked site rates');
  const otherSites = Array.from({ length: others }, (_, place) => ({
    group: `Smaller site ${String(place + 1).padStart(2, '0')}`,
    ratePct: null,
    usualRate: between(random, 38, 62),
  }));
  const groups = [
    ...named.map(([group, ratePct]) => ({ group, ratePct, usualRate: ratePct })),
    ...otherSites,
  ];
  const peopleOfSites = [
    ...sizes(seed, named.length, PEOPLE_OF_NAMED, [SITE_MINIMUM + 4, 420]),
    ...sizes(seed, others, COHORT.matched - PEOPLE_OF_NAMED, [12, SITE_MINIMUM - 3]),
  ];
  return groupCountsOfSizes(groups, peopleOfSites, COHORT.worked);
}
