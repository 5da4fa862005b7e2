import { shuffled, streamOf, type SeededRandom } from './draw.ts';
import { inventedPlaces } from './names/place-names.ts';

/** When services joined and how many authorities came with them: table 1 of the 2025 report, row by row. */
export const rollOut = [
  {
    group: 'IPS-AD trial sites',
    from: '2019-10-01',
    to: '2019-10-01',
    services: 6,
    authorities: 6,
  },
  { group: '2021 to 2022', from: '2021-04-01', to: '2022-03-31', services: 25, authorities: 41 },
  { group: '2022 to 2023', from: '2022-04-01', to: '2023-03-31', services: 20, authorities: 21 },
  { group: '2023 to 2024', from: '2023-04-01', to: '2024-03-31', services: 12, authorities: 22 },
  { group: '2024 to 2025', from: '2024-04-01', to: '2025-03-31', services: 36, authorities: 57 },
] as const;

export interface ServiceStart {
  group: string;
  startDate: string;
  /** Invented names; the first gives the service its own. */
  authorities: string[];
}

/** The first of a month within the row's year, spread evenly. */
function startOf(row: (typeof rollOut)[number], position: number): string {
  if (row.from === row.to) return row.from;
  const monthsOn = Math.floor((position * 12) / row.services);
  const [year, month] = [Number(row.from.slice(0, 4)), 4 + monthsOn];
  const isNextYear = month > 12;
  return `${isNextYear ? year + 1 : year}-${String(isNextYear ? month - 12 : month).padStart(2, '0')}-01`;
}

/** Every service has one authority; those over are dealt out at random, to at most four each. */
function authorityCounts(random: SeededRandom, services: number, authorities: number): number[] {
  const counts = new Array<number>(services).fill(1);
  for (let left = authorities - services; left > 0;) {
    const chosen = random.integer(services);
    if ((counts[chosen] ?? 4) >= 4) continue;
    counts[chosen] = (counts[chosen] ?? 0) + 1;
    left -= 1;
  }
  return counts;
}

/** The 99 services of the roll-out with the authorities they cover: 147, as the rows of table 1 add up to. */
export function serviceStarts(seed: number): ServiceStart[] {
  const places = inventedPlaces(seed);
  const random = streamOf(seed, 'roll-out');
  let next = 0;
  return rollOut.flatMap((row) =>
    authorityCounts(random, row.services, row.authorities).map((count, position) => {
      const authorities = places.slice(next, next + count);
      next += count;
      return { group: row.group, startDate: startOf(row, position), authorities };
    }),
  );
}

const regionServices = {
  'North East': 8,
  'North West': 16,
  'Yorkshire and The Humber': 11,
  'East Midlands': 9,
  'West Midlands': 11,
  'East of England': 9,
  London: 16,
  'South East': 12,
  'South West': 7,
} as const;

/** One of the nine English regions for each service. */
export function serviceRegions(seed: number): string[] {
  const regions = Object.entries(regionServices).flatMap(([region, services]) =>
    new Array<string>(services).fill(region),
  );
  return shuffled(streamOf(seed, 'regions'), regions);
}

/** Consortium sizes: each groups that many services of one region. */
export const consortiumSizes = [3, 2, 2, 3, 2, 2, 2, 3] as const;
