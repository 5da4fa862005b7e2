import { integrationLevels } from '#scoring/relations/team-period.ts';
import { trendResiduals } from '#scoring/statistics/trend-residuals.ts';

import { boroughs } from '../evaluation-plan.ts';
import type { EvaluationData, EvaluationEntries } from './evaluation-data.ts';
import { holds } from './figure.ts';

/** Levels against rates: the four strongest teams, and the one furthest from the pattern. */
export function integrationFigures({ clients, levels }: EvaluationData): EvaluationEntries {
  const own = boroughs.map((_, borough) => clients.filter((row) => row.borough === borough));
  const result = trendResiduals({
    terms: [{ name: 'level', values: levels.map((level) => integrationLevels.indexOf(level) + 1) }],
    successes: own.map((rows) => rows.filter(({ jobStart }) => jobStart === 1).length),
    trials: own.map((rows) => rows.length),
  });
  const furthest = result.status === 'computed' ? result.furthest : undefined;
  return boroughs.flatMap(({ pattern }, borough): EvaluationEntries => {
    const path = `teams.${pattern}.integrationText`;
    const level = levels[borough] ?? 'low';
    if (['Barnet', 'Brent', 'Harrow', 'Hounslow'].includes(pattern)) {
      return [[path, holds(`integration ${level}`, level === 'high')]];
    }
    if (pattern !== 'Ealing' || furthest === undefined) return [];
    const isFurthest = furthest.row === borough && furthest.residual < 0;
    const words = `furthest from the pattern: ${boroughs[furthest.row]?.pattern ?? 'none'}, residual ${furthest.residual.toFixed(2)}`;
    return [[path, holds(words, isFurthest)]];
  });
}
