import {
  betaBinomialRegression,
  type BetaBinomialFit,
} from '#scoring/statistics/beta-binomial-regression.ts';
import {
  binomialRegression,
  type BinomialFit,
  type BinomialRegressionInput,
} from '#scoring/statistics/binomial-regression.ts';
import { cochranArmitage } from '#scoring/statistics/cochran-armitage.ts';
import {
  pearsonCorrelation,
  smallestDetectableCorrelation,
  spearmanCorrelation,
} from '#scoring/statistics/correlation.ts';
import * as distributions from '#scoring/statistics/distributions.ts';
import { jonckheereTerpstra } from '#scoring/statistics/jonckheere-terpstra.ts';
import { kruskalWallis } from '#scoring/statistics/kruskal-wallis.ts';
import { benjaminiHochberg, holm } from '#scoring/statistics/multiple-testing.ts';
import { newcombeDifference } from '#scoring/statistics/newcombe-difference.ts';
import { quantile } from '#scoring/statistics/quantile.ts';
import {
  quasiBinomialRegression,
  type QuasiBinomialFit,
} from '#scoring/statistics/quasi-binomial-regression.ts';
import { midranks } from '#scoring/statistics/ranks.ts';
import { trendResiduals } from '#scoring/statistics/trend-residuals.ts';
import { twoProportionZ } from '#scoring/statistics/two-proportion-z.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import intervals from '#test/reference/statistics/intervals.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/relations-extra.expected.json' with { type: 'json' };
import teamsExpected from '#test/reference/statistics/teams.expected.json' with { type: 'json' };

import { controlChartGroups } from './control-chart-checks.ts';
import { figureEightGroups } from '../relations/figure-eight-checks.ts';
import { funnelGroups } from '../relations/funnel-checks.ts';
import { clientModelGroups } from './client-model-checks.ts';
import { randomInterceptGroups } from './random-intercept-checks.ts';
import { agreementGroups } from './agreement-checks.ts';
import { clusterGroups } from './cluster-checks.ts';
import { exactDistributionGroups } from './distribution-checks.ts';
import { clients, teams } from './reference-data.ts';
import {
  type Grid,
  Group,
  type Named,
  only,
  onGrid,
  type ReferenceGroup,
} from './reference-group.ts';
import { survivalGroups } from './survival-checks.ts';
import { testGroups } from './test-checks.ts';
import { relativeDifference, tailDifference } from './relative-difference.ts';

const CLOSED_FORM = 1e-12;
const DISTRIBUTION = 1e-12;
const REGRESSION = 1e-8;
const BETA_BINOMIAL = 1e-6;

export function fitQuasi(input: BinomialRegressionInput, level?: number): QuasiBinomialFit {
  return only(quasiBinomialRegression(input, level), 'fitted');
}

export function fitBinomial(input: BinomialRegressionInput): BinomialFit {
  return only(binomialRegression(input), 'fitted');
}

export function fitBetaBinomial(input: BinomialRegressionInput): BetaBinomialFit {
  return only(betaBinomialRegression(input), 'fitted');
}

/** One property of every coefficient, by name. */
export function column<K extends string>(
  coefficients: readonly ({ readonly name: string } & Readonly<Record<K, number>>)[],
  property: K,
): Record<string, number> {
  return Object.fromEntries(coefficients.map((entry) => [entry.name, entry[property]]));
}

function distributionGroups(): ReferenceGroup[] {
  const {
    normalCdf,
    normalUpper,
    normalQuantile,
    studentTUpper,
    studentTQuantile,
    studentTTwoSided,
    chiSquaredUpper,
    chiSquaredQuantile,
    fUpper,
    betaQuantile,
    logGamma,
    logChoose,
  } = distributions;
  const given = intervals.distributions;
  const wide = extra.distributions;
  const both = (
    name: string,
    of: (...args: [number, number, number]) => number,
    grids: readonly Grid[],
    parameters: readonly string[],
    measure = tailDifference,
  ): ReferenceGroup => {
    const group = new Group(measure);
    for (const grid of grids) onGrid(group, of, grid, parameters);
    return group.as(name, DISTRIBUTION);
  };
  const twice = { ...given.tUpper, value: given.tUpper.value.map((p) => 2 * p) };
  return [
    both('normalCdf', normalCdf, [given.normalCdf], ['x']),
    both('normalUpper', normalUpper, [given.normalUpper, wide.normalUpper], ['x']),
    both('normalQuantile', normalQuantile, [given.normalQuantile, wide.normalQuantile], ['p']),
    both('studentTUpper', studentTUpper, [given.tUpper, wide.studentTUpper], ['t', 'df']),
    both('studentTTwoSided', studentTTwoSided, [twice], ['t', 'df']),
    both(
      'studentTQuantile',
      studentTQuantile,
      [given.tQuantile, wide.studentTQuantile],
      ['p', 'df'],
    ),
    both('chiSquaredUpper', chiSquaredUpper, [given.chisqUpper, wide.chiSquaredUpper], ['x', 'df']),
    both(
      'chiSquaredQuantile',
      chiSquaredQuantile,
      [given.chisqQuantile, wide.chiSquaredQuantile],
      ['p', 'df'],
    ),
    both('fUpper', fUpper, [given.fUpper, wide.fUpper], ['f', 'd1', 'd2']),
    both('betaQuantile', betaQuantile, [given.betaQuantile, wide.betaQuantile], ['p', 'a', 'b']),
    both('logGamma', logGamma, [wide.logGamma], ['x'], relativeDifference),
    both('logChoose', logChoose, [wide.logChoose], ['n', 'k'], relativeDifference),
  ];
}

function intervalGroups(): ReferenceGroup[] {
  const wilson = new Group();
  for (const { x, n, ci95, ci998 } of intervals.wilson) {
    const usual = wilsonInterval(x, n);
    const wide = wilsonInterval(x, n, 0.998);
    wilson.list(`95% of ${x}/${n}`, [usual.lower, usual.upper], ci95);
    wilson.list(`99.8% of ${x}/${n}`, [wide.lower, wide.upper], ci998);
  }
  const { x1, n1, x2, n2, newcombe95, pooledZ, p } = intervals.differenceOfProportions;
  const difference = newcombeDifference(x1, n1, x2, n2);
  const z = only(twoProportionZ(x1, n1, x2, n2), 'computed');
  const { adjust } = intervals;
  return [
    wilson.as('wilsonInterval', CLOSED_FORM),
    new Group()
      .list('56/70 and 48/80', [difference.lower, difference.upper], newcombe95)
      .as('newcombeDifference', CLOSED_FORM),
    new Group().value('z', z.z, pooledZ).value('p', z.p, p).as('twoProportionZ', CLOSED_FORM),
    new Group().list('p', holm(adjust.p), adjust.holm).as('holm', CLOSED_FORM),
    new Group()
      .list('p', benjaminiHochberg(adjust.p), adjust.bh)
      .as('benjaminiHochberg', CLOSED_FORM),
  ];
}

function correlationGroups(): ReferenceGroup[] {
  const { rates, trials, ...measures } = teams();
  const pearson = new Group();
  const spearman = new Group();
  for (const key of ['fidelity', 'contacts', 'meetings'] as const) {
    const product = only(pearsonCorrelation(measures[key], rates), 'computed');
    const { r, lower, upper, p } = teamsExpected.pearson[key];
    pearson.named(key, product, { r, lower, upper, p });
    const ranked = only(spearmanCorrelation(measures[key], rates), 'computed');
    const rank = teamsExpected.spearman[key];
    spearman.named(key, ranked, {
      r: rank.rho,
      lower: rank.lower,
      upper: rank.upper,
      p: rank.pFromT,
    });
  }
  const narrow = only(pearsonCorrelation(measures.fidelity, rates, 0.9), 'computed');
  pearson.named('at 90%', narrow, extra.pearson90);
  const published: [number, number][] = [
    [8, 0.85],
    [30, 0.49],
    [63, 0.35],
    [79, 0.31],
    [100, 0.28],
  ];
  const detectable = new Group();
  for (const [n, r] of published) {
    detectable.value(`${n} teams`, Number(smallestDetectableCorrelation(n).toFixed(2)), r);
  }
  return [
    pearson.as('pearsonCorrelation', CLOSED_FORM),
    spearman.as('spearmanCorrelation', CLOSED_FORM),
    detectable.as('smallestDetectableCorrelation (two decimals)', CLOSED_FORM),
  ];
}

function rankGroups(): ReferenceGroup[] {
  const { ratesByLevel } = teams();
  const { ranks } = extra;
  const expected = teamsExpected.integration;
  const trend = only(jonckheereTerpstra(ratesByLevel), 'computed');
  const tied = only(jonckheereTerpstra(ranks.jonckheere.groups), 'computed');
  const differ = only(kruskalWallis(ratesByLevel), 'computed');
  const differTied = only(kruskalWallis(ranks.kruskal.groups), 'computed');
  const { successes, trials, scores123, scores014 } = ranks.cochranArmitage;
  const even = only(cochranArmitage(successes, trials, [1, 2, 3]), 'computed');
  const uneven = only(cochranArmitage(successes, trials, [0, 1, 4]), 'computed');
  return [
    new Group()
      .named('teams', trend, expected.jonckheere)
      .value('statistic with ties', tied.statistic, ranks.jonckheere.statistic)
      .value('expected with ties', tied.expected, ranks.jonckheere.expected)
      .value(
        'variance with ties',
        ((tied.statistic - tied.expected) / tied.zWithTies) ** 2,
        ranks.jonckheere.varianceOverAllArrangements,
      )
      .as('jonckheereTerpstra', CLOSED_FORM),
    new Group()
      .value('teams, chi-squared', differ.chiSquared, expected.kruskal.chisq)
      .value('teams, p', differ.p, expected.kruskal.p)
      .value('ties, chi-squared', differTied.chiSquared, ranks.kruskal.chisq)
      .value('ties, p', differTied.p, ranks.kruskal.p)
      .as('kruskalWallis', CLOSED_FORM),
    new Group()
      .value('1 2 3, z squared', even.z ** 2, scores123.chisq)
      .value('1 2 3, p', even.p, scores123.p)
      .value('0 1 4, z squared', uneven.z ** 2, scores014.chisq)
      .value('0 1 4, p', uneven.p, scores014.p)
      .as('cochranArmitage', CLOSED_FORM),
    new Group()
      .list('rank', midranks(ranks.midranks.values), ranks.midranks.ranks)
      .as('midranks', CLOSED_FORM),
    new Group()
      .list(
        'quantile',
        ranks.quantile.p.map((p) => quantile(ranks.quantile.values, p)),
        ranks.quantile.value,
      )
      .as('quantile', CLOSED_FORM),
  ];
}

/** The rows of relations-extra.expected.json that differ by less than chance, hold a 0 of n, and so on. */
export function edgeInput(rows = extra.edge.data.x.length) {
  const { x, n, s, twice, o } = extra.edge.data;
  const first = (values: readonly number[]): number[] => values.slice(0, rows);
  return {
    successes: first(x),
    trials: first(n),
    terms: [{ name: 's', values: first(s) }],
    repeated: { name: 'twice', values: first(twice) },
    offset: first(o),
  };
}

/** Raw calendar years and their squares. */
export function yearsInput(): BinomialRegressionInput {
  const { year, successes, trials } = extra.years;
  return {
    successes,
    trials,
    terms: [
      { name: 'year', values: year },
      { name: 'yearSquared', values: year.map((value) => value * value) },
    ],
  };
}

function compareClients(group: Group): Group {
  for (const withMeetings of [true, false]) {
    const key = withMeetings ? 'withMeetings' : 'withoutMeetings';
    const expected = clientsExpected[key];
    const fit = fitBinomial(clients({ withMeetings }));
    const label = withMeetings ? 'clients' : 'clients without meetings';
    group
      .named(`${label}, coefficient`, fit.coefficients, expected.coefficients)
      // The errors in clients.expected.json stop a step short: see make-relations-extra.R.
      .named(`${label}, error`, fit.standardErrors, extra.clients[key].standardErrors)
      .value(`${label}, deviance`, fit.deviance, expected.deviance)
      .value(`${label}, n`, fit.n, expected.n)
      .value(`${label}, events`, fit.events, expected.events);
  }
  return group;
}

type DescribedFit = Omit<
  (typeof extra.edge)['offset'],
  'coefficients' | 'standardErrors' | 't' | 'p'
> &
  Record<'coefficients' | 'standardErrors' | 't' | 'p', Named>;

function compareQuasi(
  group: Group,
  label: string,
  fit: QuasiBinomialFit,
  expected: DescribedFit,
): void {
  group
    .named(`${label}, coefficient`, column(fit.coefficients, 'estimate'), expected.coefficients)
    .named(`${label}, error`, column(fit.coefficients, 'standardError'), expected.standardErrors)
    .named(`${label}, t`, column(fit.coefficients, 't'), expected.t)
    .named(`${label}, p`, column(fit.coefficients, 'p'), expected.p)
    .value(`${label}, dispersion`, fit.dispersion, expected.dispersion)
    .value(`${label}, deviance`, fit.binomial.deviance, expected.deviance)
    .value(`${label}, df`, fit.dfResidual, expected.dfResidual)
    .list(`${label}, fitted`, fit.binomial.fitted, expected.fitted);
}

function regressionGroups(): ReferenceGroup[] {
  const { terms, successes, trials, level } = teams();
  const full = fitQuasi({ terms, successes, trials }, 0.9);
  const trend = fitQuasi({ terms: [level], successes, trials });
  const plain = teamsExpected.binomial;
  const quasiExpected = teamsExpected.quasibinomial;
  const { slope, se, t, p } = teamsExpected.integration.quasiTrend;
  const years = fitQuasi(yearsInput());
  const binomial = new Group()
    .named('teams, coefficient', full.binomial.coefficients, plain.coefficients)
    .named('teams, error', full.binomial.standardErrors, plain.standardErrors)
    .value('teams, deviance', full.binomial.deviance, plain.deviance)
    .list('teams, covariance', full.binomial.covariance.flat(), extra.covariance.flat());
  const quasi = new Group()
    .value('teams, dispersion', full.dispersion, quasiExpected.dispersion)
    .named('teams, error', column(full.coefficients, 'standardError'), quasiExpected.standardErrors)
    .named('teams, t', column(full.coefficients, 't'), quasiExpected.t)
    .named('teams, p', column(full.coefficients, 'p'), quasiExpected.p)
    .named('teams, lower 90%', column(full.coefficients, 'lower'), extra.wald90.lower)
    .named('teams, upper 90%', column(full.coefficients, 'upper'), extra.wald90.upper)
    .named('trend', trend.coefficients[1]!, {
      estimate: slope,
      standardError: se,
      t,
      p,
    })
    .named('years, coefficient', column(years.coefficients, 'estimate'), extra.years.coefficients)
    .named('years, error', column(years.coefficients, 'standardError'), extra.years.standardErrors)
    .value('years, dispersion', years.dispersion, extra.years.dispersion)
    .value('years, deviance', years.binomial.deviance, extra.years.deviance)
    .list('years, fitted', years.binomial.fitted, extra.years.fitted);
  const { repeated, offset, ...edge } = edgeInput();
  const { repeated: _repeated, offset: _offset, ...under } = edgeInput(5);
  compareQuasi(quasi, 'under-dispersed', fitQuasi(under), extra.edge.under);
  const withRepeat = fitQuasi({ ...edge, terms: [...edge.terms, repeated] });
  compareQuasi(quasi, 'repeated column', withRepeat, extra.edge.withZeroRow);
  compareQuasi(quasi, 'offset', fitQuasi({ ...edge, offset }), extra.edge.offset);
  compareQuasi(
    quasi,
    'no intercept',
    fitQuasi({ ...edge, intercept: false }),
    extra.edge.noIntercept,
  );
  return [
    compareClients(binomial).as('binomialRegression', REGRESSION),
    quasi.as('quasiBinomialRegression', REGRESSION),
    betaBinomialGroup(),
    residualGroup(),
  ];
}

function betaBinomialGroup(): ReferenceGroup {
  const { terms, successes, trials } = teams();
  const full = fitBetaBinomial({ terms, successes, trials });
  const one = fitBetaBinomial({ terms: [], successes, trials });
  const expected = teamsExpected.betaBinomial;
  const errors = extra.betaBinomial.full;
  const alone = extra.betaBinomial.interceptOnly;
  return new Group()
    .named('coefficient', column(full.coefficients, 'estimate'), expected.coefficients)
    .value('rho', full.rho, expected.rho)
    .value('log likelihood', full.logLikelihood, expected.logLik)
    .named('error', column(full.coefficients, 'standardError'), errors.standardErrors)
    .value('error of log odds of rho', full.logOddsRhoStandardError, errors.logOddsRhoStandardError)
    .named('alone, coefficient', column(one.coefficients, 'estimate'), alone.coefficients)
    .named('alone, error', column(one.coefficients, 'standardError'), alone.standardErrors)
    .value('alone, rho', one.rho, alone.rho)
    .value('alone, log likelihood', one.logLikelihood, alone.logLik)
    .value('alone, error of rho', one.logOddsRhoStandardError, alone.logOddsRhoStandardError)
    .as('betaBinomialRegression', BETA_BINOMIAL);
}

function residualGroup(): ReferenceGroup {
  const { terms, successes, trials, level } = teams();
  const { row, jobEntries } = extra.residuals.departing;
  const odd = successes.map((x, i) => (i === row - 1 ? jobEntries : x));
  const group = new Group();
  const cases = [
    ['trend', { terms: [level], successes, trials }, extra.residuals.trend],
    ['full', { terms, successes, trials }, extra.residuals.full],
    ['departing', { terms: [level], successes: odd, trials }, extra.residuals.departing],
  ] as const;
  for (const [label, input, expected] of cases) {
    const found = only(trendResiduals(input), 'computed');
    const fit = fitBinomial(input);
    group
      .list(
        `${label}, residual`,
        found.residuals.map(({ residual }) => residual),
        expected.rstudent,
      )
      .list(
        `${label}, p`,
        found.residuals.map(({ p }) => p),
        expected.p,
      )
      .list(`${label}, leverage`, fit.leverages, expected.leverages)
      .list(`${label}, deviance residual`, fit.devianceResiduals, expected.devianceResiduals)
      .list(`${label}, Pearson residual`, fit.pearsonResiduals, expected.pearsonResiduals)
      .value(`${label}, furthest`, found.furthest.row + 1, expected.furthest)
      .value(`${label}, adjusted p`, found.furthest.adjustedP, expected.adjustedP);
  }
  const { x, n, level: levels, rstudent } = extra.residuals.far;
  const far = trendResiduals({
    terms: [{ name: 'level', values: levels }],
    successes: x,
    trials: n,
  });
  return group
    .list(
      'far off, residual',
      only(far, 'computed').residuals.map(({ residual }) => residual),
      rstudent,
    )
    .as('trendResiduals', REGRESSION);
}

/** Every comparison of scoring/statistics, and of the models in scoring/relations, with a value computed by R or published. */
export function referenceGroups(): ReferenceGroup[] {
  return [
    ...distributionGroups(),
    ...intervalGroups(),
    ...correlationGroups(),
    ...rankGroups(),
    ...exactDistributionGroups(),
    ...testGroups(),
    ...controlChartGroups(),
    ...survivalGroups(),
    ...agreementGroups(),
    ...clusterGroups(),
    ...regressionGroups(),
    ...clientModelGroups(),
    ...randomInterceptGroups(),
    ...figureEightGroups(),
    ...funnelGroups(),
  ];
}
