import type { BinomialFit } from '#scoring/statistics/binomial-regression.ts';
import { binomialRegression } from '#scoring/statistics/binomial-regression.ts';
import { normalTwoSided } from '#scoring/statistics/distributions.ts';

import type { EvaluationClientsTable } from '../../schema/national.ts';
import { logistic } from '../draw.ts';
import {
  boroughs,
  categoryPlans,
  meetingBandOf,
  meetingBands,
  type CategoryFactor,
} from '../evaluation-plan.ts';

/** A client with the number of the borough's plan instead of a team's id. */
export type EvaluationRow = Omit<EvaluationClientsTable, 'id' | 'teamId'> & { borough: number };

interface Term {
  name: string;
  values: number[];
}

export interface EvaluationFit {
  fit: BinomialFit;
  oddsRatio: (name: string) => number;
  /** Two-sided, from the normal distribution. */
  p: (name: string) => number;
  /** Average marginal effect of a team against the first one. */
  teamEffect: (borough: number) => number;
}

const factors = Object.keys(categoryPlans) as CategoryFactor[];

/** Two-sided p below which the evaluation calls an odds ratio significant. */
export const SIGNIFICANT = 0.05;

export const teamTerm = (borough: number) => `team ${borough}`;
export const bandTerm = (band: string) => `meetings ${band}`;
export const categoryTerm = (factor: CategoryFactor, category: string) => `${factor} ${category}`;

export function isCompleteCase(row: EvaluationRow): boolean {
  return factors.every((factor) => row[factor] !== null) && row.age !== null;
}

/** Records keep yes, no and the sexes in lower case. */
function isAnswer(row: EvaluationRow, factor: CategoryFactor, category: string): boolean {
  return row[factor]?.toLowerCase() === category.toLowerCase();
}

function termsOf(rows: readonly EvaluationRow[], hasBands: boolean): Term[] {
  const indicator = (name: string, is: (row: EvaluationRow) => boolean): Term => ({
    name,
    values: rows.map((row) => (is(row) ? 1 : 0)),
  });
  return [
    ...boroughs
      .slice(1)
      .map((_, place) => indicator(teamTerm(place + 1), (row) => row.borough === place + 1)),
    ...factors.flatMap((factor) =>
      Object.keys(categoryPlans[factor])
        .slice(1)
        .map((category) =>
          indicator(categoryTerm(factor, category), (row) => isAnswer(row, factor, category)),
        ),
    ),
    { name: 'age', values: rows.map(({ age }) => age ?? 0) },
    ...(hasBands ? meetingBands.slice(1) : []).map(({ band }) =>
      indicator(bandTerm(band), ({ meetings }) => meetingBandOf(meetings) === band),
    ),
  ];
}

/** The regression of a job start on all factors, with or without the bands of meetings, over the complete cases. */
export function evaluationFit(all: readonly EvaluationRow[], hasBands: boolean): EvaluationFit {
  const rows = all.filter(isCompleteCase);
  const terms = termsOf(rows, hasBands);
  const fit = binomialRegression({
    terms,
    successes: rows.map(({ jobStart }) => jobStart),
    trials: rows.map(() => 1),
  });
  if (fit.status !== 'fitted') throw new Error(`evaluationFit: ${fit.reason}`);
  const coefficient = (name: string) => fit.coefficients[name] ?? Number.NaN;
  const others = terms.filter(({ name }) => !name.startsWith('team '));
  const withoutTeam = rows.map((_, place) =>
    others.reduce(
      (sum, { name, values }) => sum + coefficient(name) * (values[place] ?? 0),
      coefficient('(Intercept)'),
    ),
  );
  return {
    fit,
    oddsRatio: (name) => Math.exp(coefficient(name)),
    p: (name) => normalTwoSided(coefficient(name) / (fit.standardErrors[name] ?? Number.NaN)),
    teamEffect: (borough) => {
      const own = coefficient(teamTerm(borough));
      const differences = withoutTeam.map((logOdds) => logistic(logOdds + own) - logistic(logOdds));
      return differences.reduce((sum, each) => sum + each, 0) / differences.length;
    },
  };
}
