import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  findClientFactors,
  listClientProfiles,
  saveClientFactors,
  type ClientFactorValues,
} from '#db/queries/client-factors.ts';
import {
  countClients,
  findClient,
  listClients,
  listClientsOnBooks,
  ReferenceTakenError,
  updateClient,
  updateClientSexAndAge,
  type ClientState,
} from '#db/queries/clients.ts';
import { insertJobEntry } from '#db/queries/job-entries.ts';

import { addClient, addTeam, auditActions, changed, setUp, someClient } from './daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let teamId: string;
let otherTeamId: string;

beforeEach(async () => {
  file = await temporaryDatabase();
  teamId = await addTeam(file.db);
  otherTeamId = await addTeam(file.db);
});

afterEach(() => file.close());

const profile: ClientFactorValues = {
  referralSource: 'Self-referral',
  mainSubstance: 'Alcohol',
  treatment: 'Under one year',
  lastJob: '1 to 2 years',
  gpVisit: 'yes',
  aeVisit: 'not-known',
  benefit: 'None',
  ethnicity: 'not-known',
  housing: 'Unstable',
  convicted: 'no',
  confidence: 'High',
  qualification: 'Low',
};

describe('a client', () => {
  test('is read as written, by the own team only', async () => {
    const id = await addClient(file.db, teamId);
    expect(await findClient(file.db, teamId, id)).toMatchObject({ ...someClient, version: 1 });
    expect(await findClient(file.db, otherTeamId, id)).toBeUndefined();
    expect(await auditActions(file.db, id)).toEqual(['insert client']);
  });

  test('has a reference of its own within the team', async () => {
    const id = await addClient(file.db, teamId);
    const second = await addClient(file.db, teamId, { reference: 'NGT-0002' });
    await expect(addClient(file.db, teamId)).rejects.toThrow(ReferenceTakenError);
    await expect(addClient(file.db, otherTeamId)).resolves.toBeTruthy();
    const rename = { id: second, version: 1, values: someClient };
    await expect(
      changed(file.db, (trx, record) => updateClient(trx, record, teamId, rename)),
    ).rejects.toThrow(ReferenceTakenError);
    const same = { id, version: 1, values: { ...someClient, ageAtEnrolment: 35 } };
    await changed(file.db, (trx, record) => updateClient(trx, record, teamId, same));
    expect(await findClient(file.db, teamId, id)).toMatchObject({ ageAtEnrolment: 35 });
  });

  test('is changed once per version, and by the own team only', async () => {
    const id = await addClient(file.db, teamId);
    const edit = { id, version: 1, values: { ...someClient, sex: 'not-known' } };
    await expect(
      changed(file.db, (trx, record) => updateClient(trx, record, otherTeamId, edit)),
    ).rejects.toThrow(StaleVersionError);
    await changed(file.db, (trx, record) => updateClient(trx, record, teamId, edit));
    await expect(
      changed(file.db, (trx, record) => updateClient(trx, record, teamId, edit)),
    ).rejects.toThrow(StaleVersionError);
    const update = await file.db
      .selectFrom('auditRecords')
      .select('detail')
      .where('entityId', '=', id)
      .where('action', '=', 'update')
      .executeTakeFirstOrThrow();
    // The names of what changed, never the values.
    expect(JSON.parse(update.detail)).toEqual({ fields: ['sex'] });
    const person = { id, sex: 'male', ageAtEnrolment: 40 };
    await changed(file.db, (trx, record) => updateClientSexAndAge(trx, record, teamId, person));
    expect(await findClient(file.db, teamId, id)).toMatchObject({ sex: 'male', version: 3 });
  });
});

test('clients are out of work, working or closed on a day', async () => {
  const idle = await addClient(file.db, teamId, { reference: 'A-1' });
  const working = await addClient(file.db, teamId, { reference: 'A-2' });
  const left = await addClient(file.db, teamId, { reference: 'A-3' });
  const closed = await addClient(file.db, teamId, { reference: 'A-4', closedOn: '2026-06-30' });
  await addClient(file.db, otherTeamId, { reference: 'A-5' });
  const job = (clientId: string, startDate: string, endDate: string | null) =>
    changed(file.db, (trx, record) =>
      insertJobEntry(
        trx,
        record,
        { teamId, clientId },
        {
          employerId: null,
          hoursPerWeek: 16,
          fourHoursDone: 'yes',
          jobType: 'retail',
          permanent: 'yes',
          evidence: 'none',
          evidencedOn: null,
          startDate,
          endDate,
        },
        setUp,
      ),
    );
  await job(working, '2026-05-01', null);
  await job(left, '2026-04-01', '2026-06-29');
  const day = '2026-06-30';
  const ids = async (state?: ClientState) => {
    const rows = await listClients(file.db, teamId, { day, state, limit: 10, offset: 0 });
    expect(await countClients(file.db, teamId, day, state)).toBe(rows.length);
    return rows.map(({ id }) => id).toSorted();
  };
  expect(await ids('out-of-work')).toEqual([idle, left].toSorted());
  expect(await ids('working')).toEqual([working]);
  expect(await ids('closed')).toEqual([closed]);
  expect(await ids()).toHaveLength(4);
  const onBooks = await listClientsOnBooks(file.db, teamId, day);
  expect(onBooks.map(({ reference }) => reference)).toEqual(['A-1', 'A-2', 'A-3']);
  const rows = await listClients(file.db, teamId, { day, limit: 2, offset: 2 });
  expect(rows.map(({ reference }) => reference)).toEqual(['A-3', 'A-4']);
});

describe('a vocational profile', () => {
  test('is written with its date, once per version', async () => {
    const clientId = await addClient(file.db, teamId);
    const save = (version: number, confidence: string, team = teamId) => {
      const values = { ...profile, confidence };
      const edit = { clientId, profileDate: '2026-02-02', version, values };
      return changed(file.db, (trx, record) => saveClientFactors(trx, record, team, edit));
    };
    await save(0, 'High');
    await expect(save(0, 'Low')).rejects.toThrow(StaleVersionError);
    await save(1, 'Moderate');
    await expect(save(1, 'Low')).rejects.toThrow(StaleVersionError);
    expect(await findClientFactors(file.db, teamId, clientId)).toMatchObject({
      ...profile,
      confidence: 'Moderate',
      version: 2,
    });
    expect(await findClientFactors(file.db, otherTeamId, clientId)).toBeUndefined();
    expect((await findClient(file.db, teamId, clientId))?.profileDate).toBe('2026-02-02');
    expect(await auditActions(file.db, clientId)).toEqual([
      'insert client',
      'insert vocational profile',
      'update vocational profile',
    ]);
  });

  test('is listed with its client, also for clients without one', async () => {
    const clientId = await addClient(file.db, teamId);
    await addClient(file.db, teamId, { reference: 'NGT-0002' });
    const edit = { clientId, profileDate: null, version: 0, values: profile };
    await changed(file.db, (trx, record) => saveClientFactors(trx, record, teamId, edit));
    const profiles = await listClientProfiles(file.db, teamId);
    const known = new Map(profiles.map(({ reference, factors }) => [reference, factors]));
    expect(known.get('NGT-0001')).toMatchObject(profile);
    expect(known.has('NGT-0002')).toBe(true);
    expect(known.get('NGT-0002')).toBeUndefined();
    expect(await listClientProfiles(file.db, otherTeamId)).toEqual([]);
  });
});
