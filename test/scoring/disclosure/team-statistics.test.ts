import { describe, expect, it } from 'vitest';
import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { isTeamStatisticShown, teamFigures } from '#scoring/disclosure/team-statistics.ts';

describe('isTeamStatisticShown', () => {
  it('needs 10 teams for others', () => {
    expect(isTeamStatisticShown('others', 9, policy)).toBe(false);
    expect(isTeamStatisticShown('others', 10, policy)).toBe(true);
    expect(isTeamStatisticShown('own-team', 2, policy)).toBe(true);
  });
});

describe('teamFigures', () => {
  it('leaves out and counts the teams whose rate is hidden', () => {
    const teams = [
      { name: 'A', entries: 20, clients: 60 },
      { name: 'B', entries: 3, clients: 40 },
      { name: 'C', entries: 0, clients: 12 },
    ];
    const counts = (t: (typeof teams)[number]) => ({
      numerator: t.entries,
      denominator: t.clients,
    });
    const { shown, hiddenTeams } = teamFigures('others', teams, counts, policy);
    expect(shown.map(({ team }) => team.name)).toEqual(['A', 'C']);
    expect(hiddenTeams).toBe(1);
    expect(teamFigures('own-team', teams, counts, policy).hiddenTeams).toBe(0);
  });
});
