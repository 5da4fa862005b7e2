import { describe, expect, it } from 'vitest';

import { defaultDisclosurePolicy as policy } from '#scoring/disclosure/disclosure-policy.ts';
import { integrationPattern } from '#scoring/relations/integration-pattern.ts';
import type { IntegrationLevelKey, TeamPeriod } from '#scoring/relations/team-period.ts';
import { teamRateFigures } from '#scoring/relations/team-rate-figures.ts';

const others = { viewer: 'others', policy } as const;

function team(
  teamId: string,
  jobEntries: number,
  clients: number,
  integrationLevel: IntegrationLevelKey | null,
): TeamPeriod {
  return {
    teamId,
    jobEntries,
    clients,
    integrationLevel,
    fidelityTotal: null,
    itemScores: null,
    contactsPerWeek: null,
    contactsPerWeekAllModes: null,
    meetingsPerClientMonth: null,
  };
}

const several = (level: IntegrationLevelKey | null, count: number): TeamPeriod[] =>
  Array.from({ length: count }, (_, index) =>
    team(`${level ?? 'none'} ${index}`, 20 + index, 60 + 3 * index, level),
  );

/** Two teams of a level, of which one knows 20 of its 60 clients started a job. */
const twoLow = [team('own', 20, 60, 'low'), team('other', 1, 40, 'low')];

describe('teamRateFigures', () => {
  it('has a rate for every team, those without a level too', () => {
    const teams = [...several('low', 2), ...several(null, 3)];
    const { figureOf, isShown } = teamRateFigures(teams, others);
    expect(teams.every(isShown)).toBe(true);
    expect(teams.map((each) => figureOf(each).numerator)).toEqual([20, 20, 20, 20, 20]);
    const hidden = teamRateFigures([...teams, team('few', 3, 20, null)], others);
    expect(hidden.isShown(team('none 0', 20, 60, null))).toBe(false);
    expect(hidden.isShown(team('none 2', 22, 66, null))).toBe(true);
  });

  it('hides a level’s rate from a team that could work another one’s out of it', () => {
    const teams = [...twoLow, ...several('medium', 6), ...several('high', 6)];
    const { levelFigure } = teamRateFigures(teams, others);
    expect(levelFigure('low')).toMatchObject({ numerator: 20, denominator: 100 });
    expect(levelFigure('low', 'own').status).toBe('hidden');
    // England's rate less the two others would be that of the level: another one goes with it.
    const statuses = (id?: string) =>
      (['low', 'medium', 'high'] as const).map((level) => levelFigure(level, id).status);
    expect(statuses('own')).toEqual(['hidden', 'shown', 'hidden']);
    expect(statuses('high 1')).toEqual(['shown', 'shown', 'shown']);
  });

  it('leaves a large level’s rate even to a team that is hidden in it', () => {
    const teams = [...twoLow, ...several('low', 12), ...several('medium', 3)];
    const { levelFigure, isShown } = teamRateFigures(teams, others, { fewestClients: 10 });
    expect(teams.filter((each) => !isShown(each)).map(({ teamId }) => teamId)).toEqual([
      'other',
      'low 0',
    ]);
    for (const id of ['own', 'low 0', 'other']) expect(levelFigure('low', id).status).toBe('shown');
  });

  it('hides a team for another release’s sake', () => {
    const teams = several('low', 8);
    const { isShown } = teamRateFigures(teams, others, { alsoHidden: new Set(['low 4']) });
    expect(teams.map(isShown)).toEqual([false, true, true, true, false, true, true, true]);
  });

  it('is what the pattern of integration shows', () => {
    const teams = [...twoLow, ...several('medium', 6), ...several('high', 6)];
    const pattern = integrationPattern(teams, others);
    expect(pattern.hiddenTeams).toBe(2);
    expect(pattern.levels[0]).toMatchObject({ teams: 2, figure: { numerator: 20 } });
  });
});
