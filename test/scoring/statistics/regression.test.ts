import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { betaBinomialRegression } from '#scoring/statistics/beta-binomial-regression.ts';
import { binomialRegression } from '#scoring/statistics/binomial-regression.ts';
import { quasiBinomialRegression } from '#scoring/statistics/quasi-binomial-regression.ts';
import { studentisedResiduals, trendResiduals } from '#scoring/statistics/trend-residuals.ts';
import separationExpected from '#test/reference/statistics/separation.expected.json' with { type: 'json' };

import { separated, teams } from './reference-data.ts';
import {
  column,
  edgeInput,
  fitBetaBinomial,
  fitBinomial,
  fitQuasi,
  yearsInput,
} from './reference-checks.ts';

/** A dozen rows whose outcomes and column vary, never separated: each row holds both outcomes. */
const rows = fc.array(
  fc.integer({ min: 2, max: 60 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      x: fc.integer({ min: 1, max: n - 1 }),
      s: fc.double({ min: -50, max: 50, noNaN: true }),
      group: fc.constantFrom('a', 'b', 'c'),
    }),
  ),
  { minLength: 6, maxLength: 15 },
);

type Row = (typeof rows extends fc.Arbitrary<(infer T)[]> ? T : never) & object;

function input(data: readonly Row[], scale = 1) {
  return {
    terms: [{ name: 's', values: data.map(({ s }) => s * scale) }],
    successes: data.map(({ x }) => x),
    trials: data.map(({ n }) => n),
  };
}

const isVaried = (data: readonly Row[]): boolean =>
  Math.max(...data.map(({ s }) => s)) - Math.min(...data.map(({ s }) => s)) > 1;

function expectClose(actual: readonly number[], expected: readonly number[], digits = 1e-8) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    const allowed = digits * Math.max(1, Math.abs(expected[i]!));
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(allowed);
  });
}

describe('binomialRegression', () => {
  it('does not mind the order of the rows', () => {
    fc.assert(
      fc.property(rows.filter(isVaried), (data) => {
        const there = fitBinomial(input(data));
        const back = fitBinomial(input([...data].reverse()));
        expectClose(Object.values(back.coefficients), Object.values(there.coefficients));
        expectClose([...back.fitted].reverse(), there.fitted);
      }),
    );
  });

  it('scales a coefficient and its error down when the column is scaled up', () => {
    fc.assert(
      fc.property(
        rows.filter(isVaried),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (data, scale) => {
          const plain = fitBinomial(input(data));
          const scaled = fitBinomial(input(data, scale));
          expectClose([scaled.coefficients.s! * scale], [plain.coefficients.s!]);
          expectClose([scaled.standardErrors.s! * scale], [plain.standardErrors.s!]);
          expectClose(scaled.fitted, plain.fitted);
        },
      ),
    );
  });

  it('fits the same values whichever category is the reference', () => {
    fc.assert(
      fc.property(rows.filter(isVaried), (data) => {
        const against = (reference: string) =>
          fitBinomial({
            ...input(data),
            terms: ['a', 'b', 'c']
              .filter((group) => group !== reference)
              .map((name) => ({ name, values: data.map(({ group }) => (group === name ? 1 : 0)) })),
          });
        expectClose(against('a').fitted, against('c').fitted);
        expectClose([against('a').deviance], [against('b').deviance]);
      }),
    );
  });

  it('has leverages that add up to the number of coefficients, and fits the totals', () => {
    fc.assert(
      fc.property(rows.filter(isVaried), (data) => {
        const fit = fitBinomial(input(data));
        expectClose([fit.leverages.reduce((a, b) => a + b, 0)], [2]);
        const expected = fit.fitted.reduce((total, p, i) => total + p * data[i]!.n, 0);
        expectClose([expected], [fit.events]);
      }),
    );
  });

  it('names a column that repeats others and leaves it out', () => {
    const { repeated, offset: _offset, ...edge } = edgeInput();
    const terms = [
      ...edge.terms,
      repeated,
      { name: 'constant', values: edge.trials.map(() => 0.1) },
    ];
    const fit = fitBinomial({ ...edge, terms });
    expect(fit.aliased).toEqual(['twice', 'constant']);
    expect(fit.names).toEqual(['(Intercept)', 's']);
    expect(fit.warnings[0]).toBe('twice repeats earlier columns and is left out');
    expectClose(fit.fitted, fitBinomial(edge).fitted);
  });

  it('leaves out the last of a full set of dummy columns', () => {
    const terms = ['a', 'b'].map((name, k) => ({ name, values: [k, k, 1 - k, 1 - k] }));
    const fit = fitBinomial({ terms, successes: [1, 2, 3, 4], trials: [9, 9, 9, 9] });
    expect(fit.aliased).toEqual(['b']);
  });

  it('keeps raw calendar years apart from their squares', () => {
    const fit = fitBinomial(yearsInput());
    expect(fit.aliased).toEqual([]);
    expect(fit.n).toBe(36);
  });

  it('leaves out rows without trials', () => {
    const { repeated: _repeated, offset: _offset, ...edge } = edgeInput();
    const fit = fitBinomial({
      successes: [0, ...edge.successes],
      trials: [0, ...edge.trials],
      terms: [{ name: 's', values: [99, ...edge.terms[0]!.values] }],
    });
    expect(fit.coefficients).toEqual(fitBinomial(edge).coefficients);
    expect(fit.rows[0]).toBe(1);
  });

  it('fits rows of 0 of n and n of n exactly when each has its own column', () => {
    const one = fitBinomial({ terms: [], successes: [0, 6], trials: [6, 6] });
    expect(one.fitted).toEqual([0.5, 0.5]);
    expect(one.pearsonDispersion).toBeCloseTo(12, 12);
  });

  it('fits one row, without a dispersion', () => {
    const fit = fitBinomial({ terms: [], successes: [3], trials: [10] });
    expect(fit.fitted[0]).toBeCloseTo(0.3, 14);
    expect(fit.pearsonDispersion).toBeUndefined();
    expect(fit.dfResidual).toBe(0);
  });

  it.each([
    [
      'repeated name',
      {
        terms: [
          { name: 's', values: [1] },
          { name: 's', values: [2] },
        ],
        successes: [1],
        trials: [2],
      },
      'binomialRegression: every term must have its own name (s)',
    ],
    [
      'lengths',
      { terms: [{ name: 's', values: [1, 2] }], successes: [1], trials: [2] },
      'binomialRegression: s and successes must have the same length',
    ],
    [
      'counts',
      { terms: [], successes: [3], trials: [2] },
      'binomialRegression: successes must be a whole number from 0 to trials',
    ],
    [
      'gaps',
      { terms: [{ name: 's', values: [NaN] }], successes: [1], trials: [2] },
      'binomialRegression: s must hold finite numbers only',
    ],
  ])('refuses impossible input: %s', (_, impossible, message) => {
    expect(() => binomialRegression(impossible)).toThrow(new RangeError(message));
  });
});

describe('separation', () => {
  const ones = (n: number): number[] => new Array<number>(n).fill(1);

  it('is found and named where every client of a category starts work', () => {
    expect(binomialRegression(separated())).toMatchObject({
      status: 'separated',
      columns: [separationExpected.separated],
    });
  });

  it.each([
    ['complete', [1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]],
    ['touching', [1, 2, 3, 3, 5, 6], [0, 0, 0, 1, 1, 1]],
    ['falling', [1, 2, 3, 4, 5, 6], [1, 1, 1, 0, 0, 0]],
  ])('is found when it is %s', (_, values, successes) => {
    const result = binomialRegression({
      terms: [{ name: 's', values }],
      successes,
      trials: ones(6),
    });
    expect(result).toMatchObject({ status: 'separated', columns: ['s'] });
  });

  it('is found exactly where the outcomes of one column do not overlap', () => {
    const clientRow = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 }));
    fc.assert(
      fc.property(fc.array(clientRow, { minLength: 3, maxLength: 14 }), (data) => {
        const values = data.map(([value]) => value);
        const successes = data.map(([, outcome]) => outcome);
        fc.pre(new Set(values).size > 1);
        const having = (outcome: number) => values.filter((_, i) => successes[i] === outcome);
        const [failed, started] = [having(0), having(1)];
        const isSeparated =
          Math.max(...failed) <= Math.min(...started) ||
          Math.max(...started) <= Math.min(...failed);
        const trials = ones(values.length);
        const { status } = binomialRegression({
          terms: [{ name: 's', values }],
          successes,
          trials,
        });
        expect(status).toBe(isSeparated ? 'separated' : 'fitted');
      }),
    );
  });

  it('is found in a combination of two columns', () => {
    const u = [0, 0, 1, 1, 2, 2, 3, 3];
    const v = [0, 1, 1, 2, 2, 3, 3, 4];
    const result = binomialRegression({
      terms: [
        { name: 'u', values: u },
        { name: 'v', values: v },
      ],
      successes: u.map((value, i) => (v[i]! > value ? 1 : 0)),
      trials: ones(8),
    });
    expect(result).toMatchObject({ status: 'separated', columns: ['u', 'v'] });
  });

  it('is laid to the constant when nobody or everybody succeeds', () => {
    for (const successes of [
      [0, 0, 0],
      [4, 4, 4],
    ]) {
      const result = binomialRegression({
        terms: [{ name: 's', values: [1, 2, 4] }],
        successes,
        trials: [4, 4, 4],
      });
      expect(result).toMatchObject({ status: 'separated', columns: ['(Intercept)'] });
    }
  });

  it('is not seen in a strong but finite relation', () => {
    const values = Array.from({ length: 40 }, (_, i) => i);
    const successes = values.map((v) => (v === 18 || (v > 19 && v !== 21) ? 1 : 0));
    const fit = fitBinomial({ terms: [{ name: 's', values }], successes, trials: ones(40) });
    expect(fit.coefficients.s).toBeGreaterThan(0.5);
  });

  it('passes through to the other regressions', () => {
    expect(quasiBinomialRegression(separated()).status).toBe('separated');
    expect(betaBinomialRegression(separated()).status).toBe('separated');
    expect(trendResiduals(separated()).status).toBe('separated');
  });
});

describe('quasiBinomialRegression', () => {
  it('has the binomial coefficients, its errors times the root of the dispersion', () => {
    fc.assert(
      fc.property(rows.filter(isVaried), (data) => {
        const quasi = quasiBinomialRegression(input(data));
        fc.pre(quasi.status === 'fitted');
        for (const entry of quasi.coefficients) {
          expect(entry.estimate).toBe(quasi.binomial.coefficients[entry.name]);
          expectClose(
            [entry.standardError ** 2],
            [entry.binomialStandardError ** 2 * quasi.dispersion],
          );
          expect(entry.lower).toBeLessThan(entry.estimate);
          expect(entry.upper).toBeGreaterThan(entry.estimate);
        }
      }),
    );
  });

  it('warns when rows differ by less than chance', () => {
    const { repeated: _repeated, offset: _offset, ...under } = edgeInput(5);
    expect(fitQuasi(under).warnings).toEqual([
      'rows differ by less than chance: quasi errors are below binomial',
    ]);
  });

  it('has no answer without a degree of freedom, for one team or without any', () => {
    const one = { terms: [], successes: [3], trials: [10] };
    expect(quasiBinomialRegression(one)).toMatchObject({ status: 'too-few', n: 1 });
    expect(quasiBinomialRegression({ terms: [], successes: [], trials: [] })).toMatchObject({
      status: 'too-few',
      reason: 'no row has any trials',
    });
  });

  it('has no answer when every row lies on the fit', () => {
    const same = { terms: [], successes: [3, 6, 30], trials: [10, 20, 100] };
    expect(quasiBinomialRegression(same).status).toBe('no-spread');
  });

  it('refuses a level outside 0 to 1', () => {
    expect(() => quasiBinomialRegression({ terms: [], successes: [1], trials: [2] }, 1)).toThrow(
      new RangeError('quasiBinomialRegression: level must lie between 0 and 1'),
    );
  });
});

describe('betaBinomialRegression', () => {
  it('is a maximum: no small change of a coefficient fits better, nor does the order matter', () => {
    const { terms, successes, trials } = teams();
    const fit = fitBetaBinomial({ terms, successes, trials });
    const turn = (values: readonly number[]) => [...values].reverse();
    const back = fitBetaBinomial({
      terms: terms.map(({ name, values }) => ({ name, values: turn(values) })),
      successes: turn(successes),
      trials: turn(trials),
    });
    expectClose([back.rho, back.logLikelihood], [fit.rho, fit.logLikelihood], 1e-10);
    // Holding one coefficient off its estimate, by way of the offset, can only lose likelihood.
    const [fidelity, ...others] = terms;
    const held = column(fit.coefficients, 'estimate').fidelity! + 0.001;
    const worse = fitBetaBinomial({
      terms: others,
      successes,
      trials,
      offset: fidelity!.values.map((value) => held * value),
    });
    expect(worse.logLikelihood).toBeLessThan(fit.logLikelihood);
  });

  it('gives back the binomial fit when rows differ by no more than chance', () => {
    const { repeated: _repeated, offset: _offset, ...under } = edgeInput(5);
    expect(betaBinomialRegression(under)).toMatchObject({ status: 'no-overdispersion', rho: 0 });
  });

  it('says so when within each row all or none succeed', () => {
    const result = betaBinomialRegression({
      terms: [],
      successes: [0, 9, 0, 8, 9, 0],
      trials: [9, 9, 9, 8, 9, 9],
    });
    expect(result.status).toBe('not-converged');
  });

  it('has no answer for rows of one trial or without a degree of freedom', () => {
    const clients = { terms: [], successes: [0, 1, 1], trials: [1, 1, 1] };
    expect(betaBinomialRegression(clients).status).toBe('too-few');
    const one = { terms: [], successes: [3], trials: [10] };
    expect(betaBinomialRegression(one).status).toBe('too-few');
  });

  it('does not mind units: raw years and their squares fit as years from 2018 do', () => {
    const raw = yearsInput();
    const centred = raw.terms[0]!.values.map((year) => year - 2018);
    const near = betaBinomialRegression({
      ...raw,
      terms: [
        { name: 'year', values: centred },
        { name: 'yearSquared', values: centred.map((value) => value * value) },
      ],
    });
    const far = betaBinomialRegression(raw);
    expect(far.status).toBe(near.status);
    if (far.status === 'fitted' && near.status === 'fitted') {
      expectClose([far.rho, far.logLikelihood], [near.rho, near.logLikelihood]);
    }
  });
});

describe('trendResiduals', () => {
  it('does not call the furthest of ordinary teams a departure', () => {
    const { level, successes, trials } = teams();
    const found = trendResiduals({ terms: [level], successes, trials });
    expect(found).toMatchObject({ status: 'computed', departs: false, df: 60 });
  });

  it('calls one team far off the line a departure, with its position', () => {
    const trials = [100, 90, 110, 95, 105, 98, 102, 100];
    const result = trendResiduals({
      terms: [{ name: 'level', values: [1, 1, 1, 2, 2, 3, 3, 3] }],
      trials,
      successes: [30, 28, 32, 39, 43, 50, 95, 51],
    });
    expect(result).toMatchObject({ status: 'computed', departs: true, furthest: { row: 6 } });
  });

  it('needs two residual degrees of freedom', () => {
    const three = {
      terms: [{ name: 's', values: [1, 2, 3] }],
      successes: [3, 4, 3],
      trials: [9, 9, 9],
    };
    expect(trendResiduals(three).status).toBe('too-few');
    expect(() => studentisedResiduals(fitBinomial(three))).toThrow(
      new RangeError(
        'studentisedResiduals: fit must have at least two residual degrees of freedom',
      ),
    );
  });

  it('passes over a row that the fit must go through', () => {
    const result = trendResiduals({
      terms: [{ name: 'alone', values: [1, 0, 0, 0, 0] }],
      successes: [5, 3, 4, 6, 2],
      trials: [9, 10, 11, 12, 9],
    });
    expect(result.status).toBe('computed');
    if (result.status !== 'computed') return;
    expect(result.residuals[0]!.residual).toBeNaN();
    expect(result.furthest.row).not.toBe(0);
  });
});
