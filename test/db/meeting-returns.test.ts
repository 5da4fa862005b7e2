import { afterEach, beforeEach, expect, test } from 'vitest';

import { StaleVersionError } from '#db/audit/change.ts';
import {
  countMeetingsHeld,
  insertClientMeetings,
  listClientMeetings,
  listMeetingsSinceEnrolment,
  undoClientMeeting,
} from '#db/queries/client-meetings.ts';
import {
  findMeetingReturn,
  insertMeetingReturn,
  listMeetingReturns,
  updateMeetingReturn,
} from '#db/queries/meeting-returns.ts';

import { addClient, addTeam, auditActions, changed, setUp } from './daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

let file: TemporaryDatabase;
let teamId: string;

beforeEach(async () => {
  file = await temporaryDatabase();
  teamId = await addTeam(file.db);
});

afterEach(() => file.close());

const counts = {
  clientsOnBooks: 10,
  meetingsHeld: 21,
  clientsWith0: 1,
  clientsWith1To4: 2,
  clientsWith5To8: 3,
  clientsWith9To12: 3,
  clientsWith13OrMore: 1,
};

const insert = (month = '2026-05') =>
  changed(file.db, (trx, record) =>
    insertMeetingReturn(trx, record, teamId, { month, ...counts }, setUp),
  );

test('a month is returned once; a second return of it counts as a newer version', async () => {
  const id = await insert();
  await expect(insert()).rejects.toThrow(StaleVersionError);
  expect(await findMeetingReturn(file.db, teamId, '2026-05')).toMatchObject({ ...counts, id });
  expect(await auditActions(file.db, id)).toEqual(['insert meeting return']);
});

test('a return is changed once per version, and another team’s not at all', async () => {
  await insert();
  const save = (meetingsHeld: number, team = teamId) => {
    const edit = { month: '2026-05', version: 1, counts: { ...counts, meetingsHeld } };
    return changed(file.db, (trx, record) => updateMeetingReturn(trx, record, team, edit, setUp));
  };
  const other = await addTeam(file.db);
  await expect(save(1, other)).rejects.toThrow(StaleVersionError);
  await save(22);
  await expect(save(23)).rejects.toThrow(StaleVersionError);
  expect(await findMeetingReturn(file.db, teamId, '2026-05')).toMatchObject({
    meetingsHeld: 22,
    version: 2,
  });
  expect(await findMeetingReturn(file.db, other, '2026-05')).toBeUndefined();
});

test('returns are listed newest month first', async () => {
  await insert('2026-04');
  await insert('2026-05');
  const months = (await listMeetingReturns(file.db, teamId)).map(({ month }) => month);
  expect(months).toEqual(['2026-05', '2026-04']);
});

test('dated meetings count from enrolment to the day, for clients on the books', async () => {
  const met = await addClient(file.db, teamId, { reference: 'A-1' });
  const unmet = await addClient(file.db, teamId, { reference: 'A-2' });
  const closed = await addClient(file.db, teamId, { reference: 'A-3', closedOn: '2026-05-31' });
  const later = await addClient(file.db, teamId, { reference: 'A-4', enrolmentDate: '2026-06-01' });
  const meeting = (clientId: string, meetingDate: string) => ({
    ...{ clientId, meetingDate },
    specialistId: null,
    form: 'in-person' as const,
  });
  const ids = await changed(file.db, (trx, record) =>
    insertClientMeetings(
      trx,
      record,
      teamId,
      [
        // Before enrolment, on its day, on the last day, after it; then other clients'.
        meeting(met, '2026-01-11'),
        meeting(met, '2026-01-12'),
        meeting(met, '2026-05-31'),
        meeting(met, '2026-06-01'),
        meeting(closed, '2026-05-02'),
        meeting(later, '2026-06-02'),
      ],
      setUp,
    ),
  );
  const found = await listMeetingsSinceEnrolment(file.db, teamId, '2026-05-31');
  expect(new Map(found.map(({ clientId, meetings }) => [clientId, meetings]))).toEqual(
    new Map([
      [met, 2],
      [unmet, 0],
    ]),
  );
  const may = { from: '2026-05-01', to: '2026-05-31' };
  expect(await countMeetingsHeld(file.db, teamId, may)).toBe(2);
  await changed(file.db, (trx, record) =>
    undoClientMeeting(trx, record, teamId, ids[2]!, setUp.at),
  );
  expect(await countMeetingsHeld(file.db, teamId, may)).toBe(1);
  expect(await listClientMeetings(file.db, teamId, met)).toHaveLength(3);
  expect(await listClientMeetings(file.db, await addTeam(file.db), met)).toEqual([]);
  expect(await auditActions(file.db, ids[2]!)).toEqual([
    'insert client meeting',
    'undo client meeting',
  ]);
});
