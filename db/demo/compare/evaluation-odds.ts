import { boroughs } from '../evaluation-plan.ts';
import type { EvaluationEntries } from './evaluation-data.ts';
import { SIGNIFICANT, teamTerm, type EvaluationFit } from './evaluation-fit.ts';
import { holds } from './figure.ts';

const pWords = (p: number) => (p < 0.001 ? 'p under .001' : `p ${p.toFixed(3).replace('0.', '.')}`);

/** Bounds of each team's odds ratio, and whether it is significant. */
const teamOdds: Readonly<
  Record<string, readonly [low: number, high: number, isSignificant: boolean]>
> = {
  Barnet: [4, 6, true],
  Brent: [4, 6, true],
  Harrow: [4, 6, true],
  Hounslow: [4, 6, true],
  Ealing: [1.55, 1.65, false],
  Hillingdon: [1.35, 1.45, false],
  Westminster: [0.8, 1, false],
};

/** A team's odds ratio, and whether it turns meetings into job starts more or less effectively. */
export function oddsOfBorough(
  borough: number,
  withBands: EvaluationFit,
  withoutBands: EvaluationFit,
): EvaluationEntries {
  const { pattern } = boroughs[borough] ?? { pattern: '' };
  if (borough === 0) return [[`teams.${pattern}.referenceCategory`, holds('the reference', true)]];
  const term = teamTerm(borough);
  const [oddsRatio, p] = [withBands.oddsRatio(term), withBands.p(term)];
  const [low, high, isSignificant] = teamOdds[pattern] ?? [0, 0, false];
  const isWithin = oddsRatio >= low && oddsRatio < high && p < SIGNIFICANT === isSignificant;
  const entries: EvaluationEntries = [
    [
      `teams.${pattern}.oddsRatioVsKensingtonAndChelsea`,
      holds(`${oddsRatio.toFixed(2)} (${pWords(p)})`, isWithin),
    ],
  ];
  if (pattern === 'Ealing') return entries;
  const isMoreExpected = teamOdds[pattern]?.[2] === true;
  const without = withoutBands.oddsRatio(term);
  const effect = withBands.teamEffect(borough) - withoutBands.teamEffect(borough);
  const agrees = isMoreExpected
    ? oddsRatio > without && effect > 0
    : oddsRatio < without && effect < 0;
  entries.push([
    `teams.${pattern}.convertsMeetingsMoreEffectively`,
    holds(
      `odds ratio ${oddsRatio.toFixed(2)} with, ${without.toFixed(2)} without meetings; effect ${effect > 0 ? '+' : ''}${(100 * effect).toFixed(1)} points`,
      agrees,
    ),
  ]);
  return entries;
}
