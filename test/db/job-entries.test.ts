import { afterEach, beforeEach, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  findJobEntry,
  insertJobEntry,
  listJobEntries,
  updateJobEntry,
  type JobEntryValues,
} from '#db/queries/job-entries.ts';

import { addClient, addEmployer, addTeam, auditActions, changed, setUp } from './daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let whose: { teamId: string; clientId: string };

beforeEach(async () => {
  file = await temporaryDatabase();
  const teamId = await addTeam(file.db);
  whose = { teamId, clientId: await addClient(file.db, teamId) };
});

afterEach(() => file.close());

const job: JobEntryValues = {
  employerId: null,
  startDate: '2026-03-02',
  endDate: null,
  hoursPerWeek: 37.5,
  fourHoursDone: 'yes',
  jobType: 'warehouse',
  permanent: 'not-known',
  evidence: 'none',
  evidencedOn: null,
};

const insert = (values: Partial<JobEntryValues> = {}) =>
  changed(file.db, (trx, record) =>
    insertJobEntry(trx, record, whose, { ...job, ...values }, setUp),
  );

test('a job entry is read as written, with its employer’s name, newest start first', async () => {
  const { teamId, clientId } = whose;
  const employerId = await addEmployer(file.db, teamId, 'Harbour Bakery');
  const early = await insert();
  const late = await insert({ employerId, startDate: '2026-05-04' });
  const jobs = await listJobEntries(file.db, teamId, clientId);
  expect(jobs.map(({ id }) => id)).toEqual([late, early]);
  expect(jobs[0]).toMatchObject({ employerName: 'Harbour Bakery', hoursPerWeek: 37.5 });
  expect(jobs[1]).toMatchObject({ ...job, employerName: null, version: 1 });
});

test('another team’s or client’s job entry is like one that does not exist', async () => {
  const { teamId, clientId } = whose;
  const id = await insert();
  const other = await addTeam(file.db);
  const neighbour = await addClient(file.db, teamId, { reference: 'NGT-0002' });
  expect(await findJobEntry(file.db, other, clientId, id)).toBeUndefined();
  expect(await findJobEntry(file.db, teamId, neighbour, id)).toBeUndefined();
  const edit = { id, version: 1, values: job };
  for (const wrong of [
    { teamId: other, clientId },
    { teamId, clientId: neighbour },
  ]) {
    await expect(
      changed(file.db, (trx, record) => updateJobEntry(trx, record, wrong, edit)),
    ).rejects.toThrow(StaleVersionError);
  }
});

test('a job entry is changed once per version and audited', async () => {
  const { teamId, clientId } = whose;
  const id = await insert();
  const save = (endDate: string) => {
    const edit = { id, version: 1, values: { ...job, endDate } };
    return changed(file.db, (trx, record) => updateJobEntry(trx, record, whose, edit));
  };
  await save('2026-04-01');
  await expect(save('2026-04-02')).rejects.toThrow(StaleVersionError);
  expect(await findJobEntry(file.db, teamId, clientId, id)).toMatchObject({
    endDate: '2026-04-01',
    version: 2,
  });
  expect(await auditActions(file.db, id)).toEqual(['insert job entry', 'update job entry']);
});
