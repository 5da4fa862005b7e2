import { coxRegression, type CoxFit } from '#scoring/statistics/survival/cox-regression.ts';
import { hazardChangePoint } from '#scoring/statistics/survival/hazard-change-point.ts';
import { kaplanMeier, survivalAt } from '#scoring/statistics/survival/kaplan-meier.ts';
import { logRank } from '#scoring/statistics/survival/log-rank.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';
import change from '#test/reference/statistics/change-point.expected.json' with { type: 'json' };
import expected from '#test/reference/statistics/survival.expected.json' with { type: 'json' };
import jobs from '#test/reference/statistics/time-to-job.expected.json' with { type: 'json' };

import { timeToJob } from './reference-data.ts';
import { Group, only, type Named, type ReferenceGroup } from './reference-group.ts';

const CLOSED_FORM = 1e-10;
const COX = 1e-6;

function curveGroup(): ReferenceGroup {
  const group = new Group();
  const { all, byLevel } = timeToJob();
  const curve = only(kaplanMeier(all), 'computed');
  const found = jobs.times.map((time) => survivalAt(curve, time)!);
  for (const key of ['atRisk', 'survival', 'lower', 'upper'] as const) {
    group.list(
      key,
      found.map((estimate) => estimate[key] ?? NaN),
      jobs[key],
    );
  }
  group.list(
    'error',
    found.map((estimate) => estimate.standardError),
    jobs.se,
  );
  for (const [level, median] of Object.entries(jobs.medianByGroup)) {
    const { time } = only(kaplanMeier(byLevel[level]!), 'computed').median;
    group.value(`median, ${level}`, time, median);
  }
  for (const [name, wanted] of Object.entries(expected.curves)) {
    const { steps, median } = only(kaplanMeier(wanted, name === 'narrow' ? 0.8 : 0.95), 'computed');
    for (const key of ['time', 'atRisk', 'survival', 'standardError'] as const) {
      group.list(
        `${name}, ${key}`,
        steps.map((step) => step[key]),
        wanted[key],
      );
    }
    for (const [i, step] of steps.entries()) {
      // R writes NA, and so null, where there is no limit; -1 stands for that on both sides.
      group.value(`${name}, lower ${i + 1}`, step.lower ?? -1, wanted.lower[i] ?? -1);
      group.value(`${name}, upper ${i + 1}`, step.upper ?? -1, wanted.upper[i] ?? -1);
    }
    group
      .value(`${name}, median`, median.time ?? -1, wanted.median ?? -1)
      .value(`${name}, median lower`, median.lower ?? -1, wanted.medianLower ?? -1)
      .value(`${name}, median upper`, median.upper ?? -1, wanted.medianUpper ?? -1);
  }
  return group.as('kaplanMeier', CLOSED_FORM);
}

/** The two hundred people of make-survival.R. */
export function tiedPeople() {
  const { times, events, age, meetings, year, group } = expected.people;
  const dummy = (level: string) => ({
    name: `g${level}`,
    values: group.map((own) => (own === level ? 1 : 0)),
  });
  return {
    data: { times, events },
    terms: [
      { name: 'age', values: age },
      { name: 'meetings', values: meetings },
      ...['b', 'c', 'd'].map(dummy),
    ],
    years: [
      { name: 'year', values: year },
      { name: 'yearSquared', values: year.map((value) => value * value) },
    ],
    groups: ['a', 'b', 'c', 'd'].map((level): SurvivalTimes => {
      const own = times.map((_, i) => group[i] === level);
      return { times: times.filter((_, i) => own[i]), events: events.filter((_, i) => own[i]) };
    }),
  };
}

function byName(fit: CoxFit, key: 'estimate' | 'standardError' | 'z' | 'p' | 'lower' | 'upper') {
  return Object.fromEntries(fit.coefficients.map((entry) => [entry.name, entry[key]]));
}

function coxGroup(): ReferenceGroup {
  const { all, terms } = timeToJob();
  const { coxEfron } = jobs;
  const fit = only(coxRegression(all, terms), 'fitted');
  const { data, terms: more, years } = tiedPeople();
  const tied = only(coxRegression(data, more), 'fitted');
  const curved = only(coxRegression(data, years), 'fitted');
  const { cox } = expected;
  const tables: readonly (readonly [Parameters<typeof byName>[1], Named])[] = [
    ['estimate', cox.coefficients],
    ['standardError', cox.standardErrors],
    ['z', cox.z],
    ['p', cox.p],
    ['lower', cox.lower],
    ['upper', cox.upper],
  ];
  const group = new Group()
    .named('time to job, coefficient', byName(fit, 'estimate'), coxEfron.coefficients)
    .named('time to job, error', byName(fit, 'standardError'), coxEfron.se)
    .list(
      'time to job, log likelihood',
      [fit.nullLogLikelihood, fit.logLikelihood],
      coxEfron.logLik,
    );
  for (const [key, wanted] of tables) group.named(`ties, ${key}`, byName(tied, key), wanted);
  const [first, second] = curved.coefficients;
  return group
    .value('ties, log likelihood', tied.logLikelihood, cox.logLikelihood)
    .value('ties, null log likelihood', tied.nullLogLikelihood, cox.nullLogLikelihood)
    .value('ties, likelihood ratio', tied.likelihoodRatio.chiSquared, cox.likelihoodRatio)
    .value('ties, likelihood ratio p', tied.likelihoodRatio.p, cox.p3)
    .value('years', first?.estimate, expected.years.year)
    .value('years, error', first?.standardError, expected.years.yearError)
    .value('years squared', second?.estimate, expected.years.yearSquared)
    .value('years squared, error', second?.standardError, expected.years.yearSquaredError)
    .as('coxRegression', COX);
}

/** Time-to-event functions beside R's survival package. */
export function survivalGroups(): ReferenceGroup[] {
  const { byLevel } = timeToJob();
  const levels = only(logRank(Object.values(byLevel)), 'computed');
  const { groups } = tiedPeople();
  const four = only(logRank(groups), 'computed');
  const [a, b, c, d] = groups as [SurvivalTimes, SurvivalTimes, SurvivalTimes, SurvivalTimes];
  const rest: SurvivalTimes = {
    times: [a, c, d].flatMap(({ times }) => times),
    events: [a, c, d].flatMap(({ events }) => events),
  };
  const two = only(logRank([b, rest]), 'computed');
  const { observed, expected: wanted, ...test } = expected.logRank.four;
  let left = 6080;
  const atRisk = change.months.map((count) => (left -= count) + count);
  const point = only(hazardChangePoint({ events: change.months, atRisk }), 'computed');
  return [
    curveGroup(),
    new Group()
      .value('time to job, chi-squared', levels.chiSquared, jobs.logRank.chisq)
      .value('time to job, df', levels.df, jobs.logRank.df)
      .value('time to job, p', levels.p, jobs.logRank.p)
      .named('ties', four, test)
      .list(
        'ties, observed',
        four.groups.map((group) => group.observed),
        observed,
      )
      .list(
        'ties, expected',
        four.groups.map((group) => group.expected),
        wanted,
      )
      .named('two groups', two, expected.logRank.two)
      .as('logRank', CLOSED_FORM),
    coxGroup(),
    new Group()
      .list(
        'log likelihood',
        point.logLikelihood.map(({ value }) => value),
        change.logLik,
      )
      .value('month', point.month, change.estimate)
      .list('interval', [point.lower, point.upper], change.interval)
      .as('hazardChangePoint', CLOSED_FORM),
  ];
}
