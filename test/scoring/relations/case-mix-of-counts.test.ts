import { describe, expect, it } from 'vitest';

import { adjustedRates } from '#scoring/relations/adjusted-rates.ts';
import { caseMix } from '#scoring/relations/case-mix.ts';
import { caseMixOfCounts, type AllTeams } from '#scoring/relations/case-mix-of-counts.ts';
import { proportionFunnel } from '#scoring/relations/funnel.ts';
import { at } from '#scoring/statistics/vectors.ts';

import { mixedSpec, mixedTable } from '../statistics/random-intercept-checks.ts';
import { only } from '../statistics/reference-group.ts';

/** Forty teams with their models. */
function fitted() {
  const table = mixedTable();
  const mix = only(
    caseMix(table, { outcome: 'job_start', team: 'team', terms: mixedSpec.terms }),
    'computed',
  );
  const adjusted = only(adjustedRates(table, mixedSpec, { seed: 4 }), 'computed');
  const funnel = only(
    proportionFunnel(mix.teams.map(({ team, n, observed }) => ({ team, n, events: observed }))),
    'computed',
  );
  const all: AllTeams = {
    rate: mix.overallRate,
    rateTauSquared: funnel.overdispersion!.tauSquared,
    ratioTauSquared: mix.overdispersion!.tauSquared,
    spread: adjusted.model.spread,
  };
  const { rows, fixedLogOdds } = adjusted.model;
  const teams = mix.teams.map((team) => ({
    counts: { n: team.n, events: team.observed },
    model: {
      expectedRate: team.expectedRate,
      variancePerClient: team.variance / team.n,
      fixedLogOdds: fixedLogOdds.filter((_, i) => table.team?.[at(rows, i)] === team.team),
    },
  }));
  return { mix, adjusted, funnel, all, teams };
}

const { mix, adjusted, funnel, all, teams } = fitted();

describe('caseMixOfCounts', () => {
  it('gives with exact counts what the whole models give', () => {
    for (const [index, { counts, model }] of teams.entries()) {
      const row = caseMixOfCounts(counts, model, all);
      const [team, rates, plain] = [
        mix.teams[index]!,
        adjusted.teams[index]!,
        funnel.teams[index]!,
      ];
      for (const [found, expected] of [
        [row.ratio, team.ratio],
        [row.expected, team.expected],
        [row.ratioInterval.lower, team.ratioInterval.lower],
        [row.ratioInterval.upper, team.ratioInterval.upper],
        [row.standardisedRate, team.standardisedRate],
        [row.ratioFunnel.limits95.upper, team.limits95.upper],
        [row.ratioFunnel.limits998.lower, team.limits998.lower],
        [row.ratioFunnel.overdispersed!.limits95.upper, team.overdispersed!.limits95.upper],
        [row.rate, plain.rate],
        [row.rateFunnel.limits95.lower, plain.limits95.lower],
        [row.rateFunnel.overdispersed!.limits998.upper, plain.overdispersed!.limits998.upper],
        [row.adjustedRate!, rates.adjustedRate],
        [row.adjustedInterval!.lower, rates.adjustedInterval.lower],
        [row.adjustedInterval!.upper, rates.adjustedInterval.upper],
      ] as const) {
        expect(found).toBeCloseTo(expected, 9);
      }
      expect(row.ratioFunnel.position).toBe(team.position);
      expect(row.rateFunnel.position).toBe(plain.position);
    }
  });

  it('scales what is expected to the clients it is told of', () => {
    const { model } = teams[0]!;
    const row = caseMixOfCounts({ n: 200, events: 60 }, model, all);
    expect(row.expected).toBeCloseTo(200 * model.expectedRate, 12);
    expect(row.ratio).toBeCloseTo(0.3 / model.expectedRate, 12);
  });

  it('has no adjusted rate without that model, no second limits without a spread, and no rate above 1', () => {
    const { model } = teams[0]!;
    const none = { ...all, rateTauSquared: null, ratioTauSquared: null };
    const row = caseMixOfCounts({ n: 40, events: 40 }, { ...model, fixedLogOdds: null }, none);
    expect(row).toMatchObject({ effect: null, adjustedRate: null, adjustedInterval: null });
    expect(row.rateFunnel.overdispersed).toBeNull();
    expect(row.ratioFunnel.overdispersed).toBeNull();
    expect(row.standardisedRate).toBe(1);
    expect(row.ratioFunnel.position).toBe('above 99.8%');
  });
});
