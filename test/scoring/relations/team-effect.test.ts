import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rankAmong, rankIntervals } from '#scoring/relations/rank-intervals.ts';
import { teamEffect } from '#scoring/relations/team-effect.ts';

import { fitMixed, mixedSpec, mixedTable } from '../statistics/random-intercept-checks.ts';
import { at } from '#scoring/statistics/vectors.ts';

const logOdds = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
  minLength: 1,
  maxLength: 40,
});

describe('teamEffect', () => {
  it('is the conditional mode of the fitted model where the counts are exact', () => {
    const table = mixedTable();
    const fit = fitMixed(table, mixedSpec);
    const teamOf = (row: number): unknown => table.team?.[row];
    for (const group of fit.groups) {
      const own = fit.fixedLogOdds.filter((_, i) => teamOf(at(fit.rows, i)) === group.group);
      const { effect, standardError } = teamEffect(own, group, fit.spread);
      expect(effect).toBeCloseTo(group.effect, 10);
      expect(standardError).toBeCloseTo(group.standardError, 10);
    }
  });

  it('solves its equation, for clients few and many', () => {
    fc.assert(
      fc.property(
        logOdds,
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1e-3, max: 3, noNaN: true }),
        (eta, n, share, spread) => {
          const events = Math.round(share * n);
          const { effect, standardError } = teamEffect(eta, { n, events }, spread);
          const mean = eta.reduce((sum, one) => sum + 1 / (1 + Math.exp(-one - effect)), 0);
          const pull = spread ** 2 * (events - (n * mean) / eta.length);
          expect(Math.abs(pull - effect)).toBeLessThan(1e-9 * (1 + spread ** 2 * n));
          expect(standardError).toBeLessThanOrEqual(spread);
        },
      ),
    );
  });

  it('rises with the job entries, and is none without a spread', () => {
    const eta = [-1, -0.4, 0.2];
    const effects = [0, 5, 10, 15, 20].map(
      (events) => teamEffect(eta, { n: 20, events }, 0.5).effect,
    );
    expect(effects).toEqual(effects.toSorted((a, b) => a - b));
    expect(effects[0]).toBeLessThan(0);
    expect(effects[4]).toBeGreaterThan(0);
    expect(teamEffect(eta, { n: 20, events: 20 }, 0)).toEqual({ effect: 0, standardError: 0 });
  });

  it('refuses impossible counts, no client and a negative spread', () => {
    expect(() => teamEffect([0], { n: 3, events: 4 }, 1)).toThrow(RangeError);
    expect(() => teamEffect([], { n: 3, events: 1 }, 1)).toThrow(RangeError);
    expect(() => teamEffect([0], { n: 3, events: 1 }, -1)).toThrow(RangeError);
  });
});

describe('rankAmong', () => {
  const effects = [-0.6, -0.1, 0, 0.2, 0.9].map((effect) => ({ effect, standardError: 0.25 }));

  it('puts a team where a draw of all teams does', () => {
    const together = rankIntervals(effects, { seed: 5, draws: 4000 });
    for (const [index, own] of effects.entries()) {
      const others = effects.filter((_, other) => other !== index);
      const alone = rankAmong(own, others, { seed: 6, draws: 4000 });
      const there = together[index];
      expect(Math.abs(alone.median - (there?.median ?? 0))).toBeLessThanOrEqual(0.5);
      expect(Math.abs(alone.lower - (there?.lower ?? 0))).toBeLessThanOrEqual(1);
      expect(Math.abs(alone.upper - (there?.upper ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('is first or last without a doubt, and alone is first', () => {
    const sure = { effect: 9, standardError: 0.1 };
    expect(rankAmong(sure, effects, { seed: 1 })).toEqual({ median: 1, lower: 1, upper: 1 });
    const last = { effect: -9, standardError: 0.1 };
    expect(rankAmong(last, effects, { seed: 1 })).toEqual({ median: 6, lower: 6, upper: 6 });
    expect(rankAmong(sure, [], { seed: 1 })).toEqual({ median: 1, lower: 1, upper: 1 });
  });

  it('refuses no draws', () => {
    expect(() => rankAmong({ effect: 0, standardError: 1 }, [], { seed: 1, draws: 0 })).toThrow(
      RangeError,
    );
    expect(() => rankIntervals(effects, { seed: 1, draws: 0.5 })).toThrow(RangeError);
  });
});
