import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { layoutValues } from '#app/forms/linkage-layout.ts';
import { importsFolder } from '#app/linkage/import-folder.server.ts';
import { standardLayout } from '#app/linkage/layouts.ts';
import { insertReferenceData } from '#db/reference-data.ts';
import { listLinkedRounds } from '#db/queries/cohorts.ts';

import { aReturn, type Texts } from '../app/linkage/a-return.ts';
import { clientsOf } from '../builders/clients.ts';
import { setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { addUser } from './add-user.ts';
import { hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let analyst: Visitor;

beforeAll(async () => {
  server = await startTestServer({
    prepare: async (db) => {
      await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
      const team = await aTeam(db, { name: 'Ashford' });
      const client = { reference: 'REF-1', enrolmentDate: '2022-05-10' };
      await clientsOf(db, team.id, [{ ...client, linkageConsent: 'yes' as const }]);
    },
  });
  const { email } = await addUser(server.db, { role: 'national-analyst' });
  analyst = await server.signIn(email);
});

afterAll(() => server.stop());

const fileOf = (text: string) => new File([text], 'file.csv', { type: 'text/csv' });

const post = (path: string, fields: Record<string, string | File>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  // A known length, as browsers send it.
  return new Response(body).blob().then((blob) =>
    analyst.fetch(path, {
      method: 'POST',
      body: blob,
      headers: { Origin: server.origin, 'Content-Type': blob.type },
    }),
  );
};

const sendReturn = (texts: Texts, besides: Record<string, string | File> = {}) =>
  post('/linkage/import', {
    submissionId: randomUUID(),
    name: 'A round',
    linkageDateDay: '1',
    linkageDateMonth: '12',
    linkageDateYear: '2024',
    sent: '14',
    matched: '12',
    employmentRows: '24',
    contributionRows: '12',
    layoutName: 'Standard layout',
    people: fileOf(texts.people),
    employment: fileOf(texts.employment),
    contributions: fileOf(texts.contributions),
    ...besides,
  });

/** A page once it no longer says that it will look again. */
async function settled(path: string): Promise<string> {
  for (let turn = 0; turn < 200; turn += 1) {
    const page = await analyst.get(path);
    const text = await page.text();
    if (page.headers.get('Refresh') === null) return text;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The work does not end');
}

/** The words of a page without its marks. */
const wordsOf = (page: string) => page.replaceAll(/<!-- -->|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const uploads = () => {
  const folder = importsFolder(server.path);
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('a return is checked, imported and undone; its files are gone then', async () => {
  const started = await sendReturn(aReturn());
  expect(started.status).toBe(303);
  const path = started.headers.get('Location') ?? '';
  const checked = await settled(path);
  expect(checked).toContain('The return has no errors. Nothing is imported yet');
  expect(checked).toContain('Rows of employment');
  expect(await listLinkedRounds(server.db)).toEqual([]);
  const { version = '' } = hiddenFields(checked);
  expect((await analyst.post(path, { version, intent: 'import' })).status).toBe(303);
  expect(await settled(path)).toContain('The return is imported');
  const [round] = await listLinkedRounds(server.db);
  expect(round).toMatchObject({ name: 'A round', linkageDate: '2024-12-01' });
  const again = await sendReturn(aReturn());
  expect(again.status).toBe(400);
  expect(await again.text()).toContain('undo it first');
  const undo = `/linkage/rounds/${round?.id ?? ''}`;
  const fields = hiddenFields(await (await analyst.get(undo)).text());
  expect((await analyst.post(undo, { version: fields.version ?? '' })).status).toBe(400);
  const undone = await analyst.post(undo, { version: fields.version ?? '', confirm: 'yes' });
  expect(undone.status).toBe(303);
  expect(await listLinkedRounds(server.db)).toEqual([]);
  await expect
    .poll(() => server.db.selectFrom('linkedPeople').select('id').execute(), { timeout: 20_000 })
    .toEqual([]);
  expect(await settled(path)).toContain('The round was undone');
  expect(uploads()).toEqual([]);
});

test('a return with an error is refused by file, row and rule, its bad rows to download', async () => {
  const texts = aReturn();
  const employment = texts.employment.replace('2023-03-15', '31/02/2024');
  const path = (await sendReturn({ ...texts, employment })).headers.get('Location') ?? '';
  const page = await settled(path);
  expect(page).toContain('The return has errors: nothing of it is kept');
  expect(page).toContain('must be a real calendar day written YYYY-MM-DD');
  const rows = await (await analyst.get(`${path}/bad-rows.csv`)).text();
  expect(rows).toContain('"employment","2","end_date"');
  expect(await listLinkedRounds(server.db)).toEqual([]);
});

test('a form without files says what is missing, keeps what was typed, and leaves no file', async () => {
  const before = uploads();
  const answer = await sendReturn(aReturn(), { people: fileOf(''), name: '', sent: '77' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('Choose the file of people');
  expect(page).toContain('Enter a name for the round');
  expect(page).toContain('value="77"');
  expect(uploads()).toEqual(before);
});

test('an import is abandoned with its files', async () => {
  const before = uploads();
  const path = (await sendReturn(aReturn())).headers.get('Location') ?? '';
  const { version = '' } = hiddenFields(await settled(path));
  await analyst.post(path, { version, intent: 'abandon' });
  expect(uploads()).toEqual(before);
  expect(await (await analyst.get(path)).text()).toContain('The import was abandoned');
});

const identifiers =
  'client_id,initials,date_of_birth,postcode,national_insurance_number\nREF-1,QW,1977-03-08,ZZ7 4XY,QQ776655C\n';

const sendIdentifiers = (text: string, besides: Record<string, string | File> = {}) =>
  post('/linkage/extract', {
    submissionId: randomUUID(),
    identifiers: fileOf(text),
    linkageDateDay: '1',
    linkageDateMonth: '6',
    linkageDateYear: '2024',
    passphrase: 'a long enough passphrase',
    ...besides,
  });

test('an extract waits for its maker; its receipt and deletion make a certificate', async () => {
  const answer = await sendIdentifiers(identifiers);
  expect(answer.status).toBe(303);
  const path = answer.headers.get('Location') ?? '';
  const page = await settled(path);
  expect(page).toContain(`href="${path}/extract.csv"`);
  const file = await analyst.get(`${path}/extract.csv`);
  expect(file.headers.get('Content-Disposition')).toContain('extract-2024-06-01.csv');
  const text = await file.text();
  expect(text).toContain('"QW","1977-03-08","ZZ74XY","QQ776655","2022-05-10","Ashford","x');
  expect(page).toContain(createHash('sha256').update(text).digest('hex'));
  const { email } = await addUser(server.db, { role: 'national-analyst' });
  const colleague = await server.signIn(email);
  expect(await (await colleague.get(path)).text()).not.toContain('extract.csv');
  expect((await colleague.get(`${path}/extract.csv`)).status).toBe(404);
  const { version = '' } = hiddenFields(page);
  const days = {
    receiptConfirmedOnDay: '3',
    receiptConfirmedOnMonth: '12',
    receiptConfirmedOnYear: '2024',
    deletedOnDay: '2',
    deletedOnMonth: '12',
    deletedOnYear: '2024',
  };
  const early = await analyst.post(path, { version, ...days });
  expect(await early.text()).toContain('on or after the day on which receipt was confirmed');
  const recorded = await analyst.post(path, { version, ...days, deletedOnDay: '4' });
  expect(recorded.status).toBe(303);
  const certificate = await (await analyst.get(path)).text();
  expect(certificate).toContain('Certificate of deletion');
  expect(certificate).toContain('4 December 2024');
  expect((await analyst.get(`${path}/extract.csv`)).status).toBe(404);
  const log = server.output();
  for (const word of ['QQ776655', '1977-03-08', 'ZZ74XY', 'ZZ7 4XY'])
    expect(log).not.toContain(word);
});

test('identifiers with an error are refused by row and rule, without what stands there', async () => {
  const submissionId = randomUUID();
  const answer = await sendIdentifiers(identifiers.replace('REF-1', ''), { submissionId });
  const path = answer.headers.get('Location') ?? '';
  const page = await settled(path);
  expect(page).toContain('The extract was not made');
  expect(wordsOf(page)).toContain('identifiers 2 client_id must not be empty');
  expect(page).not.toContain('QQ776655');
  // The same form once more, from the browser's memory, with the file put right.
  await sendIdentifiers(identifiers, { submissionId });
  expect(await settled(path)).toContain('Download the extract');
});

test('a form of an extract that is sent twice makes one extract', async () => {
  const count = async () =>
    (await server.db.selectFrom('linkageExtracts').select('id').execute()).length;
  const before = await count();
  const submissionId = randomUUID();
  const twice = await Promise.all([1, 2].map(() => sendIdentifiers(identifiers, { submissionId })));
  const [first, second] = twice.map((answer) => answer.headers.get('Location') ?? '');
  expect(first).toBe(`/linkage/extracts/${submissionId}`);
  expect(second).toBe(first);
  await settled(first ?? '');
  expect((await sendIdentifiers(identifiers, { submissionId })).status).toBe(303);
  await settled(first ?? '');
  expect(await count()).toBe(before + 1);
});

test('a form of an extract says at each field what is wrong, and keeps the date', async () => {
  const answer = await sendIdentifiers('', { passphrase: 'short', linkageDateDay: '31' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('Choose the file of identifiers');
  expect(page).toContain('Enter the linkage date as a real date');
  expect(page).toContain('The passphrase must have 15 characters or more');
  expect(page).toContain('value="31"');
  expect(page).not.toContain('value="short"');
});

test('a layout is added, read by, and retired', async () => {
  const form = await (await analyst.get('/linkage/layouts/new?groups=columns')).text();
  const values = { ...layoutValues({ ...standardLayout, name: 'Day first' }), dates: 'day-first' };
  const fields = { ...hiddenFields(form), ...values } as Record<string, string>;
  const send = (changed: Record<string, string>) =>
    analyst.post('/linkage/layouts/new?groups=columns', { ...fields, ...changed });
  const refused = await send({ 'people.sex': 'team', 'employment.source': '' });
  expect(refused.status).toBe(400);
  const page = await refused.text();
  expect(page).toContain('sex in the file of people needs a heading of its own');
  expect(page).toContain('Enter the heading of source in the file of employment');
  expect(page).toContain('value="Day first"');
  const added = await send({});
  expect(added.status).toBe(303);
  const path = added.headers.get('Location') ?? '';
  expect((await send({})).headers.get('Location')).toBe(path);
  const again = await send({ submissionId: randomUUID() });
  expect(await again.text()).toContain('There is a layout of this name already');
  const dayFirst = (text: string) => text.replaceAll(/(\d{4})-(\d{2})-(\d{2})/g, '$3/$2/$1');
  const { people, employment, contributions } = aReturn();
  const texts = {
    people: dayFirst(people),
    employment: dayFirst(employment),
    contributions: dayFirst(contributions),
  };
  const sent = await sendReturn(texts, { layoutName: 'Day first' });
  const imported = sent.headers.get('Location') ?? '';
  const checked = await settled(imported);
  expect(checked).toContain('Nothing is imported yet');
  const view = await (await analyst.get(path)).text();
  const { version = '' } = hiddenFields(view);
  expect((await analyst.post(path, { version })).status).toBe(303);
  expect(await (await analyst.get(path)).text()).toContain('Retired');
  expect(await (await analyst.get('/linkage/import')).text()).not.toContain('Day first');
  expect((await sendReturn(texts, { layoutName: 'Day first' })).status).toBe(400);
  // The return that was checked by it before is still imported by it.
  const step = { version: hiddenFields(checked).version ?? '', intent: 'import' };
  await analyst.post(imported, step);
  expect(await settled(imported)).toContain('The return is imported');
});
