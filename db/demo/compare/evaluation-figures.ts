import { boroughs } from '../evaluation-plan.ts';
import type { EvaluationData } from './evaluation-data.ts';
import { evaluationFit } from './evaluation-fit.ts';
import { headlineFigures } from './evaluation-headline.ts';
import { integrationFigures } from './evaluation-integration.ts';
import { modelFigures } from './evaluation-model.ts';
import { oddsOfBorough } from './evaluation-odds.ts';
import { boroughFigures } from './evaluation-teams.ts';
import type { DemoFigures } from './figure.ts';

/** The evaluation cohort's answer to each published figure it can answer. */
export function evaluationFigures(
  data: EvaluationData,
  published: (path: string) => number,
): DemoFigures {
  const withBands = evaluationFit(data.clients, true);
  const withoutBands = evaluationFit(data.clients, false);
  return new Map([
    ...headlineFigures(data.clients, published),
    ...boroughFigures(data.clients, published),
    ...modelFigures(withBands, withoutBands, published),
    ...boroughs.flatMap((_, borough) => oddsOfBorough(borough, withBands, withoutBands)),
    ...integrationFigures(data),
  ]);
}
