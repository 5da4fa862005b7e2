import {
  clientModelVariables,
  OUTCOME_COLUMN,
  TEAM_COLUMN,
} from '#scoring/outcomes/client-model.ts';
import { caseMix, type CaseMix, type NoCaseMix } from '#scoring/relations/case-mix.ts';
import type { ModelOfTeam } from '#scoring/relations/case-mix-of-counts.ts';
import type { MissingRule, ModelTerm, Table } from '#scoring/statistics/model-frame.ts';
import {
  randomIntercept,
  type RandomIntercept,
  type RandomInterceptFit,
} from '#scoring/statistics/random-intercept.ts';

/** What clients bring with them. Which category others are compared with makes no difference to what is expected. */
const terms: readonly ModelTerm[] = clientModelVariables
  .filter(({ isOfTheClient }) => isOfTheClient)
  .map(({ kind, column }) => ({ kind, column }));

/** The model without teams, from which each team's expected job entries come. */
export function expectedByClients(table: Table, missing: MissingRule): CaseMix | NoCaseMix {
  return caseMix(table, { outcome: OUTCOME_COLUMN, team: TEAM_COLUMN, terms, missing });
}

/** The same model with a random intercept for each team. */
export function withIntercepts(table: Table, missing: MissingRule): RandomIntercept {
  return randomIntercept(table, { outcome: OUTCOME_COLUMN, terms, groups: TEAM_COLUMN, missing });
}

function logit(rate: number): number {
  return Math.log(rate / (1 - rate));
}

/**
 * What the two models say of each team's clients. Both are moved, on the scale of log odds, from the exact rate of all
 * clients to the rounded one: expected job entries add up to the exact number of all, which a reader could otherwise find.
 */
export function modelsOfTeams(
  mix: CaseMix,
  fitted: RandomInterceptFit | null,
  table: Table,
  roundedRate: number,
): Map<string, ModelOfTeam> {
  const move = logit(roundedRate) - logit(mix.overallRate);
  const logOdds = new Map<string, number[]>(mix.teams.map(({ team }) => [team, []]));
  for (const [i, row] of (fitted?.rows ?? []).entries()) {
    logOdds.get(String(table[TEAM_COLUMN]?.[row]))?.push((fitted?.fixedLogOdds[i] ?? 0) + move);
  }
  return new Map(
    mix.teams.map(({ team, n, expectedRate: exact, variance }) => {
      const expectedRate = 1 / (1 + Math.exp(-(logit(exact) + move)));
      const stretch = (expectedRate * (1 - expectedRate)) / (exact * (1 - exact));
      const fixedLogOdds = fitted === null ? null : (logOdds.get(team) ?? null);
      return [team, { expectedRate, variancePerClient: (stretch * variance) / n, fixedLogOdds }];
    }),
  );
}
