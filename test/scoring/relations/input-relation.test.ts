import { describe, expect, it } from 'vitest';
import { inputRelation } from '#scoring/relations/input-relation.ts';
import { getRelationInput, relationInputs } from '#scoring/relations/relation-inputs.ts';
import { smallestSignificantCorrelation } from '#scoring/relations/smallest-significant-correlation.ts';
import { defaultRelationSettings } from '#scoring/relations/team-period.ts';
import expected from '#test/reference/relations/relations.expected.json' with { type: 'json' };
import teamsExpected from '#test/reference/statistics/teams.expected.json' with { type: 'json' };
import { causalWords, others, referenceTeams, seesAll } from './reference-teams.ts';

const teams = referenceTeams();

describe('inputRelation over the 63 reference teams', () => {
  it.each(['fidelity', 'contacts', 'meetings'] as const)('agrees with R for %s', (key) => {
    const relation = inputRelation(teams, getRelationInput(key), others);
    if (relation.status !== 'computed') throw new Error(relation.status);
    const { pearson, spearman } = relation;
    for (const part of ['r', 'lower', 'upper', 'p'] as const) {
      expect(pearson[part]).toBeCloseTo(teamsExpected.pearson[key][part], 10);
    }
    const { rho, lower, upper, pFromT } = teamsExpected.spearman[key];
    expect(spearman.r).toBeCloseTo(rho, 10);
    expect(spearman.lower).toBeCloseTo(lower, 10);
    expect(spearman.upper).toBeCloseTo(upper, 10);
    expect(spearman.p).toBeCloseTo(pFromT, 10);
    expect(relation.teams).toBe(63);
    expect(relation.smallestDetectable).toBeCloseTo(0.35, 2);
  });

  it('leaves a team out of the picture whose meetings are a mean over few clients', () => {
    const [first] = teams;
    const few = teams.map((team) =>
      team === first
        ? { ...team, clientsBehindMeetings: 7 }
        : { ...team, clientsBehindMeetings: 8 },
    );
    const meetings = getRelationInput('meetings');
    const all = inputRelation(teams, meetings, others);
    const relation = inputRelation(few, meetings, others);
    expect(all.points.some(({ teamId }) => teamId === first!.teamId)).toBe(true);
    expect(relation.points.some(({ teamId }) => teamId === first!.teamId)).toBe(false);
    expect(relation.hiddenTeams).toBe(all.hiddenTeams + 1);
    expect(relation.sentence).toBe(all.sentence);
    expect(inputRelation(few, meetings, seesAll).points).toHaveLength(63);
    // Another input of the same team stays.
    const fidelity = getRelationInput('fidelity');
    expect(inputRelation(few, fidelity, others).hiddenTeams).toBe(
      inputRelation(teams, fidelity, others).hiddenTeams,
    );
  });

  it('says what goes with what, and nothing of a cause', () => {
    const sentences = relationInputs.map((input) => inputRelation(teams, input, others).sentence);
    expect(sentences[0]).toBe(
      'Over 63 teams, job entry is higher where the fidelity total is higher (r = 0.31, 95% interval 0.06 to 0.52).',
    );
    expect(sentences[2]).toContain('no clear association');
    expect(sentences[2]).toContain('r = −0.11, 95% interval −0.35 to 0.14');
    for (const sentence of sentences) expect(sentence).not.toMatch(causalWords);
  });

  it('shows published studies beside fidelity only', () => {
    expect(inputRelation(teams, getRelationInput('fidelity'), others).published).toHaveLength(5);
    expect(inputRelation(teams, getRelationInput('contacts'), others).published).toEqual([]);
  });

  it('gives others rounded figures and leaves out and counts teams whose rate is hidden', () => {
    const relation = inputRelation(teams, getRelationInput('fidelity'), others);
    // T04 has 5 job entries of 23 clients.
    expect(relation.points.map(({ teamId }) => teamId)).not.toContain('T04');
    expect(relation.points.length + relation.hiddenTeams).toBe(63);
    expect(relation.hiddenTeams).toBeGreaterThan(0);
    expect(relation.points.every(({ figure }) => figure.status === 'shown' && figure.rounded)).toBe(
      true,
    );
    expect(inputRelation(teams, getRelationInput('fidelity'), seesAll).hiddenTeams).toBe(0);
  });
});

describe('inputRelation with less', () => {
  const fidelity = getRelationInput('fidelity');

  it('uses teams with the fewest clients and more only', () => {
    const settings = { ...defaultRelationSettings, fewestClients: 40 };
    const relation = inputRelation(teams, fidelity, others, settings);
    if (relation.status !== 'computed') throw new Error(relation.status);
    expect(relation.teams).toBe(expected.fortyClients.n);
    expect(relation.teamsTooSmall).toBe(63 - expected.fortyClients.n);
    expect(relation.pearson.r).toBeCloseTo(expected.fortyClients.r, 10);
    expect(relation.pearson.p).toBeCloseTo(expected.fortyClients.p, 10);
  });

  it('counts teams whose input is not known', () => {
    const some = teams.map((team, index) => (index < 3 ? { ...team, fidelityTotal: null } : team));
    expect(inputRelation(some, fidelity, others)).toMatchObject({
      teams: 60,
      teamsWithoutInput: 3,
    });
  });

  it('gives others nothing but the data under 10 teams', () => {
    const relation = inputRelation(teams.slice(0, 9), fidelity, others);
    expect(relation).toMatchObject({ status: 'too-few', teams: 9, teamsNeeded: 10 });
    expect(relation).not.toHaveProperty('pearson');
    expect(relation.points.length).toBeGreaterThan(0);
    expect(inputRelation(teams.slice(0, 10), fidelity, others).status).toBe('computed');
  });

  it('gives those who may see all the correlation of eight teams without a verdict', () => {
    const relation = inputRelation(teams.slice(0, 8), fidelity, seesAll);
    if (relation.status !== 'computed') throw new Error(relation.status);
    const { r, lower, upper, p } = relation.pearson;
    const { firstEight } = expected;
    expect([r, lower, upper, p].map((v) => v.toFixed(9))).toEqual(
      [firstEight.r, firstEight.lower, firstEight.upper, firstEight.p].map((v) => v.toFixed(9)),
    );
    expect(relation.direction).toBe('not-clear');
    expect(relation.sentence).toContain('Too few teams for a statement');
    expect(relation.sentence).toContain('between −0.71 and 0.71');
    expect(relation.smallestDetectable).toBeCloseTo(0.85, 2);
    expect(inputRelation(teams.slice(0, 3), fidelity, seesAll).status).toBe('too-few');
    expect(inputRelation([], fidelity, seesAll)).toMatchObject({ smallestSignificant: null });
  });

  it('answers where all teams are the same', () => {
    const same = teams.map((team) => ({ ...team, fidelityTotal: 100 }));
    expect(inputRelation(same, fidelity, others).status).toBe('no-spread');
  });

  it('refuses a team that stands there twice, impossible counts and unknown inputs', () => {
    expect(() => inputRelation([...teams, teams[0]!], fidelity, others)).toThrow(/teamsInUse/);
    const wrong = { ...teams[0]!, jobEntries: 900 };
    expect(() => inputRelation([wrong], fidelity, others)).toThrow(RangeError);
    expect(() => getRelationInput('weather')).toThrow(/getRelationInput/);
  });
});

describe('smallestSignificantCorrelation', () => {
  it.each(expected.smallestSignificant)('agrees with R for $n teams', ({ n, r }) => {
    expect(smallestSignificantCorrelation(n)).toBeCloseTo(r, 10);
  });

  it('refuses what makes no sense', () => {
    expect(() => smallestSignificantCorrelation(2)).toThrow(RangeError);
    expect(() => smallestSignificantCorrelation(9, 1)).toThrow(/alpha/);
  });
});
