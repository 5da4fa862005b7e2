import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { adjustedRates } from '#scoring/relations/adjusted-rates.ts';
import { caseMix } from '#scoring/relations/case-mix.ts';
import { funnelLimits, proportionFunnel } from '#scoring/relations/funnel.ts';
import { ratioFunnel, ratioLimits } from '#scoring/relations/ratio-funnel.ts';
import type { ModelSpec } from '#scoring/statistics/model-frame.ts';
import { overdispersion } from '#scoring/statistics/overdispersion.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';

import { clientTerms, completeClients } from '../statistics/client-table.ts';
import { mixedSpec, mixedTable } from '../statistics/random-intercept-checks.ts';
import { only } from '../statistics/reference-group.ts';
import { countedTeams, expectedTeams, fitCaseMix } from './funnel-checks.ts';

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }));
const someTeams = fc
  .array(counts, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((team, i) => ({ ...team, team: `T${i}` })));

function expectInterval({ lower, upper }: Interval, low: number, high: number): void {
  expect(lower).toBeCloseTo(low, 12);
  expect(upper).toBeCloseTo(high, 12);
}

describe('funnelLimits', () => {
  it('lie round the target between 0 and 1, wider with fewer clients and with spread', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: 1e-6, max: 0.2, noNaN: true }),
        (target, n, tauSquared) => {
          const [few, many] = [funnelLimits(target, n), funnelLimits(target, 2 * n)];
          const wide = funnelLimits(target, n, tauSquared);
          for (const { limits95, limits998 } of [few, many, wide]) {
            for (const { lower, upper } of [limits95, limits998]) {
              expect(lower).toBeGreaterThanOrEqual(0);
              expect(upper).toBeLessThanOrEqual(1);
              expect(lower).toBeLessThanOrEqual(target + 1e-12);
              expect(upper).toBeGreaterThanOrEqual(target - 1e-12);
            }
            expect(limits998.lower).toBeLessThanOrEqual(limits95.lower);
            expect(limits998.upper).toBeGreaterThanOrEqual(limits95.upper);
          }
          expect(many.limits95.lower).toBeGreaterThanOrEqual(few.limits95.lower);
          const nearly = funnelLimits(target, n, tauSquared / 2);
          expect(wide.limits95.upper).toBeGreaterThanOrEqual(nearly.limits95.upper);
        },
      ),
    );
  });

  it('without spread are those of the normal distribution, not of the arcsine scale', () => {
    // In R: 0.4 -+ qnorm(c(0.975, 0.999)) * sqrt(0.4 * 0.6 / 50)
    const { limits95, limits998 } = funnelLimits(0.4, 50, 0);
    expectInterval(limits95, 0.264209711910859, 0.535790288089141);
    expectInterval(limits998, 0.185902425541064, 0.614097574458936);
  });

  it('refuses a target outside 0 to 1, no clients, or a negative spread', () => {
    expect(() => funnelLimits(1.1, 10)).toThrow(RangeError);
    expect(() => funnelLimits(0.5, 0)).toThrow(RangeError);
    expect(() => funnelLimits(0.5, 10, -1)).toThrow(RangeError);
  });
});

describe('proportionFunnel', () => {
  it('does not mind the order of the teams, and shows spread from 20 on', () => {
    fc.assert(
      fc.property(someTeams, (teams) => {
        const there = only(proportionFunnel(teams), 'computed');
        const back = only(proportionFunnel([...teams].reverse()), 'computed');
        expect([...back.teams].reverse().map(({ position }) => position)).toEqual(
          there.teams.map(({ position }) => position),
        );
        expect(there.overdispersion === null).toBe(teams.length < 20);
        expect(there.teams[0]!.overdispersed === null).toBe(teams.length < 20);
        for (const { rate, interval } of there.teams) {
          expect(interval.lower).toBeLessThanOrEqual(rate);
          expect(interval.upper).toBeGreaterThanOrEqual(rate);
        }
      }),
    );
  });

  it('puts fewer teams outside once it allows for their spread', () => {
    const { teams, warnings, targetIs } = only(proportionFunnel(countedTeams()), 'computed');
    expect(targetIs).toBe('rate of all clients');
    const plain = teams.filter(({ position }) => position !== 'inside').length;
    const wide = teams.filter(({ overdispersed }) => overdispersed!.position !== 'inside').length;
    expect(plain).toBeGreaterThan(12);
    expect(wide).toBeLessThan(plain / 2);
    expect(warnings).toEqual([]);
  });

  it('keeps to the arcsine scale where many teams do not differ at all', () => {
    // In R: sin(asin(sqrt(0.4)) -+ qnorm(c(0.975, 0.999)) * sqrt(1 / (4 * 50)))^2
    const teams = Array.from({ length: 20 }, (_, i) => ({ team: `T${i}`, n: 50, events: 20 }));
    const funnel = only(proportionFunnel(teams), 'computed');
    expect(funnel.overdispersion?.tauSquared).toBe(0);
    const { limits95, overdispersed } = funnel.teams[0]!;
    expectInterval(limits95, 0.264209711910859, 0.535790288089141);
    expectInterval(overdispersed!.limits95, 0.269758747723904, 0.537875106364482);
    expectInterval(overdispersed!.limits998, 0.20205125833987, 0.616745762949493);
  });

  it('takes a given target, one team, 0 of n and n of n', () => {
    const teams = [
      { team: 'none', n: 40, events: 0 },
      { team: 'all', n: 40, events: 40 },
    ];
    const funnel = only(proportionFunnel(teams, 0.3), 'computed');
    expect(funnel.targetIs).toBe('given');
    expect(funnel.teams.map(({ position }) => position)).toEqual(['below 99.8%', 'above 99.8%']);
    expect(funnel.warnings).toEqual([
      '2 teams are too few to say how much they differ beyond chance',
    ]);
    expect(proportionFunnel([]).status).toBe('too-few');
    const one = only(proportionFunnel([{ team: 'x', n: 9, events: 4 }]), 'computed');
    expect(one.teams[0]!.position).toBe('inside');
    expect(() => proportionFunnel([{ team: 'x', n: 9, events: 10 }])).toThrow(RangeError);
  });
});

describe('overdispersion', () => {
  it('is none where teams differ by less than chance, or there is one', () => {
    expect(overdispersion([0.5, 0.5, 0.5], 0.5, [0.1, 0.1, 0.1])).toEqual({
      phi: 0,
      tauSquared: 0,
    });
    expect(overdispersion([0.9], 0.5, [0.1]).tauSquared).toBe(0);
  });

  it('finds the variance it was given, and is not thrown by one team far off', () => {
    const z = Array.from({ length: 101 }, (_, i) => (i - 50) / 17);
    const errors = z.map(() => 0.05);
    const values = z.map((value) => value * 0.1);
    const found = overdispersion(values, 0, errors);
    const odd = overdispersion([...values.slice(0, -1), 50], 0, errors);
    expect(odd.phi).toBeCloseTo(found.phi, 10);
    expect(found.tauSquared).toBeGreaterThan(0.01);
  });

  it('refuses nothing, errors of 0 and lists of different length', () => {
    expect(() => overdispersion([], 0, [])).toThrow(RangeError);
    expect(() => overdispersion([1], 0, [0])).toThrow(RangeError);
    expect(() => overdispersion([1], 0, [1, 1])).toThrow(RangeError);
  });
});

describe('ratioFunnel', () => {
  it('has lower limits of 0 and more, and 1 between its limits', () => {
    for (const { limits998, overdispersed } of only(ratioFunnel(expectedTeams()), 'computed')
      .teams) {
      for (const { lower, upper } of [limits998, overdispersed!.limits998]) {
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThan(1);
        expect(upper).toBeGreaterThan(1);
      }
    }
  });

  it('keeps to the scale of the root where many teams do not differ at all', () => {
    // In R: 1 -+ z * sqrt(8) / 12, and (1 -+ z * sqrt(8) / 24)^2, z = qnorm(c(0.975, 0.999))
    const alike = { observed: 12, expected: 12, variance: 8 };
    const teams = Array.from({ length: 20 }, (_, i) => ({ team: `T${i}`, ...alike }));
    const funnel = only(ratioFunnel(teams), 'computed');
    expect(funnel.overdispersion?.tauSquared).toBe(0);
    const { limits95, limits998, overdispersed } = funnel.teams[0]!;
    expectInterval(limits95, 0.538032058550107, 1.46196794144989);
    expectInterval(limits998, 0.271625260288999, 1.728374739711);
    expectInterval(overdispersed!.limits95, 0.59138565328197, 1.51532153618176);
    expectInterval(overdispersed!.limits998, 0.404257700651266, 1.86100718007327);
    expect(ratioLimits(alike, 0).limits95).toEqual(overdispersed!.limits95);
    expect(ratioLimits(alike).limits95).toEqual(limits95);
  });

  it('takes nobody observed, no team, and refuses nothing expected', () => {
    const team = { team: 'x', observed: 0, expected: 12, variance: 8 };
    const funnel = only(ratioFunnel([team]), 'computed');
    expect(funnel.teams[0]).toMatchObject({
      ratio: 0,
      position: 'below 99.8%',
      overdispersed: null,
    });
    expect(ratioFunnel([]).status).toBe('too-few');
    expect(() => ratioFunnel([{ ...team, expected: 0 }])).toThrow(RangeError);
    expect(() => ratioFunnel([{ ...team, observed: -1 }])).toThrow(RangeError);
  });
});

describe('caseMix', () => {
  it('expects as many job entries as there were, and puts intervals round the ratios', () => {
    const { teams, events, overallRate, concordance } = fitCaseMix();
    const expected = teams.reduce((sum, team) => sum + team.expected, 0);
    expect(expected).toBeCloseTo(events, 8);
    for (const { ratio, ratioInterval, standardisedRate, rate, expectedRate } of teams) {
      expect(ratioInterval.lower).toBeLessThan(ratio);
      expect(ratioInterval.upper).toBeGreaterThan(ratio);
      expect(standardisedRate).toBeCloseTo((rate / expectedRate) * overallRate, 12);
    }
    expect(concordance).toBeGreaterThan(0.65);
    expect(concordance).toBeLessThan(1);
  });

  it('has a ratio of the plain rates where clients have no factors', () => {
    const result = caseMix(completeClients(), { outcome: 'job_start', team: 'team', terms: [] });
    const { teams, overallRate, concordance } = only(result, 'computed');
    for (const { ratio, rate } of teams) expect(ratio).toBeCloseTo(rate / overallRate, 10);
    expect(concordance).toBe(0.5);
    expect(result).toMatchObject({ eventsPerParameter: null });
  });

  it('has no answer for one team or one outcome, and refuses the team as a factor', () => {
    const table = completeClients();
    const same = (column: string, value: string | number) => ({
      ...table,
      [column]: Array.from(table[column]!, () => value),
    });
    const question = { outcome: 'job_start', team: 'team', terms: clientTerms('team') };
    expect(caseMix(same('team', 'x'), question).status).toBe('too-few');
    expect(caseMix(same('job_start', 1), question).status).toBe('too-few');
    expect(() => caseMix(table, { ...question, terms: clientTerms() })).toThrow(
      new RangeError('caseMix: team must not be among the terms'),
    );
  });
});

describe('adjustedRates', () => {
  const fitted = only(adjustedRates(mixedTable(), mixedSpec, { seed: 4 }), 'computed');

  it('draws rates towards that of all teams', () => {
    const { overallRate, teams } = fitted;
    const spreadOf = (of: (team: (typeof teams)[number]) => number): number =>
      teams.reduce((sum, team) => sum + (of(team) - overallRate) ** 2, 0);
    expect(spreadOf(({ adjustedRate }) => adjustedRate)).toBeLessThan(
      0.9 * spreadOf(({ rate }) => rate),
    );
    for (const { adjustedRate, adjustedInterval } of teams) {
      expect(adjustedInterval.lower).toBeLessThan(adjustedRate);
      expect(adjustedInterval.upper).toBeGreaterThan(adjustedRate);
    }
  });

  it('ranks by seeded draws, the same for one seed, and never as a list in that order', () => {
    const again = only(adjustedRates(mixedTable(), mixedSpec, { seed: 4 }), 'computed');
    expect(again.teams).toEqual(fitted.teams);
    expect(fitted.teams.map(({ team }) => team)).toEqual(
      fitted.teams.map(({ team }) => team).sort(),
    );
    const highest = fitted.teams.reduce((a, b) => (b.adjustedRate > a.adjustedRate ? b : a));
    expect(highest.rank).toMatchObject({ median: 1, lower: 1 });
    for (const { rank } of fitted.teams) {
      expect(rank!.lower).toBeLessThanOrEqual(rank!.median);
      expect(rank!.upper).toBeGreaterThanOrEqual(rank!.median);
      expect(rank!.upper).toBeLessThanOrEqual(40);
    }
    const total = fitted.teams.reduce((sum, { rank }) => sum + rank!.median, 0);
    expect(Math.abs(total - (40 * 41) / 2)).toBeLessThan(40);
  });

  it('gives no ranks where teams do not differ', () => {
    const table = mixedTable();
    // Every team gets the same clients, so that nothing but its name tells it apart.
    const rows = Array.from({ length: 12 * 40 }, (_, i) => i % 40);
    const same = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, rows.map((row) => values[row]!)]),
    );
    const teams = rows.map((_, i) => `T${Math.floor(i / 40)}`);
    const { teams: found } = only(
      adjustedRates({ ...same, team: teams }, mixedSpec, { seed: 1 }),
      'computed',
    );
    expect(found.every(({ rank }) => rank === null)).toBe(true);
  });

  it('passes on that there is no fit', () => {
    const table = mixedTable();
    const one = { ...table, team: Array.from(table.team!, () => 'x') };
    expect(adjustedRates(one, mixedSpec, { seed: 1 }).status).toBe('too-few');
    const spec: ModelSpec = mixedSpec;
    expect(() => adjustedRates(table, spec, { seed: 1, draws: 0 })).toThrow(RangeError);
  });
});
