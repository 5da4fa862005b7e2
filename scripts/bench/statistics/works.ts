import {
  fitModel,
  type FittedModel,
  type LogisticMethod,
} from '#scoring/statistics/logistic-fit.ts';
import {
  logisticRegression,
  type LogisticOptions,
} from '#scoring/statistics/logistic-regression.ts';
import type { LogisticFit } from '#scoring/statistics/logistic-result.ts';
import { inUnits } from '#scoring/statistics/design.ts';
import { modelColumns } from '#scoring/statistics/model-columns.ts';
import { modelFrame, type ModelFrame } from '#scoring/statistics/model-frame.ts';
import { randomIntercept } from '#scoring/statistics/random-intercept.ts';
import { refit } from '#scoring/statistics/refit.ts';

import { bootstrapWeights, type Design } from './designs.ts';

/** What is timed; its numbers are compared with R's, in the same order. */
export type Work = () => readonly number[];

/** Rounds of the bootstrap. */
export const ROUNDS = 1000;

/**
 * Our side of the benchmark, by name. Each takes a design, gets ready (not timed) and gives what is timed. A bare fit
 * starts from columns of numbers and codes, as R's glm.fit does from a matrix; the others start from the table.
 */
export const works = {
  'bare fit': (design: Design) => bareWork(design, 'maximum-likelihood'),
  logisticRegression: (design: Design) => () => estimatesOf(model(design, { profile: false })),
  'profile intervals': (design: Design) => () => limitsOf(model(design, {})),
  'Firth, bare fit': (design: Design) => bareWork(design, 'firth'),
  'Firth, profile intervals': (design: Design) => () =>
    limitsOf(model(design, { method: 'firth' })),
  'random intercept, Laplace': (design: Design) => () => mixed(design, 1),
  'random intercept, 15 points': (design: Design) => () => mixed(design, 15),
  'bootstrap, 1,000 refits': (design: Design) => bootstrap(design),
} satisfies Record<string, (design: Design) => Work>;

export type WorkName = keyof typeof works;

function frameOf({ table, spec }: Design): ModelFrame {
  return modelFrame('bench', table, spec);
}

function bareFit(frame: ModelFrame, method: LogisticMethod): FittedModel {
  const fit = fitModel(modelColumns('bench', frame), method);
  if (fit.outcome !== 'fitted') throw new Error(`No fit: ${fit.outcome}`);
  return fit.model;
}

/** Coefficients, then their standard errors. */
function bareWork(design: Design, method: LogisticMethod): Work {
  const frame = frameOf(design);
  return () => {
    const { estimates, factor } = bareFit(frame, method);
    return [...estimates, ...factor.map((row) => Math.hypot(...row))];
  };
}

function model({ table, spec }: Design, options: LogisticOptions): LogisticFit {
  const fit = logisticRegression(table, spec, options);
  if (fit.status !== 'fitted') throw new Error(`No fit: ${fit.status}`);
  return fit;
}

/** Coefficients, then their standard errors. */
function estimatesOf({ coefficients }: LogisticFit): readonly number[] {
  return [
    ...coefficients.map(({ estimate }) => estimate),
    ...coefficients.map(({ standardError }) => standardError),
  ];
}

/** All lower limits, then all upper ones. */
function limitsOf({ coefficients }: LogisticFit): readonly number[] {
  return [
    ...coefficients.map(({ profile }) => profile?.lower ?? NaN),
    ...coefficients.map(({ profile }) => profile?.upper ?? NaN),
  ];
}

/** Coefficients, their standard errors, and the spread of the teams. */
function mixed({ table, spec }: Design, points: number): readonly number[] {
  const fit = randomIntercept(table, { ...spec, groups: 'team' }, { points });
  if (fit.status !== 'fitted') throw new Error(`No fit: ${fit.status}`);
  const { coefficients, spread } = fit;
  return [
    ...coefficients.map(({ estimate }) => estimate),
    ...coefficients.map(({ standardError }) => standardError),
    spread,
  ];
}

/** Coefficients of every round, the first fit included in the time. */
function bootstrap(design: Design): Work {
  const frame = frameOf(design);
  const rounds = bootstrapWeights(design.outcome.length, ROUNDS);
  return () => {
    const found = bareFit(frame, 'maximum-likelihood');
    return rounds.flatMap((weights) => {
      const { parameters } = found.maximum;
      const round = refit(found, frame.outcome, weights, 'maximum-likelihood', parameters);
      if (round === undefined || round.isSeparated) throw new Error('A round without an answer');
      return inUnits(found.design, round.parameters);
    });
  };
}
