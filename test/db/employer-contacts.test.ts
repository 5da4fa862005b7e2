import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  countContactsByDay,
  countEmployerContacts,
  findEmployerContact,
  insertEmployerContact,
  listEmployerContacts,
  undoEmployerContact,
  updateEmployerContact,
  type EmployerContactValues,
} from '#db/queries/employer-contacts.ts';
import { findEmployer, listEmployers, listRecentEmployers } from '#db/queries/employers.ts';

import { addEmployer, addSpecialist, addTeam, auditActions, changed, setUp } from './daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let teamId: string;
let otherTeamId: string;
let specialistId: string;
let employerId: string;

beforeEach(async () => {
  file = await temporaryDatabase();
  teamId = await addTeam(file.db);
  otherTeamId = await addTeam(file.db);
  specialistId = await addSpecialist(file.db, teamId);
  employerId = await addEmployer(file.db, teamId, 'Harbour Bakery');
});

afterEach(() => file.close());

const values = (facts: Partial<EmployerContactValues> = {}): EmployerContactValues => ({
  specialistId,
  employerId,
  contactDate: '2026-06-24',
  mode: 'in-person',
  answered: true,
  outcome: 'introduced',
  withWhom: 'has-say-in-hiring',
  forWhom: 'clients-in-general',
  note: '',
  nextStepDate: null,
  ...facts,
});

const add = async (facts: Partial<EmployerContactValues> = {}) =>
  changed(file.db, (trx, record) =>
    insertEmployerContact(trx, record, teamId, values(facts), setUp),
  );

describe('an employer contact', () => {
  test('is read as it was written, with the names it needs, and audited', async () => {
    const id = await add({ mode: 'message', answered: false, note: 'Left a card' });
    const contact = await findEmployerContact(file.db, teamId, id);
    expect(contact).toMatchObject({
      mode: 'message',
      answered: false,
      note: 'Left a card',
      employerName: 'Harbour Bakery',
      specialistName: 'Sam Specialist',
      isUndone: false,
      version: 1,
    });
    expect(await auditActions(file.db, id)).toEqual(['insert employer contact']);
  });

  test('of another team is like one that does not exist', async () => {
    const id = await add();
    expect(await findEmployerContact(file.db, otherTeamId, id)).toBeUndefined();
    expect(await findEmployer(file.db, otherTeamId, employerId)).toBeUndefined();
    expect(await listEmployers(file.db, otherTeamId)).toEqual([]);
    const edit = { id, version: 1, values: values({ note: 'Theirs' }) };
    await expect(
      changed(file.db, (trx, record) => updateEmployerContact(trx, record, otherTeamId, edit)),
    ).rejects.toThrow(StaleVersionError);
    const undone = await changed(file.db, (trx, record) =>
      undoEmployerContact(trx, record, otherTeamId, id, setUp.at),
    );
    expect(undone).toBe(false);
    expect((await findEmployerContact(file.db, teamId, id))?.isUndone).toBe(false);
  });

  test('is changed once per version', async () => {
    const id = await add();
    const save = (note: string) =>
      changed(file.db, (trx, record) =>
        updateEmployerContact(trx, record, teamId, { id, version: 1, values: values({ note }) }),
      );
    await save('First');
    await expect(save('Second')).rejects.toThrow(StaleVersionError);
    expect(await findEmployerContact(file.db, teamId, id)).toMatchObject({
      note: 'First',
      version: 2,
    });
    expect(await auditActions(file.db, id)).toHaveLength(2);
  });

  test('that was undone counts nowhere, stays in the file and cannot be changed', async () => {
    const kept = await add();
    const id = await add();
    const undo = () =>
      changed(file.db, (trx, record) => undoEmployerContact(trx, record, teamId, id, setUp.at));
    expect(await undo()).toBe(true);
    expect(await undo()).toBe(false);
    expect(await countEmployerContacts(file.db, teamId)).toBe(1);
    const listed = await listEmployerContacts(file.db, teamId, { limit: 10 });
    expect(listed.map((contact) => contact.id)).toEqual([kept]);
    const window = { from: '2026-06-01', to: '2026-06-30' };
    expect(await countContactsByDay(file.db, teamId, window)).toMatchObject([{ contacts: 1 }]);
    expect((await findEmployerContact(file.db, teamId, id))?.isUndone).toBe(true);
    const edit = { id, version: 2, values: values() };
    await expect(
      changed(file.db, (trx, record) => updateEmployerContact(trx, record, teamId, edit)),
    ).rejects.toThrow(StaleVersionError);
  });
});

test('contacts are listed newest first, page by page and by person', async () => {
  const other = await addSpecialist(file.db, teamId, { name: 'Olu Other' });
  const early = await add({ contactDate: '2026-06-01' });
  const late = await add({ contactDate: '2026-06-20', specialistId: other });
  const list = async (listing: Parameters<typeof listEmployerContacts>[2]) =>
    (await listEmployerContacts(file.db, teamId, listing)).map(({ id }) => id);
  expect(await list({ limit: 10 })).toEqual([late, early]);
  expect(await list({ limit: 1, offset: 1 })).toEqual([early]);
  expect(await list({ limit: 10, specialistId: other })).toEqual([late]);
  expect(await countEmployerContacts(file.db, teamId, other)).toBe(1);
});

test('contacts are counted by day and kind, both ends of the window included', async () => {
  await add({ contactDate: '2026-06-01' });
  await add({ contactDate: '2026-06-01' });
  await add({ contactDate: '2026-06-07', mode: 'telephone' });
  await add({ contactDate: '2026-06-08' });
  const counts = await countContactsByDay(file.db, teamId, {
    from: '2026-06-01',
    to: '2026-06-07',
  });
  expect(counts.toSorted((a, b) => a.day.localeCompare(b.day))).toMatchObject([
    { day: '2026-06-01', mode: 'in-person', contacts: 2, answered: true },
    { day: '2026-06-07', mode: 'telephone', contacts: 1 },
  ]);
});

test('recent employers come by the newest contact, once each, undone ones left out', async () => {
  const second = await addEmployer(file.db, teamId, 'Canal Cafe', 'LS1 4AB');
  const never = await addEmployer(file.db, teamId, 'Never Met');
  await add({ contactDate: '2026-05-01' });
  await add({ contactDate: '2026-06-01', employerId: second });
  await add({ contactDate: '2026-04-01', employerId: second });
  const gone = await add({ contactDate: '2026-06-30', employerId: never });
  await changed(file.db, (trx, record) => undoEmployerContact(trx, record, teamId, gone, setUp.at));
  const recent = await listRecentEmployers(file.db, teamId, { specialistId, limit: 5 });
  expect(recent.map(({ name }) => name)).toEqual(['Canal Cafe', 'Harbour Bakery']);
  expect(await listRecentEmployers(file.db, teamId, { limit: 1 })).toHaveLength(1);
});
