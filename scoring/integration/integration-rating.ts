import type { IntegrationLevel, IntegrationScheme } from './integration-scheme.ts';

export type { IntegrationScheme } from './integration-scheme.ts';

/** Criterion key to points; null, undefined or left out where not rated yet. */
export type IntegrationPoints = Readonly<Record<string, number | null | undefined>>;

export interface ProposedIntegration {
  status: 'proposed';
  sum: number;
  level: IntegrationLevel['key'];
  label: string;
  explanation: string;
}

export interface IncompleteIntegration {
  status: 'incomplete';
  criteriaRated: number;
  criteria: number;
  missing: { key: string; label: string }[];
}

export type IntegrationProposal = ProposedIntegration | IncompleteIntegration;

function requirePoints(scheme: IntegrationScheme, points: IntegrationPoints): void {
  const highest = scheme.pointLabels.length - 1;
  for (const [key, value] of Object.entries(points)) {
    if (!scheme.criteria.some((criterion) => criterion.key === key)) {
      throw new RangeError(
        `proposedIntegrationLevel: scheme ${scheme.id} has no criterion "${key}"`,
      );
    }
    if (value != null && !(Number.isInteger(value) && value >= 0 && value <= highest)) {
      throw new RangeError(
        `proposedIntegrationLevel: criterion "${key}" must have whole points from 0 to ${highest}, not ${value}`,
      );
    }
  }
}

/**
 * The integration level the five criteria propose; the rater may choose another with a reason.
 *
 * For: the half-yearly integration rating of a team with its host service.
 * Formula: sum of the points (0 absent, 1 partly, 2 in place); 0 to 3 low, 4 to 7 medium, 8 to 10 high,
 * and never high with co-location at 0. All of it data of the scheme.
 * @param scheme rating scheme
 * @param points criterion key to points; null, undefined or left out where not rated yet
 * @returns sum, level and an explanation in words, or 'incomplete' naming what is missing
 * @throws RangeError for an unknown criterion, points that are not whole or out of range, or a scheme
 *   without a level for the sum
 * Source: our own scheme (the evaluation judged from interviews). Checked: all 243 answers by rule.
 */
export function proposedIntegrationLevel(
  scheme: IntegrationScheme,
  points: IntegrationPoints,
): IntegrationProposal {
  requirePoints(scheme, points);
  const missing = scheme.criteria
    .filter(({ key }) => points[key] == null)
    .map(({ key, label }) => ({ key, label }));
  const criteria = scheme.criteria.length;
  if (missing.length > 0) {
    return { status: 'incomplete', criteriaRated: criteria - missing.length, criteria, missing };
  }
  const sum = scheme.criteria.reduce((total, { key }) => total + (points[key] ?? 0), 0);
  const bySum = scheme.levels.findIndex(({ from, to }) => from <= sum && sum <= to);
  let position = bySum;
  const sentences: string[] = [];
  for (const cap of scheme.caps) {
    const highest = scheme.levels.findIndex(({ key }) => key === cap.highestLevel);
    const value = points[cap.criterion];
    if (highest < 0 || value == null || value > cap.points || position <= highest) continue;
    position = highest;
    const label = scheme.criteria.find(({ key }) => key === cap.criterion)?.label ?? cap.criterion;
    sentences.push(
      `Not higher, because “${label}” is rated ${value} (${(scheme.pointLabels[value] ?? '').toLowerCase()}).`,
    );
  }
  const level = scheme.levels[position];
  if (level === undefined) {
    throw new RangeError(
      `proposedIntegrationLevel: scheme ${scheme.id} has no level for a sum of ${sum}`,
    );
  }
  const explanation = [
    `Sum ${sum} of ${criteria * (scheme.pointLabels.length - 1)}.`,
    ...sentences,
  ];
  return {
    status: 'proposed',
    sum,
    level: level.key,
    label: level.label,
    explanation: explanation.join(' '),
  };
}
