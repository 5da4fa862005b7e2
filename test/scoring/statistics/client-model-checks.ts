import { clusterErrors } from '#scoring/statistics/cluster-robust.ts';
import { fitModel, type FittedModel } from '#scoring/statistics/logistic-fit.ts';
import { likelihoodRatioTest } from '#scoring/statistics/likelihood-ratio-test.ts';
import {
  logisticRegression,
  type LogisticOptions,
} from '#scoring/statistics/logistic-regression.ts';
import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';
import { modelColumns } from '#scoring/statistics/model-columns.ts';
import {
  modelFrame,
  type CategoricalValues,
  type ModelSpec,
  type Table,
} from '#scoring/statistics/model-frame.ts';
import clientsExpected from '#test/reference/statistics/clients.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };
import relationsExtra from '#test/reference/statistics/relations-extra.expected.json' with { type: 'json' };
import separationExpected from '#test/reference/statistics/separation.expected.json' with { type: 'json' };

import {
  clientTable,
  clientTerms,
  completeClients,
  jobStart,
  nameInR,
  tableOf,
} from './client-table.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';

const REGRESSION = 1e-8;
const PROFILE = 1e-6;
const CLOSED_FORM = 1e-10;

export function fitLogistic(table: Table, spec: ModelSpec, options?: LogisticOptions): LogisticFit {
  return only(logisticRegression(table, spec, options), 'fitted');
}

/** A model fitted without the result made of it. */
export function fittedModel(table: Table, spec: ModelSpec): FittedModel {
  const fit = fitModel(modelColumns('test', modelFrame('test', table, spec)), 'maximum-likelihood');
  if (fit.outcome !== 'fitted') throw new Error(`expected a fit, got ${fit.outcome}`);
  return fit.model;
}

export function separationTable(): Table {
  return tableOf('separation.csv', ['self_referral', 'age10', 'meetings', 'job_start']);
}

export const separationTerms = ['self_referral', 'age10', 'meetings'].map(
  (column) => ({ kind: 'numeric', column }) as const,
);

type CoefficientNumber = (coefficient: LogisticFit['coefficients'][number]) => number;

/** One number of every coefficient, under the name R gives it. */
export function byNameInR(fit: LogisticFit, of: CoefficientNumber): Record<string, number> {
  return Object.fromEntries(fit.coefficients.map((entry) => [nameInR(entry), of(entry)]));
}

const estimate: CoefficientNumber = (c) => c.estimate;
const standardError: CoefficientNumber = (c) => c.standardError;
const lower: CoefficientNumber = (c) => c.profile?.lower ?? NaN;
const upper: CoefficientNumber = (c) => c.profile?.upper ?? NaN;
const profileP: CoefficientNumber = (c) => c.profile?.p ?? NaN;

/** The small model of regression-extra.expected.json, with weights and an offset. */
export function weightedModel(): { readonly table: Table; readonly spec: ModelSpec } {
  const { copies, known } = extra.weighted;
  return {
    table: { ...completeClients(), copies, known },
    spec: jobStart(
      clientTerms().filter(({ column }) => ['convicted', 'age', 'meeting_band'].includes(column)),
      { weights: 'copies', offset: 'known' },
    ),
  };
}

/** Clusters as a frame holds them. */
export function clustersOf(names: readonly string[]): CategoricalValues {
  const categories = [...new Set(names)].sort();
  const codes = Int32Array.from(names, (name) => categories.indexOf(name));
  return { kind: 'categorical', column: 'team', categories, codes };
}

/** One job start among 14 of one kind, five among six of another. */
export function lopsidedTable(): Table {
  return { job_start: extra.lopsided.y, g: extra.lopsided.g };
}

/** The 36 groups of relations-extra.expected.json by outcome: two rows of clients to a year and area. */
function rawYears(): { readonly table: Table; readonly spec: ModelSpec } {
  const { year, successes, trials } = relationsExtra.years;
  const both = (values: readonly number[]) => [...values, ...values];
  return {
    table: {
      job_start: [...year.map(() => 1), ...year.map(() => 0)],
      weight: [...successes, ...trials.map((n, i) => n - successes[i]!)],
      year: both(year),
      square: both(year.map((value) => value * value)),
    },
    spec: {
      outcome: 'job_start',
      weights: 'weight',
      terms: [
        { kind: 'numeric', column: 'year' },
        { kind: 'numeric', column: 'square' },
      ],
    },
  };
}

function logisticGroups(): ReferenceGroup[] {
  const table = completeClients();
  const full = fitLogistic(clientTable(), jobStart(clientTerms()), { marginalEffects: true });
  const without = fitLogistic(table, jobStart(clientTerms('meeting_band')), { profile: false });
  const weighted = weightedModel();
  const small = fitLogistic(weighted.table, weighted.spec);
  const lopsided = fitLogistic(lopsidedTable(), jobStart([{ kind: 'numeric', column: 'g' }]));
  const wide = fitLogistic(lopsidedTable(), jobStart([{ kind: 'numeric', column: 'g' }]), {
    level: 0.99,
  });
  const years = rawYears();
  const yearly = fitLogistic(years.table, years.spec, { profile: false });
  const logistic = new Group();
  for (const [label, fit, expected, errors] of [
    ['full', full, clientsExpected.withMeetings, relationsExtra.clients.withMeetings],
    ['without', without, clientsExpected.withoutMeetings, relationsExtra.clients.withoutMeetings],
    ['weighted', small, extra.weighted, extra.weighted],
    ['lopsided', lopsided, extra.lopsided, extra.lopsided],
  ] as const) {
    logistic
      .named(`${label}, coefficient`, byNameInR(fit, estimate), expected.coefficients)
      .named(`${label}, error`, byNameInR(fit, standardError), errors.standardErrors)
      .value(`${label}, deviance`, fit.deviance, expected.deviance)
      .value(`${label}, null deviance`, fit.nullDeviance, expected.nullDeviance)
      .value(`${label}, AIC`, fit.aic ?? NaN, expected.aic)
      .value(`${label}, n`, fit.n, expected.n)
      .value(`${label}, events`, fit.events, expected.events);
  }
  logistic
    .list('raw years, coefficient', yearly.coefficients.map(estimate), extra.rawYears.coefficients)
    .list(
      'raw years, error',
      yearly.coefficients.map(standardError),
      extra.rawYears.standardErrors,
    );
  const { lower: low99, upper: high99 } = extra.lopsided.profile99;
  const meetings = likelihoodRatioTest(table, jobStart(clientTerms()), ['meeting_band']);
  const team = likelihoodRatioTest(table, jobStart(clientTerms()), ['team']);
  const bands = clientsExpected.likelihoodRatioForMeetings;
  const teams = extra.likelihoodRatioForTeam;
  return [
    logistic.as('logisticRegression', REGRESSION),
    new Group()
      .named('full, lower', byNameInR(full, lower), clientsExpected.withMeetings.profileLower)
      .named('full, upper', byNameInR(full, upper), clientsExpected.withMeetings.profileUpper)
      .named('weighted, lower', byNameInR(small, lower), extra.weighted.lower)
      .named('weighted, upper', byNameInR(small, upper), extra.weighted.upper)
      .named('weighted, p', byNameInR(small, profileP), extra.weighted.likelihoodRatioP)
      .named('lopsided, lower', byNameInR(lopsided, lower), extra.lopsided.lower)
      .named('lopsided, upper', byNameInR(lopsided, upper), extra.lopsided.upper)
      .named('lopsided at 99%, lower', byNameInR(wide, lower), low99)
      .named('lopsided at 99%, upper', byNameInR(wide, upper), high99)
      .as('logisticRegression, profile limits', PROFILE),
    new Group()
      .named('bands', only(meetings, 'computed'), { chiSquared: bands.chisq, df: 3, p: bands.p })
      .named('team', only(team, 'computed'), { chiSquared: teams.chisq, df: 7, p: teams.p })
      .as('likelihoodRatioTest', REGRESSION),
    effectGroup(full),
    rateGroup(full),
  ];
}

function effectGroup(full: LogisticFit): ReferenceGroup {
  const group = new Group();
  const find = (column: string, category: string | null) =>
    full.marginalEffects?.find((e) => e.column === column && e.category === category);
  for (const { column, category, effect, standardError: error } of extra.marginalEffects) {
    const found = find(column, category ?? null);
    group
      .value(`${column} ${category ?? ''}`, found?.effect, effect)
      .value(`${column} ${category ?? ''}, error`, found?.standardError, error);
  }
  const given = clientsExpected.averageMarginalEffect;
  return group
    .value(
      'bands',
      find('meeting_band', '13 or more')?.effect,
      given['meeting_band 13 or more vs 1 to 4'],
    )
    .value('convicted', find('convicted', 'Yes')?.effect, given['convicted Yes vs No'])
    .as('marginalEffects', REGRESSION);
}

function rateGroup(full: LogisticFit): ReferenceGroup {
  const group = new Group();
  for (const [category, { n, events, ci95 }] of Object.entries(extra.rates.last_job)) {
    const found = full.categories.find(
      (rate) => rate.column === 'last_job' && rate.category === category,
    );
    group
      .value(`${category}, n`, found?.n, n)
      .value(`${category}, events`, found?.events, events)
      .value(`${category}, lower`, found?.interval?.lower, ci95[0])
      .value(`${category}, upper`, found?.interval?.upper, ci95[1]);
  }
  return group.as('categoryRates', CLOSED_FORM);
}

function clusterGroup(): ReferenceGroup {
  const table = completeClients();
  const noTeam = fittedModel(table, jobStart(clientTerms('team')));
  const many = clusterErrors(noTeam, clustersOf(table.team as string[]));
  const inR = (errors: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(noTeam.meanings.map((m) => [nameInR(m), errors[m.name]!]));
  const given = clientsExpected.clusterByTeamWithoutTeamInModel;
  const spec = jobStart(
    clientTerms().filter(({ column }) => ['convicted', 'age', 'sex'].includes(column)),
  );
  const few = fitLogistic(table, spec, { cluster: 'team', byRow: true, profile: false });
  const robust = only(few.clusterRobust!, 'computed');
  const meaningOf = new Map(few.coefficients.map((c) => [c.name, nameInR(c)]));
  const named = (of: (c: (typeof robust.coefficients)[number]) => number) =>
    Object.fromEntries(robust.coefficients.map((c) => [meaningOf.get(c.name)!, of(c)]));
  return new Group()
    .named('many, HC0', inR(many.standardErrors), given.HC0timesGoverGminus1)
    .named('many, HC1', inR(many.widerStandardErrors), given.HC1)
    .named(
      'few, error',
      named((c) => c.standardError),
      extra.cluster.widerStandardErrors,
    )
    .named(
      'few, p',
      named((c) => c.p),
      extra.cluster.p,
    )
    .named(
      'few, lower',
      named((c) => c.lower),
      extra.cluster.lower,
    )
    .named(
      'few, upper',
      named((c) => c.upper),
      extra.cluster.upper,
    )
    .list('few, leverage', few.leverages!, extra.cluster.leverages)
    .as('clusterRobust, leverages', REGRESSION);
}

function firthGroups(): ReferenceGroup[] {
  const fit = fitLogistic(separationTable(), jobStart(separationTerms));
  const clients = fitLogistic(completeClients(), jobStart(clientTerms()), {
    method: 'firth',
    profile: false,
  });
  const { separation, clients: clientsInR } = extra.firth;
  return [
    new Group()
      .named('brglm2, coefficient', byNameInR(fit, estimate), separationExpected.firthCoefficients)
      .named('brglm2, error', byNameInR(fit, standardError), separationExpected.firthStandardErrors)
      .named('definition, coefficient', byNameInR(fit, estimate), separation.coefficients)
      .value('likelihood', fit.penalisedLogLikelihood ?? NaN, separation.penalisedLogLikelihood)
      .named('clients, coefficient', byNameInR(clients, estimate), clientsInR.coefficients)
      .named('clients, error', byNameInR(clients, standardError), clientsInR.standardErrors)
      .value(
        'clients, likelihood',
        clients.penalisedLogLikelihood ?? NaN,
        clientsInR.penalisedLogLikelihood,
      )
      .as("logisticRegression, Firth's method", REGRESSION),
    new Group()
      .named('lower', byNameInR(fit, lower), separation.lower)
      .named('upper', byNameInR(fit, upper), separation.upper)
      .named('p', byNameInR(fit, profileP), separation.p)
      .as("logisticRegression, Firth's limits", PROFILE),
  ];
}

/** The comparisons of regressions from a table of clients. */
export function clientModelGroups(): ReferenceGroup[] {
  return [...logisticGroups(), clusterGroup(), ...firthGroups()];
}
