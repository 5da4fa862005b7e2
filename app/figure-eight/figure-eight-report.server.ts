import { twoDigits, wholePoints } from '#app/client-model/few-digits.ts';
import { countWords, figureWords } from '#app/relations/figure-words.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import { disclosedCount, hiddenCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedLeftOut } from '#scoring/disclosure/disclosed-left-out.ts';
import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';
import type {
  FigureEight,
  NoFigureEight,
  TeamInFigureEight,
} from '#scoring/relations/figure-eight.ts';
import type { Interval } from '#scoring/statistics/wilson-interval.ts';

import type { FigureEightAnswer, TeamWithMeetings } from './figure-eight-model.server.ts';
import type {
  FigureEightReport,
  RoundedEstimate,
  TeamFacts,
  TeamInReport,
} from './figure-eight-report.ts';
import type { FigureEightRequest } from './figure-eight-request.server.ts';
import { protectedFigures, type ProtectedFigures } from './protected-figures.server.ts';
import {
  definitionWords,
  eventsPerParameter,
  landmarkRows,
  methodWords,
  shareOfRefits,
  shownCount,
  variableName,
  warningsOf,
} from './report-words.server.ts';

/** What a reader is told: the figure, or why there is none. */
export type FigureEightOutcome =
  | { readonly status: 'report'; readonly report: FigureEightReport }
  | { readonly status: 'hidden' }
  /** The whole beside the counts that this reader knows would tell of another team's few. */
  | { readonly status: 'tells-of-others' }
  | { readonly status: NoFigureEight['status']; readonly reason: string };

/** Figure 8 as one reader may see it. `hidden` are the teams whose rate over all their clients other pages hide. */
export function figureEightReport(
  request: FigureEightRequest,
  answer: FigureEightAnswer,
  { policy, hidden }: { policy: DisclosurePolicy; hidden: ReadonlySet<string> },
): FigureEightOutcome {
  const { chosen, meetings, teams } = request;
  const { model } = answer;
  const ownTeamId = chosen?.viewer === 'own-team' ? chosen.teamId : null;
  const figures = protectedFigures(answer.counts, meetings, {
    policy,
    hidden: new Set([...hidden, ...answer.merged]),
    ownTeamId,
    knownTeamIds: teams.filter(({ viewer }) => viewer === 'own-team').map(({ teamId }) => teamId),
  });
  // Even that a team has too few clients is for itself alone to know; and nothing may be compared with one.
  if (chosen !== undefined && figures.figureOf(chosen.teamId).status === 'hidden') {
    return { status: 'hidden' };
  }
  // The model is of clients weighted to the rounded whole, so where that is hidden it is for nobody.
  if (figures.whole.status === 'hidden') {
    return { status: ownTeamId === null ? 'hidden' : 'tells-of-others' };
  }
  if (model.status !== 'fitted') return { status: model.status, reason: model.reason };
  return { status: 'report', report: reportOf(request, answer, model, figures, policy) };
}

function reportOf(
  request: FigureEightRequest,
  { parameters, exclusions, landmark, counts }: FigureEightAnswer,
  model: FigureEight,
  figures: ProtectedFigures,
  policy: DisclosurePolicy,
): FigureEightReport {
  const { clients, meetings, teams, chosen } = request;
  const known = new Map(teams.map((team, index) => [team.teamId, { ...team, index }]));
  const nameOf = (teamId: string): string => known.get(teamId)?.name ?? '';
  const counted = counts[meetings];
  const factsOfTeam = (teamId: string): TeamFacts =>
    factsOf(
      counted.filter((team) => team.teamId === teamId),
      nameOf(teamId),
      figures.figureOf(teamId),
    );
  const isOne = clients.population === 'records';
  const teamId = chosen?.teamId ?? '';
  const compared = counted.filter((team) => (team.teamId === teamId) === isOne);
  const reference = isOne
    ? factsOf(
        counted.filter((team) => team.teamId !== teamId),
        'All other teams',
        figures.othersThan(teamId),
      )
    : factsOfTeam(teamId);
  const isShown = (teamId: string): boolean => figures.figureOf(teamId).status === 'shown';
  const shown = model.teams.filter(({ team }) => isShown(team));
  const teamsHidden = compared.filter((team) => !isShown(team.teamId)).length;
  const whole = figureWords(figures.whole);
  const each = eventsPerParameter(figures.whole, parameters);
  return {
    population: clients.population,
    ...definitionWords(request),
    meetings,
    otherStatus: 'working',
    reference,
    teams: shown
      .toSorted((a, b) => (known.get(a.team)?.index ?? 0) - (known.get(b.team)?.index ?? 0))
      .map((team) => ({
        ...factsOfTeam(team.team),
        anchor: `team-${(known.get(team.team)?.index ?? 0) + 1}`,
        isOwn: known.get(team.team)?.viewer === 'own-team',
        ...estimatesOf(team),
      })),
    teamsHidden,
    teamsNotEstimated: compared.length - teamsHidden - shown.length,
    whole: { clients: whole.clients, jobStarts: whole.entries },
    eventsPerParameter: each,
    method: methodWords[model.method],
    level: model.level,
    seed: model.seed,
    refits: model.refits,
    separatedRefits: shareOfRefits(model.separatedRefits, model.refits),
    failedRefits: shareOfRefits(model.failedRefits, model.refits),
    adjustedFor: model.adjustment.map(variableName),
    given: shownCount(disclosedCount(exclusions.rowsGiven, policy)),
    notAnswered: exclusions.missing.map(({ column, rows }) => ({
      reason: variableName(column),
      clients: leftOutWords(disclosedLeftOut(rows, policy)),
    })),
    landmark: landmark === null ? [] : landmarkRows(landmark, policy),
    warnings: warningsOf(model, each),
    cautions: [...model.cautions],
  };
}

function factsOf(teams: readonly TeamWithMeetings[], name: string, figure: Figure): TeamFacts {
  const total = (of: 'clients' | 'meetings'): number =>
    teams.reduce((sum, team) => sum + team[of], 0);
  // A mean of all decimals, times a rounded number of clients, would give their exact number away.
  const mean = Number((total('meetings') / total('clients')).toFixed(1));
  return { name, figure, meanMeetings: figure.status === 'shown' ? mean : null };
}

function estimatesOf(
  team: TeamInFigureEight,
): Omit<TeamInReport, keyof TeamFacts | 'anchor' | 'isOwn'> {
  const { oddsRatioWithoutSameScale: sameScale } = team;
  const effect = ({ effect: value, lower, upper }: TeamInFigureEight['effectWith']) => ({
    value,
    lower,
    upper,
  });
  return {
    oddsRatioWithout: ratioOf(team.oddsRatioWithout),
    oddsRatioWith: ratioOf(team.oddsRatioWith),
    oddsRatioWithoutSameScale: sameScale && ratioOf(sameScale),
    effectWithout: differenceOf(effect(team.effectWithout)),
    effectWith: differenceOf(effect(team.effectWith)),
    change: differenceOf(team.change),
    class: team.class,
    otherClass: null,
  };
}

function leftOutWords(clients: number | null): string {
  return clients === null ? hiddenCount.text : countWords(clients);
}

type Unrounded = Interval & { readonly value: number };

function ratioOf(estimate: Unrounded): RoundedEstimate {
  return roundedEstimate(estimate, 1, twoDigits);
}

function differenceOf(estimate: Unrounded): RoundedEstimate {
  return roundedEstimate(estimate, 0, wholePoints);
}

function roundedEstimate(
  { value, lower, upper }: Unrounded,
  noDifference: number,
  rounded: (value: number) => number,
): RoundedEstimate {
  return {
    value: rounded(value),
    lower: rounded(lower),
    upper: rounded(upper),
    isClear: lower > noDifference || upper < noDifference,
  };
}
