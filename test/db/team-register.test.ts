import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createTeam, saveTeam } from '#app/administration/save-team.server.ts';
import type { TeamAnswers } from '#app/forms/team.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { findTeamRecord, listSites, listTeamRegister } from '#db/queries/team-register.ts';
import { listHostServices } from '#db/queries/user-accounts.ts';

import { addUser } from '../application/add-user.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let database: TemporaryDatabase;
let actor: { userId: string; at: string };

beforeEach(async () => {
  database = await temporaryDatabase();
  actor = { userId: (await addUser(database.db)).id, at: '2026-07-01T10:00:00.000Z' };
});

afterEach(() => database.close());

const answers: TeamAnswers = {
  name: 'Northgate',
  region: 'London',
  ipsProvider: 'Invented Work',
  hostService: { kind: 'new', name: 'Northgate treatment', provider: 'Invented Care' },
  site: { kind: 'new', name: 'North' },
  startDate: '2022-04-01',
  endDate: null,
  authorities: [
    { localAuthority: 'Upper Borough', fromDate: '2022-04-01', toDate: '2024-03-31' },
    { localAuthority: 'Lower Borough', fromDate: '2022-04-01', toDate: null },
  ],
};

async function add(team: Partial<TeamAnswers> = {}, submissionId = randomUUID()): Promise<string> {
  const outcome = await createTeam(database.db, actor, submissionId, { ...answers, ...team });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.location.split('=').at(-1)!;
}

describe('adding a team', () => {
  test('keeps its places and authorities with their days', async () => {
    const team = await findTeamRecord(database.db, await add());
    expect(team).toMatchObject({
      name: 'Northgate',
      hostServiceName: 'Northgate treatment',
      siteName: 'North',
      version: 1,
    });
    expect(team?.authorities).toEqual([...answers.authorities].reverse());
  });

  test('twice by one form is one team', async () => {
    const submissionId = randomUUID();
    expect(await add({}, submissionId)).toBe(await add({}, submissionId));
    expect(await listTeamRegister(database.db)).toHaveLength(1);
  });

  test('with another team’s name is refused, and its new host service is not kept', async () => {
    await add();
    const team: TeamAnswers = {
      ...answers,
      name: 'NORTHGATE',
      hostService: { kind: 'new', name: 'Elsewhere', provider: 'Other' },
    };
    const outcome = await createTeam(database.db, actor, randomUUID(), team);
    expect(outcome).toMatchObject({ ok: false, error: { field: 'name' } });
    expect(await listHostServices(database.db)).toHaveLength(1);
  });

  test('with a host service and a site that are known by name makes neither twice', async () => {
    await add();
    await add({ name: 'Southgate' });
    expect(await listHostServices(database.db)).toHaveLength(1);
    expect(await listSites(database.db)).toHaveLength(1);
  });

  test.each([
    { field: 'hostService', team: { hostService: { kind: 'known', id: 'nowhere' } } },
    { field: 'site', team: { site: { kind: 'known', id: 'nowhere' } } },
  ] as const)('with an unknown $field is refused', async ({ field, team }) => {
    const all = { ...answers, ...team };
    const outcome = await createTeam(database.db, actor, randomUUID(), all);
    expect(outcome).toMatchObject({ ok: false, error: { field } });
  });
});

describe('changing a team', () => {
  test('replaces its authorities and keeps its own name', async () => {
    const teamId = await add();
    const changed = { ...answers, endDate: '2026-03-31', authorities: [] };
    await saveTeam(database.db, actor, { teamId, version: 1 }, changed);
    const saved = await findTeamRecord(database.db, teamId);
    expect(saved).toMatchObject({ endDate: '2026-03-31', authorities: [], version: 2 });
  });

  test('from an old version is refused and changes no authority', async () => {
    const teamId = await add();
    await saveTeam(database.db, actor, { teamId, version: 1 }, answers);
    const stale = { ...answers, authorities: [] };
    const second = saveTeam(database.db, actor, { teamId, version: 1 }, stale);
    await expect(second).rejects.toThrow(StaleVersionError);
    expect((await findTeamRecord(database.db, teamId))?.authorities).toHaveLength(2);
  });
});
