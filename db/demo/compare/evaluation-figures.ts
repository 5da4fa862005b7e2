import { integrationLevels } from '#scoring/relations/team-period.ts';
import { trendResiduals } from '#scoring/statistics/trend-residuals.ts';

import type { IntegrationLevel } from '../../schema/reviews.ts';
import { boroughs, meetingBands } from '../evaluation-plan.ts';
import {
  bandTerm,
  categoryTerm,
  evaluationFit,
  isCompleteCase,
  teamTerm,
  type EvaluationFit,
  type EvaluationRow,
} from './evaluation-fit.ts';
import { exact, holds, inRange, rounded, type DemoFigure, type DemoFigures } from './figure.ts';

export interface EvaluationData {
  clients: readonly EvaluationRow[];
  /** Level of each borough, in the order of the plan. */
  levels: readonly IntegrationLevel[];
}

type Select = (row: EvaluationRow) => boolean;

const SIGNIFICANT = 0.05;

const percentage = (part: number, whole: number) => (100 * part) / whole;

function rateOf(clients: readonly EvaluationRow[], select: Select): number {
  const group = clients.filter(select);
  return percentage(group.filter(({ jobStart }) => jobStart === 1).length, group.length);
}

/** The evaluation cohort's answer to each published figure it can answer. */
export function evaluationFigures(
  { clients, levels }: EvaluationData,
  published: (path: string) => number,
): DemoFigures {
  const found = new Map<string, DemoFigure>();
  const withBands = evaluationFit(clients, true);
  const withoutBands = evaluationFit(clients, false);
  for (const [path, figure] of [
    ...headline(clients, published),
    ...teamFigures(clients, published),
    ...modelFigures(withBands, withoutBands, published),
    ...boroughs.flatMap((_, borough) => oddsOfTeam(borough, withBands, withoutBands)),
    ...integrationFigures(clients, levels),
  ]) {
    found.set(path, figure);
  }
  return found;
}

type Entries = (readonly [path: string, figure: DemoFigure])[];

function headline(clients: readonly EvaluationRow[], published: (path: string) => number): Entries {
  const share = (select: Select) => percentage(clients.filter(select).length, clients.length);
  const rate = (select: Select) => rateOf(clients, select);
  const overall = rate(() => true);
  const startedBetween = (from: number, to: number) =>
    clients.filter(({ daysToJob }) => daysToJob !== null && daysToJob >= from && daysToJob <= to)
      .length;
  const [before, after] = [startedBetween(151, 250), startedBetween(251, 350)];
  return [
    ['clients', exact(clients.length, published('clients'))],
    [
      'clientsInRegression',
      exact(clients.filter(isCompleteCase).length, published('clientsInRegression')),
    ],
    ['jobEntryPct', rounded(overall, published('jobEntryPct'))],
    [
      'jobEntryAllowingForEvidenceGapPct',
      rounded(overall * 1.05, published('jobEntryAllowingForEvidenceGapPct')),
    ],
    ['startsInFirst100Days', inRange(startedBetween(0, 100), [145, 155], 0)],
    [
      'startsSlowAfterDays',
      holds(`${before} starts on days 151 to 250, ${after} on days 251 to 350`, before > 2 * after),
    ],
    [
      'referredByDrugAndAlcoholTeamPct',
      inRange(
        share(({ referralSource }) => referralSource === 'Drug and alcohol team'),
        [77.5, 82.5],
      ),
    ],
    [
      'outOfWorkBenefitsPct',
      inRange(
        share(({ benefit }) => benefit !== 'None'),
        [76.5, 80],
      ),
    ],
    [
      'youngest16to24JobEntryPct',
      inRange(
        rate(({ age }) => age !== null && age <= 24),
        [40, 45],
      ),
    ],
    [
      'oldest55to69JobEntryPct',
      rounded(
        rate(({ age }) => age !== null && age >= 55),
        published('oldest55to69JobEntryPct'),
      ),
    ],
    [
      'selfReferralJobEntryPct',
      inRange(
        rate(({ referralSource }) => referralSource === 'Self-referral'),
        [60, 70],
      ),
    ],
    [
      'nonOpiatesAndAlcoholJobEntryPct',
      inRange(
        rate(({ mainSubstance }) => mainSubstance === 'Non-opiates and alcohol'),
        [43, 45],
      ),
    ],
  ];
}

/** What the words about a team's rate and share allow. */
const rateWords: Readonly<Record<string, readonly [number, number]>> = {
  Ealing: [16, 21],
  Harrow: [30, 36],
  Hounslow: [30, 36],
  'Kensington and Chelsea': [16, 21],
  Westminster: [16, 21],
  Barnet: [37, 40],
};
const shareWords: Readonly<Record<string, readonly [number, number]>> = {
  Barnet: [18.5, 20],
  Brent: [23.5, 25],
};

function teamFigures(
  clients: readonly EvaluationRow[],
  published: (path: string) => number,
): Entries {
  const sizes = boroughs.map(
    (_, borough) => clients.filter((row) => row.borough === borough).length,
  );
  const smallest = [...sizes].sort((a, b) => a - b)[1] ?? 0;
  return boroughs.flatMap(({ pattern }, borough) => {
    const own = clients.filter((row) => row.borough === borough);
    const rate = rateOf(own, () => true);
    const share = percentage(own.length, clients.length);
    const meetings = own.reduce((sum, row) => sum + row.meetings, 0) / own.length;
    const entries: Entries = [];
    const add = (key: string, figure: DemoFigure) =>
      entries.push([`teams.${pattern}.${key}`, figure]);
    if (['Barnet', 'Brent', 'Hillingdon'].includes(pattern)) {
      add('jobEntryPct', rounded(rate, published(`teams.${pattern}.jobEntryPct`)));
    }
    const words = rateWords[pattern];
    if (words !== undefined) add('jobEntryText', inRange(rate, words));
    const shareRange = shareWords[pattern];
    if (shareRange !== undefined) add('clientsSharePct', inRange(share, shareRange));
    if (['Brent', 'Hillingdon'].includes(pattern)) {
      add('meanMeetings', rounded(meetings, published(`teams.${pattern}.meanMeetings`)));
    }
    if (['Kensington and Chelsea', 'Westminster'].includes(pattern)) {
      add('clientsShareText', holds(`${own.length} clients`, own.length <= smallest));
    }
    return entries;
  });
}

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

function oddsOfTeam(
  borough: number,
  withBands: EvaluationFit,
  withoutBands: EvaluationFit,
): Entries {
  const { pattern } = boroughs[borough] ?? { pattern: '' };
  if (borough === 0) return [[`teams.${pattern}.referenceCategory`, holds('the reference', true)]];
  const term = teamTerm(borough);
  const [oddsRatio, p] = [withBands.oddsRatio(term), withBands.p(term)];
  const [low, high, isSignificant] = teamOdds[pattern] ?? [0, 0, false];
  const isWithin = oddsRatio >= low && oddsRatio < high && p < SIGNIFICANT === isSignificant;
  const entries: Entries = [
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

function modelFigures(
  withBands: EvaluationFit,
  withoutBands: EvaluationFit,
  published: (path: string) => number,
): Entries {
  const significant = (fit: EvaluationFit) =>
    boroughs.slice(1).filter((_, place) => fit.p(teamTerm(place + 1)) < SIGNIFICANT).length;
  const odds = withBands.oddsRatio;
  const ethnic = ['White British', 'White other', 'Asian', 'Other or mixed'].map((category) =>
    odds(categoryTerm('ethnicity', category)),
  );
  const isAboutTwo = ethnic.every((each) => each >= 1.5 && each < 2.5);
  const other = (key: string) => `otherOddsRatios.${key}`;
  return [
    [
      'significantTeamRatios.withMeetings',
      exact(significant(withBands), published('significantTeamRatios.withMeetings')),
    ],
    [
      'significantTeamRatios.withoutMeetings',
      exact(significant(withoutBands), published('significantTeamRatios.withoutMeetings')),
    ],
    ...meetingBands.map(({ band }, place): Entries[number] => {
      const path = `meetingBandOddsRatios.${band}`;
      return [path, rounded(place === 0 ? 1 : odds(bandTerm(band)), published(path))];
    }),
    [
      other('self-referral vs Jobcentre Plus'),
      rounded(odds(categoryTerm('referralSource', 'Self-referral')), 12),
    ],
    // Printed to the nearest half.
    [
      other('paid work in the last 6 months vs not in 5 years'),
      inRange(odds(categoryTerm('lastJob', 'Under 6 months')), [5.25, 5.75], 2),
    ],
    [other('no benefits vs ESA support group'), rounded(odds(categoryTerm('benefit', 'None')), 3)],
    [
      other('every other ethnic group vs Black'),
      holds(ethnic.map((each) => each.toFixed(2)).join(', '), isAboutTwo),
    ],
    [
      other('prior conviction vs none'),
      inRange(odds(categoryTerm('convicted', 'Yes')), [0.75, 0.85], 2),
    ],
    [
      other('high qualifications vs low or medium'),
      inRange(odds(categoryTerm('qualification', 'High')), [1.25, 1.35], 2),
    ],
    [
      other('private rent vs family and friends'),
      inRange(odds(categoryTerm('housing', 'Private rent')), [2, 2.5], 2),
    ],
    [other('each year of age'), inRange(odds('age'), [0.95, 0.999], 3)],
  ];
}

/** Levels against rates: the four strongest teams, and the one furthest from the pattern. */
function integrationFigures(
  clients: readonly EvaluationRow[],
  levels: readonly IntegrationLevel[],
): Entries {
  const own = boroughs.map((_, borough) => clients.filter((row) => row.borough === borough));
  const result = trendResiduals({
    terms: [{ name: 'level', values: levels.map((level) => integrationLevels.indexOf(level) + 1) }],
    successes: own.map((rows) => rows.filter(({ jobStart }) => jobStart === 1).length),
    trials: own.map((rows) => rows.length),
  });
  const furthest = result.status === 'computed' ? result.furthest : undefined;
  return boroughs.flatMap(({ pattern }, borough): Entries => {
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
