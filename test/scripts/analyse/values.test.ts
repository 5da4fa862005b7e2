import { describe, expect, it } from 'vitest';

import type { FigureEight } from '#scoring/relations/figure-eight.ts';
import type { ProportionFunnel } from '#scoring/relations/funnel.ts';
import type { CaseMix } from '#scoring/relations/case-mix.ts';
import type { QualityOddsRatio } from '#scoring/relations/quality-together.ts';
import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';
import agreementInR from '#test/reference/statistics/agreement.expected.json' with { type: 'json' };
import clientsInR from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import moreInR from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };
import extraInR from '#test/reference/statistics/relations-extra.expected.json' with { type: 'json' };
import separationInR from '#test/reference/statistics/separation.expected.json' with { type: 'json' };
import teamsInR from '#test/reference/statistics/teams.expected.json' with { type: 'json' };
import timesInR from '#test/reference/statistics/time-to-job.expected.json' with { type: 'json' };
import weeklyInR from '#test/reference/statistics/weekly-contacts.expected.json' with { type: 'json' };
import { relativeDifference } from '#test/scoring/statistics/relative-difference.ts';
import { completeClients } from '#test/scoring/statistics/client-table.ts';
import { only } from '#test/scoring/statistics/reference-group.ts';
import { csvFile, referenceFile } from './files.ts';
import { resultOf, resultOfProcess } from './run-process.ts';

type Values = Readonly<Record<string, number>>;

/** Every value that R names, within its tolerance; relative, and absolute below 1. */
function expectClose(found: Values, inR: Values, tolerance: number): void {
  expect(Object.keys(found)).toEqual(expect.arrayContaining(Object.keys(inR)));
  const off = Object.entries(inR).filter(
    ([name, value]) => !(relativeDifference(found[name]!, value) <= tolerance),
  );
  expect(off).toEqual([]);
}

/** The name R gives a coefficient: column and category without anything between. */
function byNameInR(rows: LogisticFit['coefficients'], key: 'estimate' | 'standardError'): Values {
  return Object.fromEntries(rows.map((row) => [row.name.replace(': ', ''), row[key]]));
}

const references = Object.entries(clientsInR.references);
const clients = referenceFile('clients.csv');
const jobStart = ['--outcome', 'job_start'];
/** The terms of the evaluation's model and their references, less some. */
function factors(...without: readonly string[]): string[] {
  const kept = references.filter(([column]) => !without.includes(column));
  return [
    ...['--terms', [...kept.map(([column]) => column), 'age'].join(',')],
    ...kept.flatMap(([column, category]) => ['--reference', `${column}=${category}`]),
  ];
}

/** Each runs the real command in a process of its own. */
describe.concurrent('analyse gives the values of R', () => {
  it('for model', async () => {
    const fit = await resultOfProcess<LogisticFit>(['model', clients, ...jobStart, ...factors()]);
    const inR = extraInR.clients.withMeetings;
    expectClose(byNameInR(fit.coefficients, 'estimate'), inR.coefficients, 1e-8);
    expectClose(byNameInR(fit.coefficients, 'standardError'), inR.standardErrors, 1e-8);
    const { deviance, aic, n } = clientsInR.withMeetings;
    expectClose({ deviance: fit.deviance, aic: fit.aic!, n: fit.n }, { deviance, aic, n }, 1e-10);
  });

  it('for relate', async () => {
    interface Relation {
      readonly input: { readonly key: string };
      readonly pearson: { readonly r: number; readonly lower: number; readonly p: number };
      readonly spearman: { readonly r: number; readonly upper: number };
    }
    const result = await resultOfProcess<{
      readonly inputs: readonly Relation[];
      readonly integration: { readonly trend: Values; readonly rankTrend: Values };
      readonly together: {
        readonly oddsRatios: readonly QualityOddsRatio[];
        readonly dispersion: number;
      };
    }>(['relate', referenceFile('teams.csv')]);
    for (const key of ['fidelity', 'contacts', 'meetings'] as const) {
      const { pearson, spearman } = result.inputs.find(({ input }) => input.key === key)!;
      const [r, rho] = [teamsInR.pearson[key], teamsInR.spearman[key]];
      expectClose({ ...pearson }, r, 1e-10);
      expectClose(
        { rho: spearman.r, upper: spearman.upper },
        { rho: rho.rho, upper: rho.upper },
        1e-10,
      );
    }
    const { slope, se, t, p } = teamsInR.integration.quasiTrend;
    expectClose(result.integration.trend, { slope, standardError: se, t, p }, 1e-8);
    const { statistic, z } = teamsInR.integration.jonckheere;
    expectClose(result.integration.rankTrend, { statistic, z }, 1e-10);
    const estimates = Object.fromEntries(
      result.together.oddsRatios.map((ratio) => [ratio.name, ratio.estimate]),
    );
    const inR = teamsInR.binomial.coefficients;
    const expected = {
      fidelity: 10 * inR.fidelity,
      'integration-medium': inR.integrationmedium,
      'integration-high': inR.integrationhigh,
      contacts: inR.contacts_per_week,
      meetings: inR.meetings_per_client,
    };
    expectClose(estimates, expected, 1e-8);
    const { dispersion } = teamsInR.quasibinomial;
    expectClose({ dispersion: result.together.dispersion }, { dispersion }, 1e-8);
  });

  it('for funnel', async () => {
    const { rates } = await resultOfProcess<{ readonly rates: ProportionFunnel }>([
      ...['funnel', referenceFile('teams.csv')],
    ]);
    const { target, phi, tauSquared } = teamsInR.funnel;
    const found = { target: rates.target, ...rates.overdispersion! };
    expectClose(found, { target, phi, tauSquared }, 1e-10);
  });

  it('for figure-eight', async () => {
    const others = factors('team', 'meeting_band');
    const chosen = references.filter(([column]) => ['team', 'meeting_band'].includes(column));
    const figure = await resultOfProcess<FigureEight>([
      ...['figure-eight', clients, ...jobStart, '--team', 'team', '--bands', 'meeting_band'],
      ...[...others, '--refits', '10'],
      ...chosen.flatMap(([column, category]) => ['--reference', `${column}=${category}`]),
    ]);
    expect(figure.reference.team).toBe(clientsInR.references.team);
    for (const [name, inR] of Object.entries(clientsInR.figure8)) {
      const team = figure.teams.find((each) => each.team === name)!;
      const found = {
        oddsRatioWith: team.oddsRatioWith.value,
        oddsRatioWithout: team.oddsRatioWithout.value,
        oddsRatioWithoutSameScale: team.oddsRatioWithoutSameScale!.value,
        ameWith: team.effectWith.effect,
        ameWithout: team.effectWithout.effect,
        ameChange: team.change.value,
      };
      expectClose(found, inR, 1e-8);
    }
  });

  it('for survival', async () => {
    interface Curve {
      readonly at: readonly { readonly estimate: Values }[];
      readonly median: { readonly time: number };
    }
    const result = await resultOfProcess<{
      readonly overall: Curve;
      readonly comparison: {
        readonly groups: readonly (Curve & { readonly group: 'low' | 'medium' | 'high' })[];
        readonly logRank: Values;
      };
      readonly cox: { readonly coefficients: readonly { name: string; estimate: number }[] };
    }>([
      ...['survival', referenceFile('time-to-job.csv'), '--time', 'days', '--event', 'job_start'],
      ...['--group', 'integration', '--at', timesInR.times.join(','), '--terms', 'integration'],
      ...['--reference', 'integration=low'],
    ]);
    for (const [index, { estimate }] of result.overall.at.entries()) {
      const inR = {
        survival: timesInR.survival[index]!,
        standardError: timesInR.se[index]!,
        atRisk: timesInR.atRisk[index]!,
      };
      expectClose(estimate, inR, 1e-10);
    }
    for (const { group, median } of result.comparison.groups) {
      expect(median.time).toBe(timesInR.medianByGroup[group]);
    }
    const { chisq: chiSquared, df, p } = timesInR.logRank;
    expectClose(result.comparison.logRank, { chiSquared, df, p }, 1e-10);
    const cox = result.cox.coefficients.map(({ name, estimate }) => [
      name.replace(': ', ''),
      estimate,
    ]);
    expectClose(Object.fromEntries(cox) as Values, timesInR.coxEfron.coefficients, 1e-6);
  });

  it('for agreement', async () => {
    const result = await resultOfProcess<{
      readonly ratings: { readonly exact: Values; readonly withinOne: Values };
      readonly kappa: Values;
      readonly totals: Values;
      readonly alpha: readonly { readonly value: number }[];
    }>(['agreement', referenceFile('agreement.csv')]);
    const found = {
      exactAgreement: result.ratings.exact.value!,
      withinOne: result.ratings.withinOne.value!,
      weightedKappaQuadratic: result.kappa.value!,
      cronbachAlphaOfA: result.alpha[0]!.value,
    };
    const { exactAgreement, withinOne, weightedKappaQuadratic, cronbachAlphaOfA } = agreementInR;
    const inR = { exactAgreement, withinOne, weightedKappaQuadratic, cronbachAlphaOfA };
    expectClose(found, inR, 1e-10);
    const { estimate: value, lower, upper } = agreementInR.icc21Totals;
    expectClose(result.totals, { value, lower, upper }, 1e-10);
  });

  it('for spc', async () => {
    const { points } = await resultOfProcess<{
      readonly points: readonly { readonly limits: Values }[];
    }>([
      ...['spc', referenceFile('weekly-contacts.csv'), '--value', 'contacts', '--label', 'week'],
    ]);
    expect(points).toHaveLength(26);
    expectClose(points[0]!.limits, weeklyInR.first12.unscreened, 1e-10);
  });
});

describe('the variants of a subject give the values of R', () => {
  it('for model: Firth’s method where outcomes are separated', async () => {
    const file = referenceFile('separation.csv');
    const terms = ['--terms', 'self_referral,age10,meetings'];
    const fit = await resultOf<LogisticFit>(['model', file, ...jobStart, ...terms, '--profile']);
    expect(fit.method).toBe('firth');
    expect(fit.separated.map(({ name }) => name)).toEqual([separationInR.separated]);
    const [estimates, errors] = [
      separationInR.firthCoefficients,
      separationInR.firthStandardErrors,
    ];
    expectClose(byNameInR(fit.coefficients, 'estimate'), estimates, 1e-8);
    expectClose(byNameInR(fit.coefficients, 'standardError'), errors, 1e-8);
  });

  it('for model: errors that are robust to clusters', async () => {
    const table = completeClients();
    const names = ['job_start', 'team', 'convicted', 'age', 'sex'];
    const rows = [...table.job_start!.keys()].map((row) => names.map((name) => table[name]![row]!));
    const terms = ['--terms', 'convicted,age,sex', '--reference', 'sex=Male'];
    const { clusterRobust } = await resultOf<LogisticFit>([
      ...['model', csvFile(names.join(','), rows), ...jobStart, ...terms, '--cluster', 'team'],
    ]);
    const inR = moreInR.cluster;
    const { coefficients } = only(clusterRobust!, 'computed');
    const named = (key: 'standardError' | 'p' | 'upper'): Values =>
      Object.fromEntries(coefficients.map((row) => [row.name.replace(': ', ''), row[key]]));
    expectClose(named('standardError'), inR.widerStandardErrors, 1e-8);
    expectClose(named('p'), inR.p, 1e-8);
    expectClose(named('upper'), inR.upper, 1e-8);
  });

  it('for funnel: case mix', async () => {
    const complete = factors('team', 'meeting_band');
    const { caseMix } = await resultOf<{ readonly caseMix: CaseMix }>([
      ...['funnel', clients, ...jobStart, '--team', 'team', ...complete],
    ]);
    const expected = Object.fromEntries(caseMix.teams.map((team) => [team.team, team.expected]));
    expectClose(expected, clientsInR.expectedByTeamWithoutTeamAndMeetings, 1e-8);
  });
});
