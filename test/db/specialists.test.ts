import { afterEach, beforeEach, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  deleteLeave,
  deleteWorkingPattern,
  findSpecialist,
  findSpecialistOfUser,
  listCurrentFte,
  listLeave,
  listSpecialists,
  listWorkingPatterns,
  saveLeave,
  saveWorkingPattern,
  updateSpecialist,
} from '#db/queries/specialists.ts';

import { addUser } from '../application/add-user.ts';
import { addSpecialist, addTeam, auditActions, changed } from './daily-work.ts';
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

test('a specialist is found by id and by account within the team only', async () => {
  const user = await addUser(file.db, { role: 'employment-specialist', teamId });
  const id = await addSpecialist(file.db, teamId, { userId: user.id });
  expect((await findSpecialist(file.db, teamId, id))?.name).toBe('Sam Specialist');
  expect((await findSpecialistOfUser(file.db, teamId, user.id))?.id).toBe(id);
  expect(await findSpecialist(file.db, otherTeamId, id)).toBeUndefined();
  expect(await findSpecialistOfUser(file.db, otherTeamId, user.id)).toBeUndefined();
  expect(await listSpecialists(file.db, otherTeamId)).toEqual([]);
});

test('a specialist is changed once per version', async () => {
  const id = await addSpecialist(file.db, teamId);
  const { version, ...rest } = (await findSpecialist(file.db, teamId, id))!;
  const { name: _name, id: _id, ...values } = rest;
  const save = (name: string, team = teamId) =>
    changed(file.db, (trx, record) =>
      updateSpecialist(trx, record, team, { id, version, values: { ...values, name } }),
    );
  await expect(save('Theirs', otherTeamId)).rejects.toThrow(StaleVersionError);
  await save('First');
  await expect(save('Second')).rejects.toThrow(StaleVersionError);
  expect((await findSpecialist(file.db, teamId, id))?.name).toBe('First');
});

test('working hours hold from a day; one entry a day; the newest in force counts', async () => {
  const id = await addSpecialist(file.db, teamId, { fte: 0.6 });
  const save = (fromDate: string, fte: number) =>
    changed(file.db, (trx, record) =>
      saveWorkingPattern(trx, record, teamId, id, { fromDate, fte }),
    );
  await save('2026-03-01', 0.8);
  await save('2026-03-01', 1);
  await save('2026-08-01', 0.5);
  const patterns = await listWorkingPatterns(file.db, teamId, id);
  expect(patterns.map(({ fromDate, fte }) => [fromDate, fte])).toEqual([
    ['2026-08-01', 0.5],
    ['2026-03-01', 1],
    ['2024-01-01', 0.6],
  ]);
  expect((await listCurrentFte(file.db, teamId, '2026-07-03')).get(id)).toBe(1);
  expect(await listWorkingPatterns(file.db, otherTeamId, id)).toEqual([]);
  await changed(file.db, (trx, record) =>
    deleteWorkingPattern(trx, record, teamId, id, patterns[0]!.id),
  );
  expect(await listWorkingPatterns(file.db, teamId, id)).toHaveLength(2);
  expect((await auditActions(file.db, id)).at(-1)).toBe('delete working pattern');
});

test('leave is whole or half days, one entry a day', async () => {
  const id = await addSpecialist(file.db, teamId);
  const save = (days: { day: string; part: number }[]) =>
    changed(file.db, (trx, record) => saveLeave(trx, record, teamId, id, days));
  await save([
    { day: '2026-06-01', part: 1 },
    { day: '2026-06-02', part: 1 },
  ]);
  await save([{ day: '2026-06-02', part: 0.5 }]);
  const leave = await listLeave(file.db, teamId, id);
  expect(leave.map(({ day, part }) => [day, part])).toEqual([
    ['2026-06-02', 0.5],
    ['2026-06-01', 1],
  ]);
  await changed(file.db, (trx, record) => deleteLeave(trx, record, teamId, id, leave[0]!.id));
  expect(await listLeave(file.db, teamId, id)).toHaveLength(1);
  expect(await listLeave(file.db, otherTeamId, id)).toEqual([]);
});

test('another team’s hours and leave are not touched', async () => {
  const id = await addSpecialist(file.db, teamId);
  await expect(
    changed(file.db, (trx, record) =>
      saveLeave(trx, record, otherTeamId, id, [{ day: '2026-06-01', part: 1 }]),
    ),
  ).rejects.toThrow('no such person');
  const [pattern] = await listWorkingPatterns(file.db, teamId, id);
  await expect(
    changed(file.db, (trx, record) =>
      deleteWorkingPattern(trx, record, otherTeamId, id, pattern!.id),
    ),
  ).rejects.toThrow('no such person');
  expect(await listWorkingPatterns(file.db, teamId, id)).toHaveLength(1);
});
