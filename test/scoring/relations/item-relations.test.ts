import { describe, expect, it } from 'vitest';
import { itemRelations } from '#scoring/relations/item-relations.ts';
import expected from '#test/reference/relations/relations.expected.json' with { type: 'json' };
import { others, referenceTeams, seesAll } from './reference-teams.ts';

const teams = referenceTeams();

describe('itemRelations', () => {
  const result = itemRelations(teams, others);
  if (result.status !== 'computed') throw new Error(result.status);
  const { items } = result;

  it.each(expected.items.filter(({ rho }) => rho !== null))(
    'agrees with R for item $item',
    (row) => {
      const ours = items[row.item - 1]!;
      if (ours.status !== 'computed') throw new Error(ours.status);
      expect(ours.rho).toBeCloseTo(row.rho!, 10);
      expect(ours.lower).toBeCloseTo(row.lower!, 10);
      expect(ours.upper).toBeCloseTo(row.upper!, 10);
      expect(ours.p).toBeCloseTo(row.p, 10);
      expect(ours.adjustedP).toBeCloseTo(row.adjustedP, 10);
      expect(ours.isFinding).toBe(row.adjustedP <= 0.05);
    },
  );

  it('has 25 rows in order, one of an item all teams score alike', () => {
    expect(items.map(({ item }) => item)).toEqual(
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
    expect(items[8]).toEqual({ item: 9, teams: 63, status: 'no-spread' });
  });

  it('says how many items are findings', () => {
    const findings = expected.items.filter(({ adjustedP }) => adjustedP <= 0.05).length;
    expect(result.sentence).toContain(`${findings} of 25 items are associated with job entry`);
  });

  it('needs 10 teams, in all and for each item', () => {
    expect(itemRelations(teams.slice(0, 9), others)).toMatchObject({
      status: 'too-few',
      teamsNeeded: 10,
    });
    expect(itemRelations(teams.slice(0, 9), seesAll).status).toBe('computed');
    const without = teams.map((team) => ({ ...team, itemScores: null }));
    expect(itemRelations(without, others)).toMatchObject({ teams: 0, teamsWithoutItems: 63 });
    const sparse = teams.map((team, index) =>
      index < 9 ? team : { ...team, itemScores: { ...team.itemScores, 4: null } },
    );
    const rows = itemRelations(sparse, others);
    expect(rows.status === 'computed' && rows.items[3]).toEqual({
      item: 4,
      teams: 9,
      status: 'too-few',
    });
  });
});
