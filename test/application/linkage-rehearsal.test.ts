import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { DEMO_SEED } from '#db/demo/demo-constants.ts';
import { linkageFiles } from '#db/demo/linkage/linkage-files.ts';
import { rehearsedClients } from '#db/demo/linkage/rehearsal.ts';
import type { Db } from '#db/connection/open-database.ts';
import { getKeptFollowUp, listCohort, listLinkedRounds } from '#db/queries/cohorts.ts';
import { insertReferenceData } from '#db/reference-data.ts';
import type { ClientRecord } from '#scoring/outcomes/cohort/client-record.ts';
import { keptMeanFollowUp } from '#scoring/outcomes/cohort/kept-follow-up.ts';
import { linkedCohort } from '#scoring/outcomes/cohort/linked-cohort.ts';
import { followUpRules2025, meanFollowUpDays } from '#scoring/outcomes/follow-up.ts';
import { report2025 } from '#scoring/outcomes/published/report-2025.ts';

import { match } from '../../scripts/linkage/match.ts';
import { clientsOf } from '../builders/clients.ts';
import { insertRows, setUp, setUpAt } from '../builders/set-up.ts';
import { aTeam } from '../builders/teams.ts';
import { temporaryFolder } from '../db/temporary-database.ts';
import { addUser } from './add-user.ts';
import { hiddenFields } from './hidden-fields.ts';
import { crawled } from './linkage-crawl.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

/**
 * The whole path of the data linkage on the synthetic files: identifiers and clients go out, the matcher does what the
 * tax authority does, the return comes in, the outcomes are read, and the round is undone.
 */
const linkageDate = '2024-12-01';
const passphrase = 'a long enough passphrase';
const files = linkageFiles();
const rehearsed = rehearsedClients(DEMO_SEED);
const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const patience = 10 * 60_000;

let server: TestServer;
let analyst: Visitor;

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
  server = await startTestServer({ prepare });
  const { email } = await addUser(server.db, { role: 'national-analyst' });
  analyst = await server.signIn(email);
}, patience);

afterAll(() => server.stop());

/** The clients of clients.csv as teams would have entered them. */
async function prepare(db: Db): Promise<void> {
  await setUp(db, (trx) => insertReferenceData(trx, setUpAt));
  for (const name of new Set(rehearsed.map(({ client }) => client.team ?? ''))) {
    const clients = rehearsed.filter(({ client }) => client.team === name);
    const site = { id: randomUUID(), name };
    await setUp(db, (trx) => insertRows(trx, 'sites', [site]));
    const { id } = await aTeam(db, { name, siteId: site.id });
    await clientsOf(
      db,
      id,
      clients.map(({ client, consent }) => ({
        ...fieldsOf(client),
        linkageConsent: consent === '' ? ('not-known' as const) : consent,
      })),
    );
  }
}

const fieldsOf = (client: ClientRecord) => ({
  reference: client.clientId,
  enrolmentDate: client.enrolmentDate,
  sex: client.sex ?? 'not known',
  ageAtEnrolment: client.ageAtEnrolment,
  substanceGroup: client.substanceGroup ?? 'not known',
  treatmentStatus: client.treatmentStatus ?? 'not known',
  monthsInTreatment: client.monthsInTreatment,
  monthsEngaged: client.ipsEngagementMonths,
  deprivationQuintile: client.deprivationQuintile,
});

const csv = (text: string) => new File([text], 'file.csv', { type: 'text/csv' });

async function send(path: string, fields: Record<string, string | File>): Promise<string> {
  const form = new FormData();
  const date = { linkageDateDay: '1', linkageDateMonth: '12', linkageDateYear: '2024' };
  const all = { submissionId: randomUUID(), passphrase, ...date, ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  const body = await new Response(form).blob();
  const headers = { Origin: server.origin, 'Content-Type': body.type };
  const answer = await analyst.fetch(path, { method: 'POST', body, headers });
  expect(answer.status).toBe(303);
  return answer.headers.get('Location') ?? '';
}

/** A page once it no longer says that it will look again. */
async function settled(path: string): Promise<string> {
  for (let turn = 0; turn < 600; turn += 1) {
    const page = await analyst.get(path);
    const text = await page.text();
    if (page.headers.get('Refresh') === null) return text;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('The work does not end');
}

const wordsOf = (page: string) =>
  page
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** What the matcher prints of its own return: the control totals of its sender. */
async function matched(): Promise<Record<'sent' | 'matched' | 'employment' | 'payments', string>> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const tax = ['tax-people.csv', 'tax-employment.csv', 'tax-contributions.csv'];
  await match([
    ...['extract.csv', ...tax].map(at),
    ...['--out', at('return'), '--linkage-date', linkageDate],
  ]);
  const printed = log.mock.calls.map(([line]) => String(line)).join('\n');
  log.mockRestore();
  const number = (pattern: RegExp) => pattern.exec(printed)?.[1] ?? '';
  return {
    sent: number(/Sent (\d+)/),
    matched: number(/matched (\d+)/),
    employment: number(/employment (\d+)/),
    payments: number(/contributions (\d+)/),
  };
}

let importPath = '';

test(
  'clients go out in an extract, and only those who may',
  async () => {
    const path = await send('/linkage/extract', { identifiers: csv(files['identifiers.csv']!) });
    const page = wordsOf(await settled(path));
    expect(page).toContain('Clients sent 6215');
    const extract = await (await analyst.get(`${path}/extract.csv`)).text();
    writeFileSync(at('extract.csv'), extract);
    expect(extract.trimEnd().split('\n')).toHaveLength(1 + report2025.sent);
  },
  patience,
);

test(
  'those who match come back, are checked, and are nowhere before somebody imports them',
  async () => {
    const totals = await matched();
    expect(totals).toMatchObject({
      sent: String(report2025.sent),
      matched: String(report2025.matched),
    });
    const returned = (name: string) => csv(readFileSync(at(join('return', name)), 'utf8'));
    importPath = await send('/linkage/import', {
      name: 'Rehearsal',
      layoutName: 'Return of an extract',
      sent: totals.sent,
      matched: totals.matched,
      employmentRows: totals.employment,
      contributionRows: totals.payments,
      people: returned('people.csv'),
      employment: returned('employment.csv'),
      contributions: returned('contributions.csv'),
    });
    const page = wordsOf(await settled(importPath));
    expect(page).toContain('The return has no errors. Nothing is imported yet');
    expect(page).toContain('agrees with an extract');
    expect(await listLinkedRounds(server.db)).toEqual([]);
    expect(wordsOf(await settled('/outcomes'))).toContain('No linkage round has been imported yet');
  },
  patience,
);

test(
  'the round holds exactly what the records of the matched come to, client by client',
  async () => {
    const { version = '' } = hiddenFields(await settled(importPath));
    await analyst.post(importPath, { version, intent: 'import' });
    expect(await settled(importPath)).toContain('The return is imported');
    const [round] = await listLinkedRounds(server.db);
    const cohort = await listCohort(server.db, round?.id ?? '');
    const records = rehearsed.flatMap(({ record }) => (record === null ? [] : [record]));
    const followed = linkedCohort(records, linkageDate, followUpRules2025).clients;
    // Of days of follow-up the round keeps its sums alone.
    const expected = followed.map(({ followUpDays: _days, ...client }) => client);
    const kept = await getKeptFollowUp(server.db, round?.id ?? '');
    expect(keptMeanFollowUp(cohort, kept)).toEqual(meanFollowUpDays(followed));
    const inOrder = (people: readonly object[]) =>
      people.map((person) => JSON.stringify(Object.entries(person).toSorted())).toSorted();
    expect(cohort).toHaveLength(report2025.matched);
    expect(inOrder(cohort)).toEqual(inOrder(expected));
  },
  patience,
);

test(
  'the outcomes are shown with the published figures beside them',
  async () => {
    const page = await settled('/outcomes');
    const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([row]) => wordsOf(row));
    const worked = rows.find((row) => row.includes(' Worked') && row.includes('6,080'));
    // Ours and the published one.
    expect(worked?.match(/\b51%/g)).toHaveLength(2);
    const [, agree = 0, figures = 1] =
      /(\d+) of (\d+) printed figures agree/.exec(wordsOf(page)) ?? [];
    expect(Number(figures)).toBeGreaterThan(100);
    expect(Number(agree) / Number(figures)).toBeGreaterThan(0.95);
  },
  patience,
);

/** Of the rehearsal: never issued, and of no area. */
const number = /\bQQ ?\d\d ?\d\d ?\d\d\b/i;
const postcode = /\bZZ\d\d? ?\d[A-Z]{2}\b/i;

test(
  'nothing that any role can reach, nor any file of the server, leads back to a person',
  async () => {
    const people = await server.db.selectFrom('linkedPeople').select('id').execute();
    const returned = readFileSync(at(join('return', 'people.csv')), 'utf8');
    const employment = readFileSync(at(join('return', 'employment.csv')), 'utf8');
    const ids = new Set([
      ...people.map(({ id }) => id),
      ...(returned + employment).match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g)!,
    ]);
    const secrets = [number, postcode, /\b19[3-9]\d-\d\d-\d\d\b/, /\bx[\da-f]{80}/];
    const found: string[] = [];
    let pages = 0;
    for (const role of [
      'administrator',
      'reviewer',
      'national-reader',
      'national-analyst',
    ] as const) {
      const { email } = await addUser(server.db, { role });
      for (const { path, text } of await crawled(await server.signIn(email), [
        '/outcomes',
        '/linkage',
      ])) {
        pages += 1;
        const uuids = text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
        if (uuids.some((id) => ids.has(id))) found.push(`${role}: ${path} shows an id`);
        for (const secret of secrets)
          if (secret.test(text)) found.push(`${role}: ${path} ${secret}`);
      }
    }
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(60);
    const kept = readdirSync(dirname(server.path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
    for (const text of [...kept, server.output()]) {
      expect(number.exec(text)?.[0] ?? postcode.exec(text)?.[0]).toBeUndefined();
    }
  },
  patience,
);

test(
  'undone, the round and its figures are gone',
  async () => {
    const [round] = await listLinkedRounds(server.db);
    const path = `/linkage/rounds/${round?.id ?? ''}`;
    const { version = '' } = hiddenFields(await (await analyst.get(path)).text());
    await analyst.post(path, { version, confirm: 'yes' });
    expect(wordsOf(await settled('/outcomes'))).toContain('No linkage round has been imported yet');
    await expect
      .poll(() => server.db.selectFrom('linkedPeople').select('id').execute(), { timeout: 60_000 })
      .toEqual([]);
    expect(await settled(importPath)).toContain('The round was undone');
  },
  patience,
);
