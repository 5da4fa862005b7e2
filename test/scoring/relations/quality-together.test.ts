import { describe, expect, it } from 'vitest';
import { qualityTogether, type QualityTogether } from '#scoring/relations/quality-together.ts';
import expected from '#test/reference/relations/relations.expected.json' with { type: 'json' };
import teamsExpected from '#test/reference/statistics/teams.expected.json' with { type: 'json' };
import { causalWords, others, referenceTeams, seesAll } from './reference-teams.ts';

const teams = referenceTeams();
type Fitted = Extract<QualityTogether, { status: 'fitted' }>;

function fitted(result: QualityTogether): Fitted {
  if (result.status !== 'fitted') throw new Error(`${result.status}: ${result.reason}`);
  return result;
}

/** Our column, R's name for it in the levels fit and in teams.expected.json, and R's unit in ours. */
const columns = [
  ['fidelity', 'fidelity10', 'fidelity', 10],
  ['integration-medium', 'integrationmedium', 'integrationmedium', 1],
  ['integration-high', 'integrationhigh', 'integrationhigh', 1],
  ['contacts', 'contacts_per_week', 'contacts_per_week', 1],
  ['meetings', 'meetings_per_client', 'meetings_per_client', 1],
] as const;

describe('qualityTogether over the 63 reference teams', () => {
  const result = fitted(qualityTogether(teams, others));
  const ratio = (name: string) => result.oddsRatios.find((row) => row.name === name)!;

  it.each(columns)(
    'gives the quasi-binomial odds ratio of %s as R does',
    (name, levelsName, shared, unit) => {
      const row = ratio(name);
      const { oddsRatio, lower, upper, p, t } = expected.levels[levelsName];
      expect(Math.abs(row.oddsRatio / oddsRatio - 1)).toBeLessThan(1e-8);
      expect(Math.abs(row.lower / lower - 1)).toBeLessThan(1e-8);
      expect(Math.abs(row.upper / upper - 1)).toBeLessThan(1e-8);
      expect(row.p).toBeCloseTo(p, 10);
      expect(row.t).toBeCloseTo(t, 7);
      const { quasibinomial, binomial } = teamsExpected;
      expect(row.estimate / unit).toBeCloseTo(binomial.coefficients[shared], 9);
      expect(row.standardError / unit).toBeCloseTo(quasibinomial.standardErrors[shared], 8);
      expect(row.p).toBeCloseTo(quasibinomial.p[shared], 8);
    },
  );

  it('gives dispersion, teams and residual degrees of freedom', () => {
    expect(result.dispersion).toBeCloseTo(teamsExpected.quasibinomial.dispersion, 7);
    expect(result).toMatchObject({ teams: 63, residualDegrees: 57, referenceLevel: 'low' });
  });

  it('gives the slope per level of integration beside', () => {
    const { estimate, oddsRatio, lower, upper, p } = expected.slope.level;
    expect(result.integrationSlope!.estimate).toBeCloseTo(estimate, 8);
    expect(result.integrationSlope!.oddsRatio).toBeCloseTo(oddsRatio, 8);
    expect(result.integrationSlope!.lower).toBeCloseTo(lower, 8);
    expect(result.integrationSlope!.upper).toBeCloseTo(upper, 8);
    expect(result.integrationSlope!.p).toBeCloseTo(p, 8);
  });

  it('checks itself with the beta-binomial maximum', () => {
    const check = result.betaBinomial;
    if (check.status !== 'fitted') throw new Error(check.reason);
    const { coefficients, rho, logLik } = teamsExpected.betaBinomial;
    for (const [name, , shared, unit] of columns) {
      const { estimate } = check.oddsRatios.find((row) => row.name === name)!;
      expect(estimate / unit).toBeCloseTo(coefficients[shared], 6);
    }
    expect(check.rho).toBeCloseTo(rho, 6);
    expect(check.logLikelihood).toBeCloseTo(logLik, 6);
  });

  it('speaks of association only', () => {
    for (const { sentence } of result.oddsRatios) expect(sentence).not.toMatch(causalWords);
    expect(ratio('fidelity').sentence).toContain(
      '10 fidelity points more goes with an odds ratio = 1.26',
    );
  });

  it('can take contacts in all modes instead', () => {
    const all = fitted(qualityTogether(teams, others, { contacts: 'all-modes' }));
    const contacts = all.oddsRatios.find(({ factor }) => factor === 'contacts')!;
    // All-modes contacts of the reference teams are the strict ones plus 2.
    expect(contacts.oddsRatio).toBeCloseTo(ratio('contacts').oddsRatio, 8);
  });
});

describe('qualityTogether with less', () => {
  it('leaves out teams with a missing input and counts them by input', () => {
    const some = teams.map((team, index) => ({
      ...team,
      ...(index < 4 ? { fidelityTotal: null } : {}),
      ...(index < 2 ? { contactsPerWeek: null } : {}),
      ...(index === 62 ? { integrationLevel: null } : {}),
    }));
    expect(qualityTogether(some, others)).toMatchObject({
      status: 'fitted',
      teams: 58,
      teamsIncomplete: 5,
      missing: { fidelity: 4, integration: 1, contacts: 2, meetings: 0 },
    });
  });

  it('needs 10 more teams than coefficients', () => {
    expect(qualityTogether(teams.slice(0, 15), others)).toMatchObject({
      status: 'too-few',
      teams: 15,
      teamsNeeded: 16,
    });
    expect(qualityTogether(teams.slice(0, 16), seesAll).status).toBe('fitted');
    expect(qualityTogether([], others)).toMatchObject({
      status: 'too-few',
      figure: { status: 'none' },
    });
  });

  it('names inputs that are the same in every team, and the level compared with', () => {
    const same = teams
      .filter(({ integrationLevel }) => integrationLevel !== 'low')
      .map((team) => ({ ...team, meetingsPerClientMonth: 2 }));
    const result = fitted(qualityTogether(same, others));
    expect(result.leftOut.map(({ factor }) => factor)).toEqual(['meetings']);
    expect(result.referenceLevel).toBe('medium');
    expect(result.oddsRatios.map(({ name }) => name)).toEqual([
      'fidelity',
      'integration-high',
      'contacts',
    ]);
    expect(result.warnings.join()).toContain('No team has low integration');
  });

  it('names inputs that follow from others', () => {
    const tied = teams.map((team) => ({ ...team, meetingsPerClientMonth: team.contactsPerWeek }));
    const { leftOut, oddsRatios } = fitted(qualityTogether(tied, others));
    expect(leftOut).toEqual([{ factor: 'meetings', reason: 'it follows from the other inputs' }]);
    expect(oddsRatios).toHaveLength(4);
  });

  it('answers where nothing can be estimated', () => {
    const same = teams.map((team) => ({
      ...team,
      fidelityTotal: 90,
      integrationLevel: 'low' as const,
      contactsPerWeek: 4,
      meetingsPerClientMonth: 2,
    }));
    expect(qualityTogether(same, others).status).toBe('not-estimable');
    const all = teams.map((team) => ({ ...team, jobEntries: team.clients }));
    expect(qualityTogether(all, others).status).toBe('not-estimable');
  });
});
