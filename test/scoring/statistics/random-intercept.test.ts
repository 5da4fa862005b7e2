import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { gaussHermite } from '#scoring/statistics/gauss-hermite.ts';
import { modelColumns } from '#scoring/statistics/model-columns.ts';
import { modelFrame, type Table } from '#scoring/statistics/model-frame.ts';
import {
  membersOf,
  randomInterceptLikelihood,
} from '#scoring/statistics/random-intercept-likelihood.ts';
import { randomIntercept } from '#scoring/statistics/random-intercept.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';

import { fitLogistic } from './client-model-checks.ts';
import { fitMixed, mixedSpec, mixedTable } from './random-intercept-checks.ts';
import { relativeDifference } from './relative-difference.ts';

/** Clients of some teams whose log odds differ by a spread. */
function simulated(seed: number, teams: number, perTeam: number, spread: number): Table {
  const random = createRandom(seed);
  const effects = Array.from({ length: teams }, () => spread * random.normal());
  const rows = effects.flatMap((effect, t) =>
    Array.from({ length: perTeam }, () => {
      const a = random.normal();
      const chance = 1 / (1 + Math.exp(-(0.2 + 0.5 * a + effect)));
      return {
        team: `T${t}`,
        a,
        b: random.integer(2),
        job_start: random.uniform() < chance ? 1 : 0,
      };
    }),
  );
  return {
    team: rows.map(({ team }) => team),
    a: rows.map(({ a }) => a),
    b: rows.map(({ b }) => b),
    job_start: rows.map(({ job_start }) => job_start),
  };
}

function turned(table: Table): Table {
  return Object.fromEntries(
    Object.entries(table).map(([name, values]) => [name, [...values].reverse()]),
  );
}

describe('gaussHermite', () => {
  it('has the moments of the normal distribution, up to twice its points less one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (points) => {
        const { nodes, weights } = gaussHermite(points);
        let moment = 1;
        for (let degree = 0; degree < 2 * points && degree <= 20; degree += 2) {
          const found = nodes.reduce((sum, x, i) => sum + weights[i]! * x ** degree, 0);
          expect(relativeDifference(found, moment)).toBeLessThan(1e-12);
          moment *= degree + 1;
        }
        expect(nodes.reduce((sum, x, i) => sum + weights[i]! * x, 0)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('has the node of Laplace with one point, and the published three', () => {
    expect(gaussHermite(1)).toEqual({ nodes: [0], weights: [1] });
    const { nodes, weights } = gaussHermite(3);
    expect(nodes[2]).toBeCloseTo(Math.sqrt(3), 14);
    expect(weights[1]).toBeCloseTo(2 / 3, 14);
  });

  it.each([0, 101, 2.5])('refuses %d points', (points) => {
    expect(() => gaussHermite(points)).toThrow(RangeError);
  });
});

describe('randomInterceptLikelihood', () => {
  it.each([1, 2, 7])('has the slopes that differences show, with %d points', (points) => {
    const frame = modelFrame('test', simulated(4, 6, 12, 0.8), mixedSpec);
    const { design, rows } = modelColumns('test', frame);
    const members = membersOf(frame.groups!.codes, 6);
    const likelihood = randomInterceptLikelihood(design, rows, members, gaussHermite(points));
    for (const parameters of [
      [0.1, 0.4, -0.2, 0.7],
      [-0.5, 1, 0.3, -1.4],
      [0, 0, 0, 0.05],
    ]) {
      likelihood(parameters).gradient.forEach((slope, j) => {
        const moved = (by: number) =>
          likelihood(parameters.map((value, i) => (i === j ? value + by : value))).logLikelihood;
        const h = 1e-3;
        const difference = (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h);
        expect(relativeDifference(slope, difference)).toBeLessThan(1e-8);
      });
    }
  });
});

describe('randomIntercept', () => {
  it('does not mind the order of the rows', () => {
    const table = simulated(1, 12, 25, 0.6);
    const [there, back] = [table, turned(table)].map((t) => fitMixed(t, mixedSpec));
    expect(relativeDifference(back!.spread, there!.spread)).toBeLessThan(1e-7);
    there!.groups.forEach(({ group, effect }) => {
      const found = back!.groups.find((entry) => entry.group === group)!;
      expect(relativeDifference(found.effect, effect)).toBeLessThan(1e-7);
    });
  });

  it('takes a weight of k for k equal rows, and a unit for another', () => {
    const table = simulated(2, 10, 20, 0.6);
    const rows = [...table.team!.keys()];
    const twice = Object.fromEntries(
      Object.entries(table).map(([name, values]) => [name, [...values, ...values]]),
    );
    const weighted = fitMixed(
      { ...table, w: rows.map(() => 2), a: (table.a as number[]).map((a) => a * 1000) },
      { ...mixedSpec, weights: 'w' },
    );
    const long = fitMixed(twice, mixedSpec);
    expect(weighted.n).toBe(long.n);
    expect(relativeDifference(weighted.spread, long.spread)).toBeLessThan(1e-7);
    expect(
      relativeDifference(weighted.coefficients[1]!.estimate * 1000, long.coefficients[1]!.estimate),
    ).toBeLessThan(1e-7);
  });

  it('draws teams towards the others, small ones most, and holds effects in their intervals', () => {
    const fit = fitMixed(mixedTable(), mixedSpec);
    for (const { effect, lower, upper, n, standardError } of fit.groups) {
      expect(lower).toBeLessThan(effect);
      expect(upper).toBeGreaterThan(effect);
      expect(standardError).toBeLessThan(fit.spread);
      expect(n).toBeGreaterThan(20);
    }
    expect(fit.groups.reduce((sum, { n }) => sum + n, 0)).toBe(2400);
  });

  it('finds no spread where teams differ by no more than chance, and the plain model then', () => {
    const table = simulated(5, 12, 30, 0);
    const fit = fitMixed(table, mixedSpec);
    const plain = fitLogistic(table, mixedSpec, { profile: false });
    expect(fit.spread).toBe(0);
    expect(fit.spreadTest).toEqual({ chiSquared: 0, p: 1 });
    expect(fit.warnings[0]).toBe('values of team differ by no more than chance');
    fit.coefficients.forEach((entry, j) => {
      expect(relativeDifference(entry.estimate, plain.coefficients[j]!.estimate)).toBeLessThan(
        1e-6,
      );
      expect(
        relativeDifference(entry.standardError, plain.coefficients[j]!.standardError),
      ).toBeLessThan(1e-6);
    });
    expect(
      fit.groups.every(({ effect, standardError }) => effect === 0 && standardError === 0),
    ).toBe(true);
  });

  it('gives a finite effect to a team where nobody, or everybody, started', () => {
    const table = simulated(9, 12, 20, 0.7);
    const outcome = [...(table.job_start as number[])];
    outcome.fill(0, 0, 20);
    outcome.fill(1, 20, 40);
    const { groups, spread } = fitMixed({ ...table, job_start: outcome }, mixedSpec);
    const none = groups.find(({ events }) => events === 0)!;
    const all = groups.find(({ events, n }) => events === n)!;
    expect(none.effect).toBeLessThan(-spread / 2);
    expect(all.effect).toBeGreaterThan(spread / 2);
    expect(Math.abs(none.effect)).toBeLessThan(4 * spread);
  });

  it('has no answer for one team, one outcome, or separated outcomes', () => {
    const table = simulated(1, 5, 10, 0.5);
    const rows = table.team!.length;
    const one = { ...table, team: new Array<string>(rows).fill('x') };
    expect(randomIntercept(one, mixedSpec).status).toBe('too-few');
    const none = { ...table, job_start: new Float64Array(rows) };
    expect(randomIntercept(none, mixedSpec).status).toBe('too-few');
    const separated = { ...table, a: table.job_start! };
    expect(randomIntercept(separated, mixedSpec)).toMatchObject({
      status: 'separated',
      reason: 'outcomes are told apart without error by a',
    });
  });

  it('finds a small spread that lies beyond the level place at 0', () => {
    // Steps of the search lead close to 0 for some of these, which is level but not the highest place. (For seed 3 it is.)
    for (const seed of [1, 2, 4, 5, 6, 7, 8]) {
      const fit = fitMixed(simulated(seed, 60, 70, 0.2), mixedSpec, { points: 5 });
      expect(fit.iterations).toBeLessThan(15);
      expect(fit.spread).toBeGreaterThan(0.05);
      expect(fit.spreadTest.chiSquared).toBeGreaterThan(0);
    }
  });

  it('refuses a model without groups, or with them as a term', () => {
    const { groups: _groups, ...without } = mixedSpec;
    expect(() => randomIntercept(mixedTable(), without)).toThrow(RangeError);
    const both = { ...mixedSpec, terms: [{ kind: 'categorical', column: 'team' }] as const };
    expect(() => randomIntercept(mixedTable(), both)).toThrow(
      new RangeError('randomIntercept: team must not be a term beside its own intercepts'),
    );
  });
});
