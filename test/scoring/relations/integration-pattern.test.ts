import { describe, expect, it } from 'vitest';
import {
  integrationPattern,
  type IntegrationPattern,
} from '#scoring/relations/integration-pattern.ts';
import type { TeamPeriod } from '#scoring/relations/team-period.ts';
import { wilsonInterval } from '#scoring/statistics/wilson-interval.ts';
import extra from '#test/reference/statistics/relations-extra.expected.json' with { type: 'json' };
import teamsExpected from '#test/reference/statistics/teams.expected.json' with { type: 'json' };
import { causalWords, others, referenceTeams, seesAll } from './reference-teams.ts';

const teams = referenceTeams();
type Computed = Extract<IntegrationPattern, { status: 'computed' }>;

function computed(result: IntegrationPattern): Computed {
  if (result.status !== 'computed') throw new Error(result.status);
  return result;
}

describe('integrationPattern over the 63 reference teams', () => {
  const result = computed(integrationPattern(teams, others));

  it('gives the quasi-binomial trend as R does', () => {
    const { slope, se, t, p } = teamsExpected.integration.quasiTrend;
    expect(result.trend.slope).toBeCloseTo(slope, 8);
    expect(result.trend.standardError).toBeCloseTo(se, 8);
    expect(result.trend.t).toBeCloseTo(t, 7);
    expect(result.trend.p).toBeCloseTo(p, 10);
    expect(result.trend.df).toBe(61);
    expect(result.trend.oddsRatioPerLevel).toBeCloseTo(Math.exp(slope), 8);
  });

  it('gives the rank test as R does', () => {
    const { statistic, z, p } = teamsExpected.integration.jonckheere;
    expect(result.rankTrend!.statistic).toBe(statistic);
    expect(result.rankTrend!.z).toBeCloseTo(z, 10);
    expect(result.rankTrend!.p).toBeCloseTo(p, 10);
  });

  it('names the team furthest from the pattern, which does not depart from it', () => {
    const { furthest, rstudent, adjustedP } = extra.residuals.trend;
    expect(result.furthest).toMatchObject({
      teamId: teams[furthest - 1]!.teamId,
      direction: 'below',
      departs: false,
    });
    expect(result.furthest!.residual).toBeCloseTo(rstudent[furthest - 1]!, 8);
    expect(result.furthest!.adjustedP).toBeCloseTo(adjustedP, 8);
    expect(result.furthest!.sentence).toContain('within what chance gives');
  });

  it('gives each level its pooled rate', () => {
    const exact = computed(integrationPattern(teams, seesAll));
    for (const { level, figure, teams: n } of exact.levels) {
      const members = teams.filter(({ integrationLevel }) => integrationLevel === level);
      const x = members.reduce((sum, { jobEntries }) => sum + jobEntries, 0);
      const clients = members.reduce((sum, team) => sum + team.clients, 0);
      expect(n).toBe(members.length);
      expect(figure).toMatchObject({
        numerator: x,
        denominator: clients,
        ...wilsonInterval(x, clients),
      });
    }
    expect(result.levels.every(({ figure }) => figure.rounded)).toBe(true);
  });

  it('speaks of association only', () => {
    expect(result.sentence).toMatch(
      /^Over 63 teams, job entry is higher where integration is higher \(odds ratio per level = 1\.26/,
    );
    expect(result.sentence).not.toMatch(causalWords);
    expect(result.furthest!.sentence).not.toMatch(causalWords);
  });
});

describe('integrationPattern with other teams', () => {
  const team = (teamId: string, changes: Partial<TeamPeriod>): TeamPeriod => ({
    ...teams[0]!,
    teamId,
    ...changes,
  });

  it('says when the furthest team departs', () => {
    const largest = teams.reduce((best, next) => (next.clients > best.clients ? next : best));
    const odd = teams.map((row) =>
      row === largest ? { ...row, jobEntries: Math.round(row.clients * 0.93) } : row,
    );
    const { furthest } = computed(integrationPattern(odd, others));
    const reference = extra.residuals.departing;
    expect(furthest).toMatchObject({ teamId: largest.teamId, departs: true, direction: 'above' });
    expect(furthest!.residual).toBeCloseTo(reference.rstudent[reference.furthest - 1]!, 7);
    expect(furthest!.sentence).toContain('departs from the pattern');
  });

  it('withholds the name of the furthest team where its rate is hidden', () => {
    const alike = Array.from({ length: 12 }, (_, index) =>
      team(`A${index}`, {
        clients: 100,
        jobEntries: 48 + (index % 4),
        integrationLevel: (['low', 'medium', 'high'] as const)[index % 3]!,
      }),
    );
    const rows = [...alike, team('B', { clients: 100, jobEntries: 3, integrationLevel: 'medium' })];
    expect(computed(integrationPattern(rows, others)).furthest).toMatchObject({
      teamId: null,
      departs: true,
    });
    expect(computed(integrationPattern(rows, seesAll)).furthest!.teamId).toBe('B');
    const { points, hiddenTeams } = integrationPattern(rows, others);
    // The pooled rate of the level is shown, so a second team of it goes with the hidden one.
    expect(points.filter(({ level }) => level === 'medium')).toHaveLength(3);
    expect(hiddenTeams).toBe(2);
  });

  it('shows the data of too few teams', () => {
    const few = integrationPattern(teams.slice(0, 8), others);
    expect(few).toMatchObject({ status: 'too-few', teams: 8, teamsNeeded: 10 });
    expect(few.levels.map((level) => level.teams)).toEqual([1, 6, 1]);
    expect(computed(integrationPattern(teams.slice(0, 8), seesAll)).sentence).toContain(
      'Too few teams',
    );
    expect(integrationPattern([], others)).toMatchObject({ status: 'too-few', points: [] });
  });

  it('answers for one level, for rates on the pattern, and counts teams without a level', () => {
    const low = teams.map((row) => ({ ...row, integrationLevel: 'low' as const }));
    expect(integrationPattern(low, others).status).toBe('one-level');
    const all = teams.map((row) => ({ ...row, jobEntries: row.clients }));
    expect(integrationPattern(all, others).status).toBe('not-estimable');
    const some = teams.map((row, index) => (index < 5 ? { ...row, integrationLevel: null } : row));
    expect(integrationPattern(some, others)).toMatchObject({ teams: 58, teamsWithoutLevel: 5 });
  });
});
