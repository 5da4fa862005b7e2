import { describe, expect, it } from 'vitest';

import { rankAmong, rankIntervals } from '#scoring/relations/rank-intervals.ts';

/** Two teams that nothing tells apart, and two draws that put them in one order and in the other. */
const alike = { effect: 0, standardError: 1 };
const twoDraws = { seed: 1, draws: 2 };

describe('places of teams', () => {
  it('are rounded outwards: the quartiles of places 1 and 2 are 1.25 and 1.75', () => {
    const wide = { median: 1.5, lower: 1, upper: 2 };
    expect(rankIntervals([alike, alike], { ...twoDraws, level: 0.5 })).toEqual([wide, wide]);
    expect(rankAmong(alike, [alike], { ...twoDraws, level: 0.5 })).toEqual(wide);
  });

  it('are one place each where teams lie far apart, the highest effect first', () => {
    const effects = [-50, 0, 50].map((effect) => ({ effect, standardError: 1 }));
    const at = (place: number) => ({ median: place, lower: place, upper: place });
    expect(rankIntervals(effects, { seed: 3 })).toEqual([at(3), at(2), at(1)]);
    const own = { effect: -20, standardError: 1 };
    expect(rankAmong(own, effects, { seed: 3 })).toEqual(at(3));
  });
});
