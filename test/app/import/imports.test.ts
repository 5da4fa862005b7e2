import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readBaselineFile, type BaselineRow } from '#app/import/baseline-file.server.ts';
import { importEvaluationBaseline } from '#app/import/evaluation-baseline.server.ts';
import { commitImport, dryRun } from '#app/import/run-import.server.ts';
import { importTeamBaseline } from '#app/import/team-baseline.server.ts';
import { getDataVersion } from '#db/audit/audit-records.ts';
import { listClientProfiles } from '#db/queries/client-factors.ts';
import { countEvaluationClients } from '#db/queries/evaluation-clients.ts';

import { addUser } from '../../application/add-user.ts';
import { addClient, addTeam, changed, setUp } from '../../db/daily-work.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../db/temporary-database.ts';
import { baselineCsv, bytesOf, fullAnswers, type Answers } from './files.ts';

const reference = new URL('../../reference/statistics/clients.csv', import.meta.url);

let file: TemporaryDatabase;
let team: { id: string; name: string };
let actor: { userId: string; at: string };

beforeEach(async () => {
  file = await temporaryDatabase();
  team = { id: await addTeam(file.db, 'Northgate'), name: 'Northgate' };
  actor = { userId: (await addUser(file.db)).id, at: setUp.at };
});

afterEach(() => file.close());

function rowsOf(bytes: Uint8Array): BaselineRow[] {
  const read = readBaselineFile(bytes);
  return read.ok ? read.rows : [];
}

const teamWork = (answers: readonly Answers[]) => {
  const rows = rowsOf(bytesOf(baselineCsv(answers)));
  return (
    trx: Parameters<typeof importTeamBaseline>[0],
    record: Parameters<typeof importTeamBaseline>[1],
  ) => importTeamBaseline(trx, record, team, rows);
};

const commit = (answers: readonly Answers[], submissionId = randomUUID()) =>
  commitImport(file.db, actor, submissionId, teamWork(answers), ({ rows }) => `/done=${rows}`);

const profiles = async () =>
  new Map((await listClientProfiles(file.db, team.id)).map((one) => [one.reference, one]));

describe('a team’s import', () => {
  beforeEach(async () => {
    await addClient(file.db, team.id, { reference: 'NGT-0001' });
    await addClient(file.db, team.id, { reference: 'NGT-0002', sex: 'not-known' });
  });

  test('writes answers, sex and age; what was empty is not known', async () => {
    const second = { client_id: 'NGT-0002', sex: 'Female', housing: 'Own home' };
    expect(await commit([fullAnswers, second])).toEqual({ ok: true, location: '/done=2' });
    const now = await profiles();
    expect(now.get('NGT-0001')).toMatchObject({
      sex: 'male',
      ageAtEnrolment: 41,
      factors: { referralSource: 'Self-referral', gpVisit: 'yes', convicted: 'no', version: 1 },
    });
    expect(now.get('NGT-0002')).toMatchObject({
      sex: 'female',
      ageAtEnrolment: 34,
      factors: { housing: 'Own home', gpVisit: 'not-known', benefit: 'not-known' },
    });
  });

  test('counts what it adds, changes and leaves', async () => {
    const counts = async (answers: readonly Answers[]) => {
      const run = await dryRun(file.db, actor, teamWork(answers));
      return run.ok ? run.counts : undefined;
    };
    expect(await counts([fullAnswers])).toEqual({ rows: 1, added: 1, changed: 0, unchanged: 0 });
    await commit([fullAnswers]);
    const again = [fullAnswers, { client_id: 'NGT-0002' }];
    expect(await counts(again)).toEqual({ rows: 2, added: 1, changed: 0, unchanged: 1 });
    const other = { ...fullAnswers, confidence: 'Low' };
    expect(await counts([other])).toEqual({ rows: 1, added: 0, changed: 1, unchanged: 0 });
    expect(await counts([{ ...fullAnswers, age: '42' }])).toMatchObject({ changed: 1 });
  });

  test('leaves a known answer alone where the cell is empty', async () => {
    await commit([fullAnswers]);
    await commit([{ client_id: 'NGT-0001', confidence: 'Low' }]);
    expect((await profiles()).get('NGT-0001')).toMatchObject({
      sex: 'male',
      factors: { confidence: 'Low', housing: 'Unstable', version: 2 },
    });
  });

  test('tried out writes nothing, not even an audit record', async () => {
    const before = await getDataVersion(file.db);
    const run = await dryRun(file.db, actor, teamWork([fullAnswers]));
    expect(run.ok).toBe(true);
    expect(await getDataVersion(file.db)).toBe(before);
    expect((await profiles()).get('NGT-0001')?.factors).toBeUndefined();
  });

  test.each([
    [
      'an unknown client',
      { client_id: 'NGT-0003' },
      'client_id is not the reference of a client of this team',
    ],
    [
      'another team',
      { client_id: 'NGT-0002', team: 'Southgate' },
      'team must be Northgate, or empty',
    ],
    [
      'another year',
      { client_id: 'NGT-0002', start_year: '2025' },
      'start_year must be the year of the client’s enrolment, or empty',
    ],
  ])('with %s is refused by row, and no other row is written', async (_words, wrong, rule) => {
    const before = await getDataVersion(file.db);
    const outcome = await commit([fullAnswers, wrong]);
    expect(outcome).toMatchObject({ ok: false, errors: [{ row: 3 }] });
    const [error] = outcome.ok ? [] : outcome.errors;
    expect(`${error?.column ?? ''} ${error?.message ?? ''}`).toBe(rule);
    expect(await getDataVersion(file.db)).toBe(before);
    expect((await profiles()).get('NGT-0001')?.factors).toBeUndefined();
  });

  test('of another team’s client is of an unknown client', async () => {
    const otherId = await addTeam(file.db, 'Southgate');
    await addClient(file.db, otherId, { reference: 'SGT-0001' });
    const outcome = await commit([{ ...fullAnswers, client_id: 'SGT-0001' }]);
    expect(outcome).toMatchObject({ ok: false, errors: [{ row: 2, column: 'client_id' }] });
  });

  test('posted twice is done once', async () => {
    const submissionId = randomUUID();
    await commit([fullAnswers], submissionId);
    const after = await getDataVersion(file.db);
    expect(await commit([fullAnswers], submissionId)).toEqual({ ok: true, location: '/done=1' });
    expect(await getDataVersion(file.db)).toBe(after);
  });

  test('does not take meetings or job starts', async () => {
    const header = [
      'client_id',
      ...Object.keys(fullAnswers).slice(1),
      'team',
      'meetings',
      'job_start',
      'sustained_13_weeks',
      'hours_per_week',
    ];
    const rows = rowsOf(
      bytesOf(
        baselineCsv(
          [{ ...fullAnswers, meetings: '9', job_start: '1', hours_per_week: '20' }],
          header,
        ),
      ),
    );
    await changed(file.db, (trx, record) => importTeamBaseline(trx, record, team, rows));
    for (const table of ['clientMeetings', 'jobEntries'] as const) {
      expect(await file.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });
});

describe('the evaluation cohort’s import', () => {
  const rows = rowsOf(readFileSync(reference));
  const teams = [...new Set(rows.map(({ factors }) => factors.team ?? ''))];
  const work =
    (changedRows: readonly BaselineRow[]) =>
    (
      trx: Parameters<typeof importTeamBaseline>[0],
      record: Parameters<typeof importTeamBaseline>[1],
    ) =>
      importEvaluationBaseline(trx, record, changedRows);
  const run = (changedRows: readonly BaselineRow[]) =>
    commitImport(file.db, actor, randomUUID(), work(changedRows), () => '/done');

  beforeEach(async () => {
    await file.db
      .insertInto('evaluationTeams')
      .values(teams.map((name) => ({ id: randomUUID(), name, integrationLevel: 'low' as const })))
      .execute();
  });

  test('takes the whole file in place of what was there, without its client_id', async () => {
    expect(await run(rows)).toEqual({ ok: true, location: '/done' });
    expect(await countEvaluationClients(file.db)).toBe(718);
    await run(rows.slice(0, 10));
    expect(await countEvaluationClients(file.db)).toBe(10);
    const stored = await file.db.selectFrom('evaluationClients').selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain('C0001');
    const first = stored.find(({ age }) => age === 27);
    expect(first).toMatchObject({
      sex: 'Female',
      convicted: 'Yes',
      startYear: '2019',
      meetings: 2,
      jobStart: 0,
      daysToJob: null,
      daysFollowed: 607,
    });
  });

  const first = rows[0]!;
  const withCell = (column: string, cell: string): BaselineRow => ({
    ...first,
    cells: { ...first.cells, [column]: cell },
  });

  test.each([
    ['meetings', '2.5'],
    ['meetings', ''],
    ['job_start', '2'],
    ['days_to_job', '12'],
    ['days_to_job', 'soon'],
    ['meetings_first_60_days', '3'],
    ['meeting_band', '13 or more'],
    ['days_followed', '-1'],
    ['sustained_13_weeks', 'yes'],
    ['sustained_13_weeks', '1'],
    ['hours_per_week', '169'],
    ['hours_per_week', '16'],
  ])('refuses %s of %s and keeps the cohort', async (column, cell) => {
    await run(rows.slice(0, 5));
    const outcome = await run([withCell(column, cell), ...rows.slice(1)]);
    expect(outcome).toMatchObject({ ok: false, errors: [{ row: 2, column }] });
    expect(await countEvaluationClients(file.db)).toBe(5);
  });

  test('takes 13 weeks and hours of those who started a job, where the file has them', async () => {
    const starter = { ...first, cells: { ...first.cells, job_start: '1', days_to_job: '40' } };
    const cells = { ...starter.cells, sustained_13_weeks: '0', hours_per_week: '16.5' };
    await run([{ ...starter, cells }]);
    const stored = () => file.db.selectFrom('evaluationClients').selectAll().executeTakeFirst();
    expect(await stored()).toMatchObject({ sustained13Weeks: 0, hoursPerWeek: 16.5 });
    await run([starter]);
    expect(await stored()).toMatchObject({ sustained13Weeks: null, hoursPerWeek: null });
  });

  test('refuses an unknown team, a client_id that names somebody, and missing columns', async () => {
    const stranger = { ...first, factors: { ...first.factors, team: 'Camden' } };
    expect(await run([stranger])).toMatchObject({ errors: [{ row: 2, column: 'team' }] });
    const named = { ...first, clientId: 'AB123456C' };
    expect(await run([named])).toMatchObject({ errors: [{ row: 2, column: 'client_id' }] });
    const { meetings: _none, ...cells } = first.cells;
    expect(await run([{ ...first, cells }])).toMatchObject({
      errors: [{ row: 1, column: 'meetings', message: 'is missing' }],
    });
  });
});
