import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Role } from '#db/schema/people.ts';

import { addReferenceData } from '../db/sample-teams.ts';
import { addUser } from './add-user.ts';
import { headingOf, hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let analyst: Visitor;
let reader: Visitor;

const signedInAs = async (role: Role) => server.signIn((await addUser(server.db, { role })).email);

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  analyst = await signedInAs('national-analyst');
  reader = await signedInAs('national-reader');
});

afterAll(() => server.stop());

async function pageAt(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

async function postFrom(
  path: string,
  fields: Record<string, string>,
  read?: Record<string, string>,
): Promise<{ status: number; page: string }> {
  const hidden = read ?? hiddenFields(await pageAt(analyst, path));
  const response = await analyst.post(path, { ...hidden, ...fields });
  return { status: response.status, page: await response.text() };
}

test('the definitions page prints what is in force', async () => {
  const page = await pageAt(reader, '/definitions');
  expect(headingOf(page)).toBe('Definitions');
  expect(page).toContain('IPS Grow: clients into work');
  expect(page).toContain('Clients out of work at access whose access date lies in the period');
  expect(page).toContain('40%');
  expect(page).toContain('A count from 1 to 7 is shown as *');
  expect(page).toContain('Clients a team needs');
  expect(page).toContain('Vocational profile');
});

describe('benchmarks', () => {
  const day = (name: string, [d, m, y]: [string, string, string]) => ({
    [`${name}Day`]: d,
    [`${name}Month`]: m,
    [`${name}Year`]: y,
  });

  test('a new value follows the old one, which stays', async () => {
    const path = '/benchmarks/into-work/new';
    const facts = { name: 'Clients into work', source: 'Later guidance' };
    const late = { ...facts, value: '45', ...day('validFrom', ['1', '4', '2027']) };
    const early = await postFrom(path, { ...late, ...day('validFrom', ['1', '4', '2024']) });
    expect(early.status).toBe(400);
    expect(early.page).toContain('The first day must be after 1 April 2024');
    expect(early.page).toContain('Later guidance');
    const read = hiddenFields(await pageAt(analyst, path));
    expect((await postFrom(path, late, read)).status).toBe(303);
    expect((await postFrom(path, late, read)).status).toBe(303);
    const list = await pageAt(analyst, '/benchmarks');
    expect(list).toContain('From 1 April 2024 to 31 March 2027');
    expect(list.match(/<td[^>]*>45%<\/td>/g)).toHaveLength(1);
  });

  test('the second of two corrections is answered 409 with both versions', async () => {
    const list = await pageAt(analyst, '/benchmarks');
    const path = /\/benchmarks\/[0-9a-f-]{36}\/edit/.exec(list)?.[0] ?? '';
    const read = hiddenFields(await pageAt(analyst, path));
    const to = (source: string) => ({
      name: 'A mark',
      value: '33',
      source,
      ...day('validTo', ['', '', '']),
    });
    expect((await postFrom(path, to('First source'), read)).status).toBe(303);
    const refused = await postFrom(path, to('Second source'), read);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('First source');
    expect(refused.page).toContain('Second source');
  });

  test('are the analyst’s; an unknown one is not found', async () => {
    expect((await reader.get('/benchmarks')).status).toBe(403);
    expect((await analyst.get('/benchmarks/nothing/new')).status).toBe(404);
    expect((await analyst.get('/benchmarks/nothing/edit')).status).toBe(404);
  });
});

describe('meeting notes', () => {
  const note = (text: string) => ({
    heldOnDay: '1',
    heldOnMonth: '6',
    heldOnYear: '2026',
    text,
  });

  test('are written once, read by both national roles and changed with a version', async () => {
    const path = '/meeting-notes/new';
    const read = hiddenFields(await pageAt(analyst, path));
    expect((await postFrom(path, note('Line one\r\nLine two'), read)).status).toBe(303);
    expect((await postFrom(path, note('Line one\r\nLine two'), read)).status).toBe(303);
    const list = await pageAt(analyst, '/meeting-notes');
    expect(list.match(/<section/g)).toHaveLength(1);
    const seen = await pageAt(reader, '/meeting-notes');
    expect(seen).toContain('Line one\nLine two');
    expect(seen).not.toContain('Write a note');
    const edit = /\/meeting-notes\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '';
    const version = hiddenFields(await pageAt(analyst, edit));
    expect((await postFrom(edit, note('First change'), version)).status).toBe(303);
    const refused = await postFrom(edit, note('Second change'), version);
    expect(refused.status).toBe(409);
    expect(refused.page).toContain('First change');
    expect(refused.page).toContain('Second change');
    expect((await reader.get(edit)).status).toBe(403);
  });

  test('an empty note comes back with its date', async () => {
    const { status, page } = await postFrom('/meeting-notes/new', note(' '));
    expect(status).toBe(400);
    expect(page).toContain('Write down what was said and decided');
    expect(page).toContain('value="2026"');
  });
});
