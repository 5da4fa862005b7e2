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

import { OTHER_TEAMS, type FigureEightAnswer } from './figure-eight-model.server.ts';
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
  shownCount,
  variableName,
  warningsOf,
} from './report-words.server.ts';

/** What a reader is told: the figure, or why there is none. */
export type FigureEightOutcome =
  | { readonly status: 'report'; readonly report: FigureEightReport }
  | { readonly status: 'hidden' }
  | { readonly status: NoFigureEight['status']; readonly reason: string };

/** Figure 8 as one reader may see it. `hidden` are the teams whose rate over all their clients other pages hide. */
export function figureEightReport(
  request: FigureEightRequest,
  answer: FigureEightAnswer,
  { policy, hidden }: { policy: DisclosurePolicy; hidden: ReadonlySet<string> },
): FigureEightOutcome {
  const { chosen, meetings, clients } = request;
  const { model } = answer;
  const ownTeamId = chosen?.viewer === 'own-team' ? chosen.teamId : null;
  const figures = protectedFigures(answer.counts, meetings, { policy, hidden, ownTeamId });
  // Even that a team has too few clients is for itself alone to know.
  const isHidden =
    clients.population === 'records' &&
    chosen !== undefined &&
    figures.figureOf(chosen.teamId).status === 'hidden';
  if (isHidden) return { status: 'hidden' };
  if (model.status !== 'fitted') return { status: model.status, reason: model.reason };
  return { status: 'report', report: reportOf(request, answer, model, figures, policy) };
}

function reportOf(
  request: FigureEightRequest,
  { parameters, landmark, counts }: FigureEightAnswer,
  model: FigureEight,
  figures: ProtectedFigures,
  policy: DisclosurePolicy,
): FigureEightReport {
  const { clients, meetings, teams } = request;
  const known = new Map(teams.map((team, index) => [team.teamId, { ...team, index }]));
  const nameOf = (teamId: string): string => known.get(teamId)?.name ?? '';
  const shown = model.teams.filter(({ team }) => figures.figureOf(team).status === 'shown');
  const [compared] = model.teams;
  const reference: TeamFacts =
    model.reference.team === OTHER_TEAMS
      ? factsOf(model.reference, 'All other teams', figures.othersThan(compared?.team ?? ''))
      : factsOf(
          model.reference,
          nameOf(model.reference.team),
          figures.figureOf(model.reference.team),
        );
  const inModel = clients.population === 'records' ? 2 : counts[meetings].length;
  const whole = figureWords(figures.whole);
  const each = eventsPerParameter(figures.whole, parameters);
  return {
    population: clients.population,
    ...definitionWords(request),
    meetings,
    reference,
    teams: shown
      .toSorted((a, b) => (known.get(a.team)?.index ?? 0) - (known.get(b.team)?.index ?? 0))
      .map((team) => ({
        ...factsOf(team, nameOf(team.team), figures.figureOf(team.team)),
        anchor: `team-${(known.get(team.team)?.index ?? 0) + 1}`,
        isOwn: known.get(team.team)?.viewer === 'own-team',
        ...estimatesOf(team),
      })),
    teamsHidden: model.teams.length - shown.length,
    teamsNotEstimated: inModel - 1 - model.teams.length,
    whole: { clients: whole.clients, jobStarts: whole.entries },
    eventsPerParameter: each,
    method: methodWords[model.method],
    level: model.level,
    seed: model.seed,
    refits: model.refits,
    separatedRefits: model.separatedRefits,
    failedRefits: model.failedRefits,
    adjustedFor: model.adjustment.map(variableName),
    given: shownCount(disclosedCount(model.exclusions.rowsGiven, policy)),
    notAnswered: model.exclusions.missing.map(({ column, rows }) => ({
      reason: variableName(column),
      clients: leftOutWords(disclosedLeftOut(rows, policy)),
    })),
    landmark: landmark === null ? [] : landmarkRows(landmark, policy),
    warnings: warningsOf(model, each),
    cautions: [...model.cautions],
  };
}

function factsOf(
  { meanMeetings }: { meanMeetings: number | null },
  name: string,
  figure: Figure,
): TeamFacts {
  // A mean of all decimals, times a rounded number of clients, would give their exact number away.
  const mean = figure.status === 'shown' && meanMeetings !== null ? rounded(meanMeetings, 1) : null;
  return { name, figure, meanMeetings: mean };
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
    oddsRatioWithout: roundedEstimate(team.oddsRatioWithout, 2),
    oddsRatioWith: roundedEstimate(team.oddsRatioWith, 2),
    oddsRatioWithoutSameScale: sameScale && roundedEstimate(sameScale, 2),
    effectWithout: roundedEstimate(effect(team.effectWithout), 3),
    effectWith: roundedEstimate(effect(team.effectWith), 3),
    change: roundedEstimate(team.change, 3),
    class: team.class,
  };
}

function leftOutWords(clients: number | null): string {
  return clients === null ? hiddenCount.text : countWords(clients);
}

function rounded(value: number, places: number): number {
  // Adding 0 makes a nought of what rounds to minus nought.
  return Number(value.toFixed(places)) + 0;
}

function roundedEstimate(
  { value, lower, upper }: Interval & { readonly value: number },
  places: number,
): RoundedEstimate {
  return {
    value: rounded(value, places),
    lower: rounded(lower, places),
    upper: rounded(upper, places),
  };
}
