import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { clusterErrors } from '#scoring/statistics/cluster-robust.ts';
import { crossProduct } from '#scoring/statistics/cross-product.ts';
import { likelihoodRatioTest } from '#scoring/statistics/likelihood-ratio-test.ts';
import { logisticRegression } from '#scoring/statistics/logistic-regression.ts';
import type { ModelTerm, Table } from '#scoring/statistics/model-frame.ts';
import { sparseCrossProduct, sparseRows } from '#scoring/statistics/sparse-rows.ts';
import { createRandom } from '#scoring/statistics/seeded-random.ts';
import separationExpected from '#test/reference/statistics/separation.expected.json' with { type: 'json' };

import {
  clustersOf,
  fitLogistic,
  fittedModel,
  lopsidedTable,
  separationTable,
  separationTerms,
} from './client-model-checks.ts';
import { clientTable, clientTerms, completeClients, jobStart } from './client-table.ts';
import { relativeDifference } from './relative-difference.ts';

const terms: ModelTerm[] = [
  { kind: 'categorical', column: 'group' },
  { kind: 'numeric', column: 's' },
];

/** Clients of three groups, each with starts and without at both ends of s, so never separated. */
const clients = fc
  .array(
    fc.record({
      group: fc.constantFrom('a', 'b', 'c'),
      s: fc.double({ min: -3, max: 3, noNaN: true }),
      job_start: fc.integer({ min: 0, max: 1 }),
    }),
    { minLength: 10, maxLength: 40 },
  )
  .map((some) => [
    ...some,
    ...['a', 'b', 'c'].flatMap((group) =>
      [-3, 3].flatMap((s) => [0, 1].map((job_start) => ({ group, s, job_start }))),
    ),
  ]);

type Client = (typeof clients extends fc.Arbitrary<(infer T)[]> ? T : never) & object;

function asTable(data: readonly Client[], scale = 1): Table {
  return {
    group: data.map(({ group }) => group),
    s: data.map(({ s }) => s * scale),
    job_start: data.map(({ job_start }) => job_start),
  };
}

function expectClose(actual: number, expected: number, allowed = 1e-8) {
  expect(relativeDifference(actual, expected)).toBeLessThanOrEqual(allowed);
}

const runs = { numRuns: 40 };

describe('logisticRegression over random clients', () => {
  it('does not mind the order of the rows', () => {
    fc.assert(
      fc.property(clients, (data) => {
        const there = fitLogistic(asTable(data), jobStart(terms), { marginalEffects: true });
        const back = fitLogistic(asTable([...data].reverse()), jobStart(terms), {
          marginalEffects: true,
        });
        there.coefficients.forEach((c, j) => {
          expectClose(back.coefficients[j]!.estimate, c.estimate);
          expectClose(back.coefficients[j]!.profile!.upper!, c.profile!.upper!, 1e-6);
        });
        there.marginalEffects!.forEach((e, j) =>
          expectClose(back.marginalEffects![j]!.effect, e.effect),
        );
      }),
      runs,
    );
  });

  it('says the same whichever category is the reference', () => {
    fc.assert(
      fc.property(clients, (data) => {
        const against = (reference: string) =>
          fitLogistic(
            asTable(data),
            jobStart([{ kind: 'categorical', column: 'group', reference }, terms[1]!]),
            { marginalEffects: true },
          );
        const [a, b] = [against('a'), against('b')];
        const of = (fit: typeof a, name: string) => fit.coefficients.find((c) => c.name === name)!;
        expectClose(a.deviance, b.deviance);
        expectClose(of(a, 'group: b').estimate, -of(b, 'group: a').estimate);
        expectClose(of(a, 'group: b').profile!.lower!, -of(b, 'group: a').profile!.upper!, 1e-6);
        expectClose(of(a, 's').estimate, of(b, 's').estimate);
        const [there, back] = [a.marginalEffects![0]!, b.marginalEffects![0]!];
        expectClose(there.effect, -back.effect);
        expectClose(there.standardError, back.standardError);
      }),
      runs,
    );
  });

  it('scales coefficients, limits and effects with the unit of a measurement', () => {
    fc.assert(
      fc.property(clients, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (data, scale) => {
        const [plain, scaled] = [1, scale].map((unit) =>
          fitLogistic(asTable(data, unit), jobStart(terms), { marginalEffects: true }),
        );
        const of = (fit: typeof plain) => fit!.coefficients.find(({ term }) => term === 's')!;
        expectClose(of(scaled).estimate * scale, of(plain).estimate);
        expectClose(of(scaled).standardError * scale, of(plain).standardError);
        expectClose(of(scaled).profile!.lower! * scale, of(plain).profile!.lower!, 1e-6);
        const effectOf = (fit: typeof plain) =>
          fit!.marginalEffects!.find((e) => e.column === 's')!;
        expectClose(effectOf(scaled).effect * scale, effectOf(plain).effect);
        expectClose(effectOf(scaled).standardError * scale, effectOf(plain).standardError);
      }),
      runs,
    );
  });

  it('takes a weight of k for k equal rows, by either method', () => {
    // The twelve rows at the end keep outcomes apart, so they always count.
    const weighted = fc
      .tuple(clients, fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }))
      .map(([data, copies]) =>
        data.map((row, i) => ({ ...row, copies: i < data.length - 12 ? copies[i]! : 1 })),
      );
    fc.assert(
      fc.property(
        weighted,
        fc.constantFrom('maximum-likelihood' as const, 'firth' as const),
        (data, method) => {
          const copied = data.flatMap((row) => new Array<Client>(row.copies).fill(row));
          const options = { method, marginalEffects: true, cluster: 'group' };
          const short = fitLogistic(
            { ...asTable(data), copies: data.map(({ copies }) => copies) },
            jobStart([terms[1]!], { weights: 'copies' }),
            options,
          );
          const long = fitLogistic(asTable(copied), jobStart([terms[1]!]), options);
          expect([short.n, short.events]).toEqual([long.n, long.events]);
          expectClose(short.deviance, long.deviance);
          long.coefficients.forEach((c, j) => {
            expectClose(short.coefficients[j]!.estimate, c.estimate);
            expectClose(short.coefficients[j]!.standardError, c.standardError);
            expectClose(short.coefficients[j]!.profile!.lower!, c.profile!.lower!, 1e-6);
          });
          expectClose(
            short.marginalEffects![0]!.standardError,
            long.marginalEffects![0]!.standardError,
          );
          const robust = [short, long].map(({ clusterRobust }) =>
            clusterRobust?.status === 'computed' ? clusterRobust.coefficients[1]!.standardError : 0,
          );
          expectClose(robust[0]!, robust[1]!);
        },
      ),
      runs,
    );
  });

  it('holds every estimate in its intervals, and profile limits at the same deviance', () => {
    fc.assert(
      fc.property(
        clients,
        fc.constantFrom('maximum-likelihood' as const, 'firth' as const),
        (data, method) => {
          const fit = fitLogistic(asTable(data), jobStart(terms), {
            method,
            marginalEffects: true,
          });
          for (const { estimate, wald, profile } of fit.coefficients) {
            expect(wald.lower).toBeLessThan(estimate);
            expect(wald.upper).toBeGreaterThan(estimate);
            expect(profile!.lower!).toBeLessThan(estimate);
            expect(profile!.upper!).toBeGreaterThan(estimate);
          }
          for (const { effect, lower, upper } of fit.marginalEffects!) {
            expect(lower).toBeLessThan(effect);
            expect(upper).toBeGreaterThan(effect);
          }
          for (const { rate, interval } of fit.categories) {
            expect(interval!.lower).toBeLessThanOrEqual(rate);
            expect(interval!.upper).toBeGreaterThanOrEqual(rate);
          }
        },
      ),
      runs,
    );
  });

  it('has a p under .05 exactly where the profile interval leaves 0', () => {
    fc.assert(
      fc.property(clients, (data) => {
        for (const { profile } of fitLogistic(asTable(data), jobStart(terms)).coefficients) {
          const leaves = profile!.lower! > 0 || profile!.upper! < 0;
          expect(profile!.p! < 0.05).toBe(leaves);
        }
      }),
      runs,
    );
  });
});

describe('missing answers', () => {
  it('are left out and counted by column, also where a row lacks several', () => {
    const fit = fitLogistic(clientTable(), jobStart(clientTerms()), { profile: false });
    expect(fit.exclusions).toEqual({
      rowsGiven: 718,
      rowsUsed: 668,
      missing: [
        { column: 'housing', rows: 18, alone: 14 },
        { column: 'confidence', rows: 18, alone: 18 },
        { column: 'qualification', rows: 18, alone: 14 },
      ],
      withoutWeight: 0,
      keptAsNotKnown: [],
    });
    expect(fit.warnings).toContain('housing is not known for 18 of 718');
  });

  it('are a category of their own when asked for', () => {
    const fit = fitLogistic(
      clientTable(),
      jobStart(clientTerms(), { missing: 'not-known-category' }),
      {
        profile: false,
      },
    );
    expect(fit.n).toBe(718);
    expect(fit.exclusions.keptAsNotKnown).toEqual(
      ['housing', 'confidence', 'qualification'].map((column) => ({ column, rows: 18 })),
    );
    expect(fit.coefficients.filter(({ category }) => category === 'not known')).toHaveLength(3);
  });

  it('of the outcome, a measurement, a weight or an offset always leave a row out', () => {
    const table: Table = {
      job_start: [null, 0, 1, 0, 1, 0, 1, 1],
      s: [1, null, 3, 4, 1, 2, 3, 4],
      weight: [1, 1, null, 1, 1, 1, 1, 0],
      known: [0, 0, 0, null, 0, 0, 0, 0],
    };
    const result = logisticRegression(
      table,
      jobStart([{ kind: 'numeric', column: 's' }], {
        weights: 'weight',
        offset: 'known',
        missing: 'not-known-category',
      }),
    );
    expect(result.exclusions).toMatchObject({ rowsUsed: 3, withoutWeight: 1 });
    expect(result.exclusions.missing.map(({ column }) => column)).toEqual([
      'job_start',
      'weight',
      'known',
      's',
    ]);
  });
});

describe('separation', () => {
  it("is named and handled by Firth's method, with finite limits", () => {
    const fit = fitLogistic(separationTable(), jobStart(separationTerms));
    expect(fit.method).toBe('firth');
    expect(fit.separated.map(({ name }) => name)).toEqual([separationExpected.separated]);
    expect(fit.warnings[0]).toBe(
      "outcomes are told apart without error by self_referral: Firth's penalised likelihood is used",
    );
    expect(fit.aic).toBeNull();
    for (const { profile, intervalMethod } of fit.coefficients) {
      expect(profile!.upper).toBeLessThan(10);
      expect(intervalMethod).toBe('profile penalised likelihood');
    }
  });

  it('is a result without numbers where only maximum likelihood is wanted', () => {
    const result = logisticRegression(separationTable(), jobStart(separationTerms), {
      method: 'maximum-likelihood',
    });
    expect(result).toMatchObject({ status: 'separated', n: 90 });
    expect(result).not.toHaveProperty('coefficients');
  });

  it('names the category, 0 of n and n of n alike', () => {
    const table: Table = {
      group: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c'],
      job_start: [0, 1, 0, 1, 0, 0, 0, 1, 1, 1],
    };
    const fit = fitLogistic(table, jobStart([terms[0]!]));
    expect(fit.separated.map(({ name }) => name)).toEqual(['group: b', 'group: c']);
    const [, none, all] = fit.categories;
    expect(none).toMatchObject({ events: 0, interval: { lower: 0 } });
    expect(all).toMatchObject({ events: 3, interval: { upper: 1 } });
    const byDefinition = Math.log(3.5 / 0.5) - Math.log(2.5 / 2.5);
    // With one factor and nothing else, Firth's estimate adds a half to every cell.
    expectClose(fit.coefficients[2]!.estimate, byDefinition, 1e-9);
  });

  it('has no answer at all where nobody or everybody starts', () => {
    for (const outcome of [0, 1]) {
      const table = { job_start: [outcome, outcome, outcome], s: [1, 2, 3] };
      expect(logisticRegression(table, jobStart([terms[1]!])).status).toBe('constant');
    }
  });
});

describe('columns that say nothing new', () => {
  it('are named and left out: a constant, a copy, one team only', () => {
    const table = completeClients();
    const rows = table.age!.length;
    const more: Table = {
      ...table,
      constant: new Float64Array(rows).fill(7),
      ageInMonths: (table.age as number[]).map((age) => age * 12 + 3),
      onlyTeam: new Array<string>(rows).fill('Brent'),
    };
    const fit = fitLogistic(
      more,
      jobStart([
        { kind: 'numeric', column: 'age' },
        { kind: 'numeric', column: 'constant' },
        { kind: 'numeric', column: 'ageInMonths' },
        { kind: 'categorical', column: 'onlyTeam' },
      ]),
      { marginalEffects: true, profile: false },
    );
    expect(fit.aliased.map(({ name }) => name)).toEqual(['constant', 'ageInMonths']);
    expect(fit.coefficients.map(({ name }) => name)).toEqual(['(Intercept)', 'age']);
    expect(fit.marginalEffects!.map(({ column }) => column)).toEqual(['age']);
    expect(fit.categories).toHaveLength(1);
  });

  it('warns where nobody has the chosen reference', () => {
    const fit = fitLogistic(
      completeClients(),
      jobStart([{ kind: 'categorical', column: 'sex', reference: 'Unknown' }]),
      { profile: false },
    );
    expect(fit.comparator).toEqual({ sex: 'Female' });
    expect(fit.warnings[0]).toBe('sex: nobody has Unknown, so others are compared with Female');
  });
});

describe('clusterRobust', () => {
  const spec = jobStart([{ kind: 'numeric', column: 'age' }]);
  const robust = (columns: readonly string[], cluster = 'team') =>
    fitLogistic(
      completeClients(),
      jobStart(clientTerms().filter(({ column }) => columns.includes(column))),
      { cluster, profile: false },
    ).clusterRobust;

  it('is refused with the reason where clusters are a factor of the model', () => {
    expect(robust(['team', 'age'])).toEqual({
      status: 'refused',
      column: 'team',
      reason: 'team is a factor of the model, so errors that allow for it mean nothing',
    });
  });

  it('is refused where coefficients outnumber clusters, or there is one cluster', () => {
    expect(robust(['last_job', 'ethnicity'])).toMatchObject({
      reason: '9 coefficients outnumber the 8 values of team',
    });
    const complete = completeClients();
    const table = { ...complete, site: Array.from(complete.age!, () => 'x') };
    expect(fitLogistic(table, spec, { cluster: 'site' }).clusterRobust).toMatchObject({
      reason: 'all clients have the same site',
    });
  });

  it('is refused where the residuals of every cluster cancel out', () => {
    const table = { job_start: [0, 1, 0, 1], s: [1, 1, 2, 2], team: ['a', 'a', 'b', 'b'] };
    const fit = fitLogistic(table, jobStart([terms[1]!]), { cluster: 'team' });
    expect(fit.clusterRobust).toMatchObject({
      reason: 'residuals cancel out within each team, so these errors would be 0',
    });
  });

  it('warns under ten clusters', () => {
    expect(robust(['age'])).toMatchObject({
      status: 'computed',
      df: 7,
      warnings: ['only 8 values of team: these errors are themselves uncertain'],
    });
  });

  it('comes close to plain errors where every row is its own cluster', () => {
    const table = completeClients();
    const model = fittedModel(table, spec);
    const errors = clusterErrors(model, clustersOf(model.rows.positions.map((row) => String(row))));
    const plain = Math.hypot(...model.factor[1]!);
    expect(errors.standardErrors.age! / plain).toBeGreaterThan(0.9);
    expect(errors.standardErrors.age! / plain).toBeLessThan(1.1);
    expect(() => clusterErrors(model, clustersOf(['a']))).toThrow(RangeError);
  });
});

describe('likelihoodRatioTest', () => {
  it('is 0 for terms that say nothing, and has no answer when outcomes are separated', () => {
    const table = { ...completeClients(), copy: completeClients().age! };
    const spec = jobStart([
      { kind: 'numeric', column: 'age' },
      { kind: 'numeric', column: 'copy' },
    ]);
    expect(likelihoodRatioTest(table, spec, ['copy'])).toMatchObject({
      chiSquared: 0,
      df: 0,
      p: 1,
    });
    expect(
      likelihoodRatioTest(separationTable(), jobStart(separationTerms), ['age10']).status,
    ).toBe('not-estimable');
    expect(() => likelihoodRatioTest(table, spec, ['sex'])).toThrow(
      new RangeError('likelihoodRatioTest: without must name terms of the model'),
    );
  });
});

describe('impossible input', () => {
  it.each<[string, Table, string]>([
    ['a column that is not there', { job_start: [0, 1] }, 'the table has no column s'],
    ['lengths', { job_start: [0, 1], s: [1] }, 's must have as many rows as job_start'],
    ['an outcome of 2', { job_start: [0, 2], s: [1, 2] }, 'job_start must hold 0 and 1 only'],
    ['a gap', { job_start: [0, 1], s: [1, NaN] }, 's must hold finite numbers only'],
    ['a word', { job_start: [0, 1], s: [1, 'two'] }, 's must hold finite numbers only'],
  ])('is refused: %s', (_, table, message) => {
    expect(() => logisticRegression(table, jobStart([terms[1]!]))).toThrow(
      new RangeError(`logisticRegression: ${message}`),
    );
  });

  it('is refused: a negative weight, a column twice, a level, a cluster that is not there', () => {
    const table = { job_start: [0, 1], s: [1, 2], w: [1, -1] };
    expect(() => logisticRegression(table, jobStart([terms[1]!], { weights: 'w' }))).toThrow(
      new RangeError('logisticRegression: w must hold numbers of 0 or more'),
    );
    expect(() => logisticRegression(table, jobStart([terms[1]!, terms[1]!]))).toThrow(RangeError);
    expect(() => logisticRegression(table, jobStart([terms[1]!]), { level: 1 })).toThrow(
      RangeError,
    );
    expect(() => logisticRegression(table, jobStart([terms[1]!]), { cluster: 'x' })).toThrow(
      RangeError,
    );
  });

  it('is no exception where it is too little: a table without rows', () => {
    expect(logisticRegression({ job_start: [], s: [] }, jobStart([terms[1]!])).status).toBe(
      'too-few',
    );
  });
});

describe('cross-products', () => {
  it('are the same whole and from the entries that are not 0', () => {
    const entry = fc.oneof(
      fc.constant(0),
      fc.constant(0),
      fc.double({ min: -2, max: 2, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 300 }),
        fc.infiniteStream(entry),
        (width, rows, stream) => {
          const take = (): number => stream.next().value as number;
          const columns = Array.from({ length: width }, () =>
            Float64Array.from({ length: rows }, take),
          );
          const weights = Float64Array.from({ length: rows }, () => Math.abs(take()));
          const sparse = sparseRows(columns, rows);
          fc.pre(sparse !== undefined);
          const whole = crossProduct(columns, weights).flatMap((row) => [...row]);
          sparseCrossProduct(sparse, weights, width)
            .flatMap((row) => [...row])
            .forEach((value, i) => expectClose(value, whole[i]!, 1e-12));
        },
      ),
      runs,
    );
  });
});

describe('very many rows', () => {
  it('fits a million clients in one go', () => {
    const random = createRandom(7);
    const rows = 1_000_000;
    const groups = Array.from({ length: rows }, () => 'abcdefgh'[random.integer(8)]!);
    const s = Float64Array.from({ length: rows }, () => random.normal());
    const outcome = Float64Array.from(groups, (group, i) => {
      const logOdds = -0.5 + 0.3 * s[i]! + (group === 'c' ? 0.4 : 0);
      return random.uniform() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    });
    const fit = fitLogistic({ group: groups, s, job_start: outcome }, jobStart(terms), {
      profile: ['s'],
    });
    const of = (name: string) => fit.coefficients.find((c) => c.name === name)!;
    expect(fit.n).toBe(rows);
    // Truths within four standard errors, which are of the order of .002 and .009.
    expect(Math.abs(of('s').estimate - 0.3)).toBeLessThan(4 * of('s').standardError);
    expect(Math.abs(of('group: c').estimate - 0.4)).toBeLessThan(4 * of('group: c').standardError);
    expect(of('s').standardError).toBeLessThan(0.003);
  });
});

describe('a likelihood far from a parabola', () => {
  it('has limits that are not symmetric, and that Wald does not find', () => {
    const fit = fitLogistic(lopsidedTable(), jobStart([{ kind: 'numeric', column: 'g' }]));
    const { estimate, profile } = fit.coefficients[1]!;
    expect(profile!.upper! - estimate).toBeGreaterThan(1.4 * (estimate - profile!.lower!));
  });
});
