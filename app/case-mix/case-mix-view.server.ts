import { leftOutWords } from '#app/relations/left-out-words.ts';
import { recordChoices } from '#app/relations/record-choices.ts';
import { teamNamesFor, type Reader, type TeamNames } from '#app/relations/team-names.server.ts';
import { haveReadersOwnTeam } from '#app/relations/who-knows-teams.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import type { ModelAnswer } from '#app/work/kept-models.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listEvaluationTeams } from '#db/queries/cohorts.ts';
import { isStandardisedRateHeld } from '#scoring/relations/standardised-rate.ts';

import { caseMixAddress, type CaseMixQuestion } from './case-mix-question.server.ts';
import type { CaseMixRelease, CaseMixRow } from './case-mix-release.ts';
import type { CaseMixResult, CaseMixView } from './case-mix-view.ts';
import { factWords, methodWords, warningWords } from './fact-words.ts';
import { findingWords, ownWords } from './finding-words.ts';
import { rateFunnelView, ratioFunnelView } from './funnel-views.ts';
import { printedTeam } from './printed-team.ts';

/** The page for one reader. */
export async function caseMixView(
  db: Db,
  reader: Reader,
  question: CaseMixQuestion,
  model: ModelAnswer<CaseMixRelease>,
): Promise<CaseMixView> {
  const names = await namesFor(db, reader, question);
  const { population, relations } = question;
  const page = {
    filters: filtersOf(question),
    whose:
      population === 'evaluation'
        ? 'The evaluation cohort: clients with at least one job start evidenced by the provider'
        : `${relations.definition.name}, ${relations.period.label}`,
    areTeamsNamed: names.areNamed,
  };
  if (model.status === 'working') return { ...page, result: { status: 'working' } };
  if (model.answer.status !== 'computed') {
    return { ...page, result: { status: 'none', sentence: noneWords(model.answer) } };
  }
  const olderFrom = model.isCurrent ? null : whenInWords(model.asOf);
  return {
    ...page,
    result: { status: 'computed', ...resultFor(model.answer, names, question), olderFrom },
  };
}

function noneWords({ status, reason }: Exclude<CaseMixRelease, { status: 'computed' }>): string {
  return status === 'too-few'
    ? `Too few clients or teams for a statement: ${reason}.`
    : `The model has no answer for these clients: ${reason}.`;
}

/** The evaluation's teams are nobody's own, and marks to whoever sees teams as marks. */
async function namesFor(
  db: Db,
  reader: Reader,
  { population }: CaseMixQuestion,
): Promise<TeamNames> {
  const names = await teamNamesFor(db, reader);
  if (population === 'records') return names;
  const teams = await listEvaluationTeams(db);
  const known = new Map(teams.map(({ teamId, name }) => [teamId, name]));
  return {
    areNamed: names.areNamed,
    ownTeamId: haveReadersOwnTeam[population] ? names.ownTeamId : null,
    nameOf: (id) => (names.areNamed ? known.get(id) : undefined),
  };
}

type Computed = Extract<CaseMixRelease, { status: 'computed' }>;

function resultFor(
  release: Computed,
  names: TeamNames,
  { missing }: CaseMixQuestion,
): Omit<CaseMixResult, 'olderFrom'> {
  const { clients, teams: compared, rows } = release;
  const areAllClients = missing === 'not-known-category';
  const printed = rowsFor(release, names);
  const teams = printed.map(({ teamId, ...row }) =>
    printedTeam(
      { teamId, ...row },
      names.nameOf(teamId) ?? 'Another team',
      teamId === names.ownTeamId,
    ),
  );
  const own = teams.find(({ isOwn }) => isOwn);
  const others = rows.filter(({ teamId }) => teamId !== names.ownTeamId).length;
  return {
    finding: findingWords(compared, areAllClients),
    ownReading: own === undefined ? [] : ownWords(own, others),
    rates: areAllClients ? rateFunnelView(release, teams) : null,
    ratios: areAllClients ? ratioFunnelView(release, teams) : null,
    outside: names.areNamed
      ? teams.filter(({ ratioFunnel }) => ratioFunnel.position !== 'inside').map(({ team }) => team)
      : [],
    teams,
    tableNotes: [...tableNotes(release, names, areAllClients), ...heldNotes(printed, release)],
    facts: factWords(clients, compared),
    method: [...methodWords],
    warnings: warningWords(clients),
  };
}

/**
 * A reader's own team with its exact figures, the others as everyone sees them: by name, or as marks in the order of the
 * picture, which tells nothing else.
 */
function rowsFor({ rows, own }: Computed, names: TeamNames): CaseMixRow[] {
  const ownRow = names.ownTeamId === null ? undefined : own.get(names.ownTeamId);
  const others = rows.filter(({ teamId }) => teamId !== names.ownTeamId);
  const sorted = others.toSorted((a, b) =>
    names.areNamed
      ? (names.nameOf(a.teamId) ?? '').localeCompare(names.nameOf(b.teamId) ?? '', 'en-GB')
      : a.counts.n - b.counts.n ||
        a.figures.rate - b.figures.rate ||
        a.figures.expected - b.figures.expected,
  );
  return ownRow === undefined ? sorted : [ownRow, ...sorted];
}

/** Where a team's exact figures stand among the rounded ones of others. */
function ownNotes({ rows, own }: Computed, ownTeamId: string | null): string[] {
  if (ownTeamId === null || !own.has(ownTeamId)) return [];
  const others = rows.some(({ teamId }) => teamId === ownTeamId)
    ? 'Everybody else sees your team as you see the others, from rounded counts, so what they read of it may differ a little from what you read here.'
    : 'Nobody outside your team sees them here.';
  return [
    `Your own team’s row, mark and place are the exception: they are worked out from its exact counts. ${others}`,
  ];
}

/** How many rates of the table are cut short: each is printed as 100%, like one that is. */
function heldNotes(printed: readonly CaseMixRow[], { all }: Computed): string[] {
  const held = printed.filter(({ figures }) => isStandardisedRateHeld(figures.ratio, all.rate));
  if (held.length === 0) return [];
  const whose = held.length === 1 ? '1 team' : `${held.length} teams`;
  return [
    `The standardised rate of ${whose} would pass 100% and is held there: read observed over expected instead.`,
  ];
}

function tableNotes(
  release: Computed,
  { areNamed, ownTeamId }: TeamNames,
  areAllClients: boolean,
): string[] {
  if (!areAllClients) {
    return [
      `Clients with every answer are a part of each team’s clients. Their counts, beside those of all, would give the few others away, so no team’s figures are shown for them${ownTeamId === null ? '' : ' but your own'}. Choose “not known” as an answer to see teams.`,
    ];
  }
  return [
    areNamed
      ? 'Teams stand in the order of the alphabet, not by rate: their intervals overlap so much that most of an order would be chance, as the places show.'
      : 'Other teams are not named. They stand in the order of the picture, by size.',
    'Counts of people are rounded, and every figure of a team is worked out from the rounded ones. Teams with the same rounded counts lie on one another in the first picture.',
    ...ownNotes(release, ownTeamId),
    ...leftOutWords(release.teams.hidden, 0, release.teams.tooSmall),
  ];
}

function filtersOf(question: CaseMixQuestion): CaseMixView['filters'] {
  const { population, relations, missing } = question;
  const whose = {
    name: 'clients',
    label: 'Whose clients',
    items: [
      { value: 'records', label: 'Teams’ records' },
      { value: 'evaluation', label: 'The evaluation cohort' },
    ],
    chosen: population,
  };
  const ofMissing = {
    name: 'missing',
    label: 'Where an answer is missing',
    items: [
      { value: 'not-known-category', label: 'Count as an answer: “not known”' },
      { value: 'complete-cases', label: 'Leave these clients out' },
    ],
    chosen: missing,
  };
  const records = population === 'records' ? recordChoices(relations) : [];
  return { choices: [whose, ...records, ofMissing], query: caseMixAddress(question) };
}
