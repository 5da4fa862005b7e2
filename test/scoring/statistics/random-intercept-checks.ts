import type { ModelSpec, Table } from '#scoring/statistics/model-frame.ts';
import {
  randomIntercept,
  type RandomInterceptFit,
  type RandomInterceptOptions,
} from '#scoring/statistics/random-intercept.ts';
import mixed from '#test/reference/statistics/mixed.expected.json' with { type: 'json' };
import extra from '#test/reference/statistics/regression-extra.expected.json' with { type: 'json' };

import { tableOf } from './client-table.ts';
import { Group, only, type ReferenceGroup } from './reference-group.ts';

const MIXED = 1e-4;
const INTEGRATED = 1e-6;

export function mixedTable(): Table {
  return tableOf('mixed.csv', ['a', 'b', 'job_start']);
}

export const mixedSpec: ModelSpec = {
  outcome: 'job_start',
  groups: 'team',
  terms: [
    { kind: 'numeric', column: 'a' },
    { kind: 'numeric', column: 'b' },
  ],
};

export function fitMixed(
  table: Table,
  spec: ModelSpec,
  options?: RandomInterceptOptions,
): RandomInterceptFit {
  return only(randomIntercept(table, spec, options), 'fitted');
}

function coefficientsOf(
  fit: RandomInterceptFit,
  key: 'estimate' | 'standardError',
): Record<string, number> {
  return Object.fromEntries(fit.coefficients.map((entry) => [entry.name, entry[key]]));
}

/** The comparisons of the random intercept with glmer, and with integration in R. */
export function randomInterceptGroups(): ReferenceGroup[] {
  const laplace = fitMixed(mixedTable(), mixedSpec, { points: 1 });
  const fifteen = fitMixed(mixedTable(), mixedSpec, { points: 15 });
  const many = fitMixed(mixedTable(), mixedSpec, { points: 31 });
  const glmer = new Group();
  for (const [label, fit, expected] of [
    ['Laplace', laplace, mixed.laplace],
    ['15 points', fifteen, mixed.agq15],
  ] as const) {
    glmer
      .named(`${label}, coefficient`, coefficientsOf(fit, 'estimate'), expected.fixed)
      .named(`${label}, error`, coefficientsOf(fit, 'standardError'), expected.se)
      .value(`${label}, spread`, fit.spread, expected.sd)
      .value(`${label}, log likelihood`, fit.logLikelihood, expected.logLik);
  }
  const effects = Object.fromEntries(laplace.groups.map(({ group, effect }) => [group, effect]));
  const { maximum } = extra.mixed;
  return [
    glmer
      .named('Laplace, effect', effects, mixed.conditionalModesLaplace)
      .as('randomIntercept', MIXED),
    new Group()
      .named('coefficient', coefficientsOf(many, 'estimate'), maximum.fixed)
      .named('error', coefficientsOf(many, 'standardError'), maximum.standardErrors)
      .value('spread', many.spread, maximum.sd)
      .value('log likelihood', many.logLikelihood, maximum.logLik)
      .as('randomIntercept, 31 points', INTEGRATED),
  ];
}
