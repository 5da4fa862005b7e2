import { describe, expect, test } from 'vitest';

import { protectedTeamRates } from '#app/relations/protected-team-rates.server.ts';
import { relationsData, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { relationsView } from '#app/relations/relations-view.server.ts';
import type { Db } from '#db/connection/open-database.ts';

import { countedClients } from '../../builders/clients.ts';
import { sharedDatabase } from '../../builders/database.ts';
import { aSignedRating } from '../../builders/ratings.ts';
import { aTeam } from '../../builders/teams.ts';
import { aPerson } from '../../builders/users.ts';

const today = '2026-07-15';

/** Clients who came in the earlier half-year, and in the later one, with those of them who started a job. */
async function teamOf(
  db: Db,
  name: string,
  earlier: [clients: number, entries: number],
  later: [clients: number, entries: number],
): Promise<string> {
  const { id } = await aTeam(db, { name });
  for (const [[clients, entries], enrolled] of [
    [earlier, '2025-09-01'],
    [later, '2026-02-02'],
  ] as const) {
    await countedClients(db, id, { clients, entries, enrolled });
  }
  await aSignedRating(db, id, { ratedOn: '2026-05-04', chosenLevel: 'low' });
  return id;
}

async function shownIn(db: Db, search: string) {
  const question = await relationsQuestion(db, new URLSearchParams(search), today);
  const data = await relationsData(db, question);
  const view = await relationsView(db, aPerson('national-reader'), question, data);
  return { data, view };
}

const year = 'length=2&definition=ips-grow';
const laterHalf = 'length=1&definition=ips-grow';
const earlierHalf = 'length=2&definition=ips-grow-six-months';

describe('releases that add up', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const large = await teamOf(given, 'Large', [60, 20], [50, 16]);
    const others = [50, 55, 60].map((n, index) =>
      teamOf(given, `Other ${index}`, [n, 17 + index], [n + 4, 18 + index]),
    );
    await Promise.all(others);
    // 3 of 20 in the later half-year; 16 of 60 less 13 of 40 would tell.
    const fewLater = await teamOf(given, 'Few later', [40, 13], [20, 3]);
    const fewEarlier = await teamOf(given, 'Few earlier', [22, 4], [40, 12]);
    return { large, fewLater, fewEarlier };
  });

  test('count every client once', async () => {
    const counts = async (search: string) => {
      const { teams } = (await shownIn(db(), search)).data;
      return teams.map(({ jobEntries, clients }) => [jobEntries, clients]);
    };
    const [whole, later, earlier] = [
      await counts(year),
      await counts(laterHalf),
      await counts(earlierHalf),
    ];
    expect(whole).toHaveLength(6);
    for (const [index, [entries, clients]] of whole.entries()) {
      expect(entries).toBe(later[index]![0]! + earlier[index]![0]!);
      expect(clients).toBe(later[index]![1]! + earlier[index]![1]!);
    }
  });

  test('hide a team’s whole where a part of it is hidden', async () => {
    const { fewLater, fewEarlier, large } = made();
    const statuses = async (search: string) => {
      const { figures } = await protectedTeamRates(db(), { query: search, today });
      return [fewLater, fewEarlier, large].map((id) => figures.get(id)?.status);
    };
    expect((await statuses(laterHalf))[0]).toBe('hidden');
    expect((await statuses(earlierHalf))[1]).toBe('hidden');
    expect((await statuses(year)).slice(0, 2)).toEqual(['hidden', 'hidden']);
    expect((await statuses(year))[2]).toBe('shown');
    const { integration } = (await shownIn(db(), year)).view;
    const rows = integration!.rows.map(({ team }) => team);
    expect(rows).toContain('Large');
    expect(rows).not.toContain('Few later');
    expect(rows).not.toContain('Few earlier');
    expect(integration!.leftOut.join(' ')).toMatch(/^\d teams left out of picture and table/);
  });
});
