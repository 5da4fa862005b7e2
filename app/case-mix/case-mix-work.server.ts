import { clientTable } from '#app/client-model/client-table.server.ts';
import { clientsAsked } from '#app/client-model/clients-question.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import type { ShownFigure } from '#scoring/disclosure/disclosed-proportion.ts';
import type { CaseMix } from '#scoring/relations/case-mix.ts';
import {
  caseMixOfCounts,
  type AllTeams,
  type ModelOfTeam,
} from '#scoring/relations/case-mix-of-counts.ts';
import { proportionFunnel } from '#scoring/relations/funnel.ts';
import { RANK_DRAWS, rankAmong, rankIntervals } from '#scoring/relations/rank-intervals.ts';
import { ratioFunnel } from '#scoring/relations/ratio-funnel.ts';
import type { TeamEffect } from '#scoring/relations/team-effect.ts';
import type { MissingRule, Table } from '#scoring/statistics/model-frame.ts';
import type { Overdispersion } from '#scoring/statistics/overdispersion.ts';
import type { RandomIntercept } from '#scoring/statistics/random-intercept.ts';

import { caseMixQuestion } from './case-mix-question.server.ts';
import type {
  CaseMixRelease,
  CaseMixRow,
  CaseMixTeams,
  Outside,
  TeamIntercepts,
} from './case-mix-release.ts';
import { expectedByClients, modelsOfTeams, withIntercepts } from './client-models.ts';
import { clientsOfRelease, wholeOfRelease } from './clients-of-release.ts';
import { releasedTeams, type CountedTeam, type ReleasedTeams } from './released-teams.server.ts';

/** Of the draws behind the places of teams; the page and its files print it. */
const ranks = { seed: 2026, draws: RANK_DRAWS };

/**
 * Case mix, worked out: two models of all clients, and a row for each team, for everyone from the counts that everyone
 * may see, for the team itself from its own. `query` is a question's address in its only form.
 */
export async function caseMixRelease(
  db: Db,
  { query, today }: { query: string; today: string },
): Promise<CaseMixRelease> {
  const question = await caseMixQuestion(db, new URLSearchParams(query), today);
  const { missing } = question;
  const table = await clientTable(db, clientsAsked(question));
  const released = await releasedTeams(db, question);
  const mix = expectedByClients(table, missing);
  if (mix.status !== 'computed') return { status: mix.status, reason: mix.reason };
  const whole = wholeOfRelease(mix, released, question.population);
  if (whole.status !== 'shown' || whole.value === 0 || whole.value === 1) {
    return { status: 'too-few', reason: 'too few clients have, or have not, started a job' };
  }
  return releaseOf({ table, missing, released, mix, whole });
}

interface Worked {
  table: Table;
  missing: MissingRule;
  released: ReleasedTeams;
  mix: CaseMix;
  whole: ShownFigure;
}

function releaseOf({ table, missing, released, mix, whole }: Worked): CaseMixRelease {
  // Complete cases are other clients than those of the rate: their counts are for the team itself alone.
  const areAllClients = missing === 'not-known-category';
  const counted = areAllClients ? released.teams : countedIn(mix);
  const used = teamsNamedIn(counted, released.used);
  const areEnough = used.length >= released.policy.fewestTeams;
  const fit = areEnough ? withIntercepts(table, missing) : null;
  const fitted = fit?.status === 'fitted' ? fit : null;
  const spreads = overdispersions(mix, used);
  const all: AllTeams = {
    rate: whole.value,
    rateTauSquared: beyondChance(spreads.rateOverdispersion),
    ratioTauSquared: beyondChance(spreads.ratioOverdispersion),
    spread: fitted?.spread ?? 0,
  };
  const models = modelsOfTeams(mix, fitted, table, whole.value);
  const rowOf = ({ teamId, ...counts }: CountedTeam): CaseMixRow[] => {
    const model = models.get(teamId);
    if (model === undefined) return [];
    return [{ teamId, counts, figures: caseMixOfCounts(counts, model, all), rank: null }];
  };
  const exact = counted.flatMap(rowOf);
  const rows = areAllClients ? shownCounts(released).flatMap(rowOf) : [];
  const compared = areAllClients ? rows : teamsNamedIn(exact, used);
  const areRanked = all.spread > 0 && areAllClients;
  return {
    status: 'computed',
    clients: clientsOfRelease(mix, whole, released.policy),
    teams: {
      ...spreads,
      compared: compared.length,
      beforeCaseMix: outside(compared.map(({ figures }) => figures.rateFunnel)),
      afterCaseMix: outside(compared.map(({ figures }) => figures.ratioFunnel)),
      hidden: areAllClients ? used.length - rows.length : 0,
      tooSmall: counted.length - used.length,
      intercepts: interceptsOf(fit, released),
    },
    all,
    varianceOfExpected: varianceOfExpected([...models.values()]),
    rows: areRanked ? withRanks(rows) : rows,
    own: new Map(exact.map((row) => [row.teamId, areRanked ? withOwnRank(row, rows) : row])),
  };
}

function countedIn(mix: CaseMix): CountedTeam[] {
  return mix.teams.map(({ team, n, observed }) => ({ teamId: team, n, events: observed }));
}

function shownCounts({ shown }: ReleasedTeams): CountedTeam[] {
  return [...shown].map(([teamId, { numerator, denominator }]) => ({
    teamId,
    n: denominator,
    events: numerator,
  }));
}

function teamsNamedIn<Row extends { teamId: string }>(
  rows: readonly Row[],
  named: readonly { teamId: string }[],
): Row[] {
  const ids = new Set(named.map(({ teamId }) => teamId));
  return rows.filter(({ teamId }) => ids.has(teamId));
}

/** How much teams differ beyond chance, from the exact counts of all with enough clients: rounding would add to it. */
function overdispersions(
  mix: CaseMix,
  used: readonly CountedTeam[],
): Pick<CaseMixTeams, 'rateOverdispersion' | 'ratioOverdispersion'> {
  const ids = new Set(used.map(({ teamId }) => teamId));
  const spreadOf = (
    funnel: ReturnType<typeof proportionFunnel> | ReturnType<typeof ratioFunnel>,
  ): Overdispersion | null => (funnel.status === 'computed' ? funnel.overdispersion : null);
  return {
    rateOverdispersion: spreadOf(
      proportionFunnel(used.map(({ teamId, n, events }) => ({ team: teamId, n, events }))),
    ),
    ratioOverdispersion: spreadOf(ratioFunnel(mix.teams.filter(({ team }) => ids.has(team)))),
  };
}

function beyondChance(spread: Overdispersion | null): number | null {
  return spread !== null && spread.tauSquared > 0 ? spread.tauSquared : null;
}

function outside(funnels: readonly CaseMixRow['figures']['rateFunnel'][]): Outside {
  const areWide = funnels.some(({ overdispersed }) => overdispersed !== null);
  const isOutside = (position: string): boolean => position !== 'inside';
  return {
    limits95: funnels.filter(({ position }) => isOutside(position)).length,
    limits998: funnels.filter(({ position }) => position.endsWith('99.8%')).length,
    overdispersed95: areWide
      ? funnels.filter(({ overdispersed }) => isOutside(overdispersed?.position ?? 'inside')).length
      : null,
  };
}

function interceptsOf(fit: RandomIntercept | null, { policy }: ReleasedTeams): TeamIntercepts {
  if (fit === null) {
    return { status: 'none', reason: `at least ${policy.fewestTeams} teams are needed` };
  }
  if (fit.status !== 'fitted') return { status: 'none', reason: fit.reason };
  const { method, spread, spreadTest } = fit;
  return { status: 'fitted', method, spread, p: spreadTest.p, ...ranks };
}

/** Of a team with clients between those of all teams. */
function varianceOfExpected(models: readonly ModelOfTeam[]): number {
  const total = (key: 'variancePerClient' | 'expectedRate'): number =>
    models.reduce((sum, model) => sum + model[key], 0);
  return total('variancePerClient') / total('expectedRate');
}

const effectOf = ({ figures }: CaseMixRow): TeamEffect =>
  figures.effect ?? { effect: 0, standardError: 0 };

/** Places among the teams that everyone sees, from what everyone sees of them. */
function withRanks(rows: readonly CaseMixRow[]): CaseMixRow[] {
  const places = rankIntervals(rows.map(effectOf), ranks);
  return rows.map((row, index) => ({ ...row, rank: places[index] ?? null }));
}

function withOwnRank(own: CaseMixRow, rows: readonly CaseMixRow[]): CaseMixRow {
  const others = rows.filter(({ teamId }) => teamId !== own.teamId).map(effectOf);
  return { ...own, rank: rankAmong(effectOf(own), others, ranks) };
}
