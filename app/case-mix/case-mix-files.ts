import { csvText } from '#app/relations/csv.ts';

import type { CaseMixResult, CaseMixView } from './case-mix-view.ts';
import { fieldsOfTeam, type PrintedFunnel, type PrintedTeam } from './printed-team.ts';

interface FileOptions {
  isDemo: boolean;
}

const demoNote = 'Demonstration: synthetic';

const headings = [
  'Clients of',
  'Missing answers',
  'Team',
  'Clients (rounded but for an own team)',
  'Job entries (rounded but for an own team)',
  'Rate',
  'Rate, 95% from',
  'Rate, 95% to',
  ...funnelHeadings('Rate'),
  'Expected rate',
  'Expected job entries',
  'Observed over expected',
  'Observed over expected, 95% from',
  'Observed over expected, 95% to',
  ...funnelHeadings('Observed over expected'),
  'Standardised rate',
  'Adjusted rate',
  'Adjusted rate, 95% from',
  'Adjusted rate, 95% to',
  'Place, 95% from',
  'Place, 95% to',
  'Method',
  'Note',
];

function funnelHeadings(of: string): string[] {
  return [
    `${of}, 95% limit from`,
    `${of}, 95% limit to`,
    `${of}, 99.8% limit from`,
    `${of}, 99.8% limit to`,
    `${of}, position`,
    `${of}, position allowing for teams’ differences`,
  ];
}

type Cell = string | number | null | undefined;

function funnelCells({ limits95, limits998, position, positionAllowing }: PrintedFunnel): Cell[] {
  return [
    ...[limits95.lower, limits95.upper, limits998.lower, limits998.upper],
    ...[position, positionAllowing],
  ];
}

function teamCells(team: PrintedTeam): Cell[] {
  const { rateInterval, ratioInterval, adjustedInterval, place } = team;
  return [
    ...[team.team, team.clients, team.jobEntries],
    ...[team.rate, rateInterval.lower, rateInterval.upper],
    ...funnelCells(team.rateFunnel),
    ...[team.expectedRate, team.expected],
    ...[team.ratio, ratioInterval.lower, ratioInterval.upper],
    ...funnelCells(team.ratioFunnel),
    ...[team.standardisedRate, team.adjustedRate, adjustedInterval?.lower, adjustedInterval?.upper],
    ...[place?.lower, place?.upper],
  ];
}

function missingWords({ filters }: CaseMixView): string {
  const choice = filters.choices.find(({ name }) => name === 'missing');
  return choice?.items.find(({ value }) => value === choice.chosen)?.label ?? '';
}

/** A row a team with every figure that the page has of it, and the method with what is to be said of the table in each row. */
export function caseMixCsv(
  view: CaseMixView,
  { teams, method, tableNotes }: CaseMixResult,
  { isDemo }: FileOptions,
): string {
  const rows = teams.map((team) => [
    view.whose,
    missingWords(view),
    ...teamCells(team).map((cell) => (cell === null || cell === undefined ? '' : String(cell))),
    [...method, ...tableNotes].join(' '),
    isDemo ? demoNote : '',
  ]);
  return csvText([headings, ...rows]);
}

/** The same with what is said of all clients and teams together, and what each field is. */
export function caseMixJson(view: CaseMixView, result: CaseMixResult, { isDemo }: FileOptions) {
  return {
    title: 'Case mix',
    clientsOf: view.whose,
    question: Object.fromEntries(view.filters.choices.map(({ name, chosen }) => [name, chosen])),
    missingAnswers: missingWords(view),
    note: isDemo ? demoNote : null,
    recordsAsOf: result.olderFrom,
    finding: result.finding,
    method: result.method,
    warnings: result.warnings,
    head: Object.fromEntries(result.facts.map(({ name, value }) => [name, value.join(' ')])),
    notes: result.tableNotes,
    fields: fieldsOfTeam,
    teams: result.teams,
  };
}
