import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import { findTeam, listTeams } from '#db/queries/teams.ts';

import { sharedDatabase } from '../builders/database.ts';
import { insertRows, setUp } from '../builders/set-up.ts';
import { aHostService, aTeam } from '../builders/teams.ts';

describe('teams', () => {
  const { db, made } = sharedDatabase(async (given) => {
    const host = await aHostService(given, 'Northgate treatment');
    const site = { id: randomUUID(), name: 'West London' };
    await setUp(given, (trx) => insertRows(trx, 'sites', [site]));
    const whole = await aTeam(given, {
      name: 'Northgate',
      hostServiceId: host.id,
      siteId: site.id,
    });
    const bare = await aTeam(given, { name: 'Ashford', endDate: '2026-03-31' });
    const authority = (teamId: string, localAuthority: string, toDate: string | null) => ({
      id: randomUUID(),
      teamId,
      localAuthority,
      fromDate: '2022-04-01',
      toDate,
    });
    await setUp(given, (trx) =>
      insertRows(trx, 'teamLocalAuthorities', [
        authority(whole.id, 'Overton', null),
        authority(whole.id, 'Millbrook', '2025-03-31'),
        authority(bare.id, 'Ashford', null),
      ]),
    );
    return { whole, bare };
  });

  test('are listed by name, those without site and those that ended too', async () => {
    const teams = await listTeams(db());
    expect(teams.map(({ name, siteName, endDate }) => [name, siteName, endDate])).toEqual([
      ['Ashford', null, '2026-03-31'],
      ['Northgate', 'West London', null],
    ]);
  });

  test('one has its host service and its own local authorities', async () => {
    expect(await findTeam(db(), made().whole.id)).toMatchObject({
      name: 'Northgate',
      hostServiceName: 'Northgate treatment',
      hostProvider: 'Invented Care',
      ipsProvider: 'Invented Work',
      localAuthorities: [
        { name: 'Millbrook', fromDate: '2022-04-01', toDate: '2025-03-31' },
        { name: 'Overton', fromDate: '2022-04-01', toDate: null },
      ],
    });
    const bare = await findTeam(db(), made().bare.id);
    expect(bare).toMatchObject({ hostServiceName: null, hostProvider: null, siteName: null });
  });

  test('one that does not exist is not found', async () => {
    expect(await findTeam(db(), 'none')).toBeUndefined();
  });
});
