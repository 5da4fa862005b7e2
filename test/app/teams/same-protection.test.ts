import { describe, expect, test } from 'vitest';

import { teamList } from '#app/teams/team-list.server.ts';
import { teamView } from '#app/teams/team-view.server.ts';

import { sharedDatabase } from '../../builders/database.ts';
import { workplaceFor } from '../../builders/request-context.ts';
import { hidden, manyTeams, today, tooSmall, type Name } from '../relations/many-teams.ts';

/** Hidden with the small one of its level, whose rate the level's own would otherwise give away. */
const hiddenForAnother = 'Ambleworth';

describe('a rate that the relations page hides', () => {
  const { db, made } = sharedDatabase(manyTeams);

  test('stands in no other list', async () => {
    const { rows } = await teamList(workplaceFor(db()), null, today);
    const starred = rows.filter(({ rate }) => rate === '*').map(({ name }) => name);
    expect(starred).toEqual([hiddenForAnother, hidden, tooSmall]);
    expect(rows.find(({ name }) => name === 'Brackenhithe')?.rate).toBe('32%');
  });

  test('stands on no page of the team for others, and on its own in full', async () => {
    const rateOf = async (name: Name, viewer: 'own-team' | 'others') => {
      const question = { teamId: made().ids[name], viewer, today, links: [], mayOpenRecords: true };
      return (await teamView(workplaceFor(db()), { ...question, search: new URLSearchParams() }))
        ?.rate;
    };
    for (const name of [hiddenForAnother, hidden, tooSmall] as const) {
      expect(await rateOf(name, 'others')).toMatchObject({ status: 'hidden', rate: '*' });
      const { clients, entries } = made().facts[name];
      expect((await rateOf(name, 'own-team'))?.counts).toBe(`${entries} of ${clients}`);
    }
    expect((await rateOf('Brackenhithe', 'others'))?.rate).toBe('32%');
  });
});
