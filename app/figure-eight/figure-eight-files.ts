import { inSentence } from '#app/client-model/job-starts/category-words.ts';
import { csvText } from '#app/relations/csv.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';

import type {
  FigureEightReport,
  RoundedEstimate,
  TeamFacts,
  TeamInReport,
} from './figure-eight-report.ts';
import {
  className,
  classSentence,
  leftOut,
  meetingsMean,
  meetingsWords,
  methodFacts,
  otherClassName,
  otherVariant,
  pageTitle,
  referenceName,
} from './figure-eight-words.ts';

const synthetic = 'Demonstration: synthetic';

const estimates = [
  ['Odds ratio without meetings', 'oddsRatioWithout'],
  ['Odds ratio without meetings, same scale', 'oddsRatioWithoutSameScale'],
  ['Odds ratio with meetings', 'oddsRatioWith'],
  ['Average marginal effect without meetings', 'effectWithout'],
  ['Average marginal effect with meetings', 'effectWith'],
  ['Change', 'change'],
] as const satisfies readonly (readonly [string, keyof TeamInReport])[];

/** A row a team, the one compared with first, each with the method in its last cells. */
export function figureEightCsv(report: FigureEightReport, isDemo: boolean): string {
  const { reference, teams, cautions, warnings } = report;
  const method = [
    ...methodFacts(report).map(({ name, value }) => `${name}: ${value}`),
    ...report.landmark.map(({ reason, clients }) => `${reason}: ${clients}`),
    ...report.notAnswered.map(({ reason, clients }) => `Not known, ${reason}: ${clients}`),
  ];
  const last = [
    method.join('; '),
    [...cautions, ...warnings, ...leftOut(report)].join(' '),
    isDemo ? synthetic : '',
  ];
  const first = [report.clients, meetingsWords[report.meetings], referenceName(report)];
  return csvText([
    [
      'Clients',
      'Meetings counted',
      'Compared with',
      'Team',
      'Number of clients',
      'Job starts',
      'Rate',
      'Rate, lower',
      'Rate, upper',
      'Meetings a client',
      ...estimates.flatMap(([name]) => [name, `${name}, lower`, `${name}, upper`]),
      'Turns meetings into job starts',
      `Turns meetings into job starts, ${inSentence(otherVariant[report.meetings].heading)}`,
      'Method',
      'Read with care',
      'Note',
    ],
    [...first, ...factCells(reference), ...estimates.flatMap(() => ['', '', '']), '', '', ...last],
    ...teams.map((team) => [
      ...first,
      ...factCells(team),
      ...estimates.flatMap(([, key]) => estimateCells(team[key])),
      className(team),
      otherClassName(team, report),
      ...last,
    ]),
  ]);
}

function factCells(facts: TeamFacts): string[] {
  return [facts.name, ...figureCells(facts.figure), meetingsMean(facts)];
}

function figureCells(figure: Figure): string[] {
  if (figure.status !== 'shown') return Array<string>(5).fill('*');
  const { numerator, denominator, value, lower, upper } = figure;
  return [
    String(denominator),
    String(numerator),
    ...[value, lower, upper].map((x) => x.toFixed(3)),
  ];
}

function estimateCells(estimate: RoundedEstimate | null): string[] {
  return estimate === null
    ? ['', '', '']
    : [estimate.value, estimate.lower, estimate.upper].map(String);
}

/** The same report with its words: result, method, and what to be careful about. */
export function figureEightJson(report: FigureEightReport, isDemo: boolean) {
  const { reference, teams, ...rest } = report;
  return {
    title: pageTitle,
    note: isDemo ? synthetic : null,
    comparedWith: referenceName(report),
    reference,
    teams: teams.map(({ anchor: _, ...team }) => ({
      ...team,
      reading: classSentence({ anchor: _, ...team }, report),
    })),
    ...rest,
    leftOut: leftOut(report),
    methodInWords: methodFacts(report),
  };
}

/** A file for who asked for one where there is no figure: it says why, as the page does. */
export function noFigureCsv(words: string): string {
  return csvText([['No figure'], [words]]);
}

export function noFigureJson(words: string) {
  return { title: pageTitle, noFigure: words };
}
