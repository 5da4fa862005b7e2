import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { findBrokenAuditRecord } from '#db/audit/audit-records.ts';
import { insertClientMeetings } from '#db/queries/client-meetings.ts';
import { insertEmployerContact } from '#db/queries/employer-contacts.ts';
import { insertJobEntry } from '#db/queries/job-entries.ts';
import type { UsersTable } from '#db/schema/people.ts';

import { baselineCsv, fullAnswers } from '../app/import/files.ts';
import { addClient, addEmployer, addSpecialist, changed, setUp } from '../db/daily-work.ts';
import { addReferenceData, addSampleTeam } from '../db/sample-teams.ts';
import { addUser } from './add-user.ts';
import { headingOf, hiddenFields } from './hidden-fields.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let leader: Visitor;
let specialist: Visitor;
/** A specialist of another team. */
let stranger: Visitor;
let analyst: Visitor;
let team: string;
let otherTeam: string;
let own: string;
let employerId: string;
let clientId: string;
/** Of the other team. */
let foreign: { clientId: string; contactId: string; jobEntryId: string; specialistId: string };

const signedInAs = async (facts: Partial<UsersTable>) => {
  const user = await addUser(server.db, facts);
  return { id: user.id, visitor: await server.signIn(user.email) };
};

const contactValues = {
  outcome: 'introduced',
  note: '',
  nextStepDate: null,
  answered: true,
} as const;
const jobValues = {
  employerId: null,
  startDate: '2026-02-02',
  endDate: null,
  hoursPerWeek: 16,
  fourHoursDone: 'yes',
  jobType: 'care',
  permanent: 'yes',
  evidence: 'none',
  evidencedOn: null,
} as const;

/** A contact and a job entry, as somebody's earlier work. */
async function addContact(teamId: string, specialistId: string, employer: string) {
  return changed(server.db, (trx, record) =>
    insertEmployerContact(
      trx,
      record,
      teamId,
      {
        ...contactValues,
        specialistId,
        employerId: employer,
        contactDate: '2026-06-24',
        mode: 'in-person',
        withWhom: 'has-say-in-hiring',
        forWhom: 'clients-in-general',
      },
      setUp,
    ),
  );
}

async function addJob(teamId: string, client: string) {
  return changed(server.db, (trx, record) =>
    insertJobEntry(trx, record, { teamId, clientId: client }, jobValues, setUp),
  );
}

beforeAll(async () => {
  server = await startTestServer({ prepare: addReferenceData });
  const { db } = server;
  const north = await addSampleTeam(db, 'Northgate');
  const south = await addSampleTeam(db, 'Southgate');
  team = north.teamId;
  otherTeam = south.teamId;
  leader = (await signedInAs({ role: 'team-leader', teamId: team })).visitor;
  analyst = (await signedInAs({ role: 'national-analyst' })).visitor;
  stranger = (await signedInAs({ role: 'employment-specialist', teamId: otherTeam })).visitor;
  const person = await signedInAs({ role: 'employment-specialist', teamId: team });
  specialist = person.visitor;
  own = await addSpecialist(db, team, { userId: person.id, name: 'Devi Hale' });
  employerId = await addEmployer(db, team, 'Harbour Bakery', 'LS1 4AB');
  await addContact(team, own, employerId);
  clientId = await addClient(db, team, { reference: 'NGT-0001' });
  const specialistId = await addSpecialist(db, otherTeam, { name: 'Olu Other' });
  const theirs = await addClient(db, otherTeam, { reference: 'SGT-0001' });
  foreign = {
    clientId: theirs,
    specialistId,
    contactId: await addContact(
      otherTeam,
      specialistId,
      await addEmployer(db, otherTeam, 'Canal Cafe'),
    ),
    jobEntryId: await addJob(otherTeam, theirs),
  };
});

afterAll(() => server.stop());

const at = (path: string) => `/teams/${team}${path}`;

async function pageAt(visitor: Visitor, path: string, status = 200): Promise<string> {
  const response = await visitor.get(path);
  const page = await response.text();
  expect([path, response.status]).toEqual([path, status]);
  return page;
}

interface Answer {
  status: number;
  location: string;
  page: string;
}

/** Fills a page's form in and posts it, with the hidden fields of that reading of the page. */
async function postFrom(
  visitor: Visitor,
  path: string,
  fields: Record<string, string>,
  read?: Record<string, string>,
): Promise<Answer> {
  const hidden = read ?? hiddenFields(await pageAt(visitor, path));
  const response = await visitor.post(path, { ...hidden, ...fields });
  const location = response.headers.get('Location') ?? '';
  return { status: response.status, location, page: await response.text() };
}

const boxes = (name: string, [day, month, year]: readonly [string, string, string]) => ({
  [`${name}Day`]: day,
  [`${name}Month`]: month,
  [`${name}Year`]: year,
});

const counted = async (table: 'employerContacts' | 'clients' | 'jobEntries' | 'clientMeetings') =>
  (await server.db.selectFrom(table).select('id').where('teamId', '=', team).execute()).length;

/** An error is in the tab's title, in the summary and at its field, and what was typed is still there. */
function expectError(answer: Answer, field: string, message: string): void {
  expect(answer.status).toBe(400);
  expect(answer.page).toMatch(/<title>Error: /);
  expect(answer.page).toContain(`href="#${field}"`);
  expect(answer.page.split(message).length - 1).toBeGreaterThanOrEqual(2);
}

describe('an employer contact', () => {
  const three = { mode: 'in-person', outcome: 'vacancy', when: 'today', answered: 'no' };
  const rest = { withWhom: 'has-say-in-hiring', forWhom: 'clients-in-general', note: '' };

  test('is logged with three answers, listed, and undone', async () => {
    const form = await pageAt(specialist, at('/contacts/new'));
    expect(form).toContain('Harbour Bakery');
    const saved = await postFrom(specialist, at('/contacts/new'), {
      ...three,
      ...rest,
      employer: employerId,
    });
    expect(saved.status).toBe(303);
    const list = await pageAt(specialist, saved.location);
    expect(list).toContain('Contact with <!-- -->Harbour Bakery<!-- --> <!-- -->saved');
    const id = new URL(saved.location, server.origin).searchParams.get('saved') ?? '';
    const undone = await specialist.post(at('/contacts'), { undo: id });
    expect(undone.status).toBe(303);
    const after = await pageAt(specialist, undone.headers.get('Location') ?? '');
    expect(after).toContain('undone: it counts nowhere');
    await pageAt(specialist, at(`/contacts/${id}`), 404);
  });

  test('without its answers is refused, all at once, and keeps what was typed', async () => {
    const typed = {
      ...boxes('contactDate', ['31', '2', '2026']),
      when: 'other',
      note: 'Call back',
    };
    const answer = await postFrom(specialist, at('/contacts/new'), typed);
    expectError(answer, 'employer', 'Choose the employer');
    expectError(answer, 'mode', 'Choose how you were in contact');
    expectError(answer, 'outcome', 'Choose what came of it');
    expectError(answer, 'contactDate-day', 'Enter the date of the contact as a real date');
    expect(answer.page).toContain('>Call back</textarea>');
    expect(answer.page).toMatch(/name="contactDateDay"[^>]*value="31"/);
  });

  test('sent twice is one contact', async () => {
    const hidden = hiddenFields(await pageAt(specialist, at('/contacts/new')));
    const before = await counted('employerContacts');
    const fields = { ...three, ...rest, employer: employerId };
    const posts = await Promise.all([
      postFrom(specialist, at('/contacts/new'), fields, hidden),
      postFrom(specialist, at('/contacts/new'), fields, hidden),
    ]);
    expect(posts.map(({ status }) => status)).toEqual([303, 303]);
    expect(posts[0].location).toBe(posts[1].location);
    expect(await counted('employerContacts')).toBe(before + 1);
  });

  test('with a typed employer that may be known asks before it is saved', async () => {
    const before = await counted('employerContacts');
    const typed = { ...three, ...rest, employer: 'another', employerName: 'harbor bakery ltd' };
    const question = await postFrom(specialist, at('/contacts/new'), typed);
    expect(question.status).toBe(200);
    expect(headingOf(question.page)).toBe('Did you mean one of these?');
    expect(await counted('employerContacts')).toBe(before);
    const kept = hiddenFields(question.page);
    const meant = await specialist.post(at('/contacts/new'), { ...kept, employer: employerId });
    expect(meant.status).toBe(303);
    const list = await pageAt(specialist, meant.headers.get('Location') ?? '');
    expect(list).toContain('Contact with <!-- -->Harbour Bakery');
  });

  test('with a new employer adds it, after the question where one is asked', async () => {
    const typed = { ...three, ...rest, employer: 'another', employerName: 'Moor Garden Centre' };
    expect((await postFrom(specialist, at('/contacts/new'), typed)).status).toBe(303);
    const like = { ...typed, employerName: 'Moor Garden Centre, LS6 2AB' };
    const question = await postFrom(specialist, at('/contacts/new'), like);
    const answer = { ...hiddenFields(question.page), employer: 'another' };
    expect((await specialist.post(at('/contacts/new'), answer)).status).toBe(303);
    const rows = await server.db
      .selectFrom('employers')
      .select(['name', 'postcode'])
      .where('name', '=', 'Moor Garden Centre')
      .orderBy('postcode')
      .execute();
    expect(rows.map(({ postcode }) => postcode)).toEqual([null, 'LS6 2AB']);
  });

  test('of a leader is somebody’s whom the leader chooses', async () => {
    const fields = { ...three, ...rest, employer: employerId };
    const nobody = await postFrom(leader, at('/contacts/new'), { ...fields, specialistId: '' });
    expectError(nobody, 'specialistId', 'Choose who made the contact');
    const other = { ...fields, specialistId: foreign.specialistId };
    expect((await postFrom(leader, at('/contacts/new'), other)).status).toBe(400);
    const chosen = await postFrom(leader, at('/contacts/new'), { ...fields, specialistId: own });
    expect(chosen.status).toBe(303);
  });

  test('changed by two people shows both versions to the second', async () => {
    const id = await addContact(team, own, employerId);
    const path = at(`/contacts/${id}`);
    // The page's other form, which undoes the contact, has a hidden field too.
    const { version = '' } = hiddenFields(await pageAt(specialist, path));
    const [first, second] = [{ version }, { version }];
    expect(await pageAt(leader, path)).toContain('Undo this contact');
    const fields = {
      ...rest,
      employer: employerId,
      mode: 'telephone',
      answered: 'no',
      outcome: 'offer',
      when: 'today',
    };
    const theirs = await postFrom(specialist, path, { ...fields, note: 'The first note' }, first);
    expect(theirs.status).toBe(303);
    const mine = { ...fields, specialistId: own, note: 'The second note' };
    const late = await postFrom(leader, path, mine, second);
    expect(late.status).toBe(409);
    expect(late.page).toContain('The first note');
    expect(late.page).toContain('The second note');
    const { version: newer = '' } = hiddenFields(late.page);
    const again = await postFrom(leader, path, mine, { version: newer });
    expect(again.status).toBe(303);
    expect(await pageAt(leader, path)).toContain('>The second note</textarea>');
  });

  test('shows rates of both kinds, without a judgement', async () => {
    const list = await pageAt(leader, at('/contacts'));
    expect(list).toContain('Last week: strict');
    expect(list).toContain('12 weeks: all modes');
    expect(list).not.toMatch(/govuk-tag--(red|green)/);
  });
});

describe('a meeting return', () => {
  const month = '2026-05';
  const counts = {
    clientsOnBooks: '10',
    meetingsHeld: '21',
    clientsWith0: '1',
    clientsWith1To4: '2',
    clientsWith5To8: '3',
    clientsWith9To12: '3',
    clientsWith13OrMore: '1',
  };
  const path = () => at(`/meeting-returns/${month}`);

  test('that does not add up is refused with both numbers', async () => {
    const answer = await postFrom(leader, path(), { ...counts, clientsWith0: '4' });
    expectError(answer, 'clientsOnBooks', 'they add up to 13, not 10');
    expect(answer.page).toMatch(/name="clientsWith0"[^>]*value="4"/);
  });

  test('is saved once and shown; its second first version is a conflict', async () => {
    const rival = hiddenFields(await pageAt(specialist, path()));
    const hidden = hiddenFields(await pageAt(leader, path()));
    const saved = await postFrom(leader, path(), counts, hidden);
    expect(saved.status).toBe(303);
    expect((await postFrom(leader, path(), counts, hidden)).status).toBe(303);
    expect(await pageAt(leader, saved.location)).toContain('Meeting return for May 2026 saved');
    const late = await postFrom(specialist, path(), { ...counts, meetingsHeld: '30' }, rival);
    expect(late.status).toBe(409);
    expect(late.page).toContain('Saved meanwhile');
    expect(hiddenFields(late.page)).toMatchObject({ version: '1' });
  });

  test('edited by two people shows both versions to the second', async () => {
    const hidden = hiddenFields(await pageAt(leader, path()));
    const first = await postFrom(leader, path(), { ...counts, meetingsHeld: '22' }, hidden);
    expect(first.status).toBe(303);
    const late = await postFrom(specialist, path(), { ...counts, meetingsHeld: '23' }, hidden);
    expect(late.status).toBe(409);
    expect(late.page).toMatch(/Meetings held in the month[\s\S]*23[\s\S]*22/);
  });

  test('can be filled in from dated meetings without JavaScript', async () => {
    const dated = at('/meeting-returns/2026-04');
    expect(await pageAt(leader, dated)).not.toContain('Fill in these numbers');
    const meeting = { clientId, specialistId: null, meetingDate: '2026-04-10', form: 'in-person' };
    await changed(server.db, (trx, record) =>
      insertClientMeetings(trx, record, team, [{ ...meeting, form: 'in-person' }], setUp),
    );
    expect(await pageAt(leader, dated)).toContain('Fill in these numbers');
    const filled = await pageAt(leader, `${dated}?fill=dated`);
    expect(filled).toMatch(/name="clientsOnBooks"[^>]*value="1"/);
    expect(filled).toMatch(/name="clientsWith1To4"[^>]*value="1"/);
    expect(filled).toMatch(/name="meetingsHeld"[^>]*value="1"/);
  });

  test('exists for months that have ended only', async () => {
    for (const none of ['2099-01', '2022-03', '2026-13', 'may']) {
      await pageAt(leader, at(`/meeting-returns/${none}`), 404);
    }
    expect(await pageAt(leader, at('/meeting-returns'))).toContain('Missing');
  });
});

describe('a client', () => {
  const enrolled = boxes('enrolmentDate', ['2', '2', '2026']);

  test('is added under a reference that names nobody', async () => {
    const path = at('/clients/new');
    const wrong = await postFrom(leader, path, { ...enrolled, reference: 'AB123456C' });
    expectError(wrong, 'reference', 'The reference must not be a National Insurance number');
    expect(wrong.page).toMatch(/name="enrolmentDateDay"[^>]*value="2"/);
    const taken = await postFrom(leader, path, { ...enrolled, reference: 'NGT-0001' });
    expectError(taken, 'reference', 'Another client of your team has this reference');
    const hidden = hiddenFields(await pageAt(leader, path));
    const before = await counted('clients');
    const fields = { ...enrolled, reference: 'NGT-0002' };
    const saved = await postFrom(leader, path, fields, hidden);
    expect(saved.status).toBe(303);
    expect((await postFrom(leader, path, fields, hidden)).location).toBe(saved.location);
    expect(await counted('clients')).toBe(before + 1);
    const page = await pageAt(leader, saved.location);
    expect(headingOf(page)).toBe('Client NGT-0002');
    expect(page).toMatch(/<title>Client – /);
    expect(await pageAt(leader, at('/clients?state=out-of-work'))).toContain('NGT-0002');
    expect(await pageAt(leader, at('/clients?state=closed'))).not.toContain('NGT-0002');
  });

  test('edited by two people shows both versions to the second', async () => {
    const id = await addClient(server.db, team, { reference: 'NGT-0003' });
    const path = at(`/clients/${id}/edit`);
    const hidden = hiddenFields(await pageAt(leader, path));
    const fields = { ...boxes('enrolmentDate', ['12', '1', '2026']), reference: 'NGT-0003' };
    expect((await postFrom(leader, path, { ...fields, sex: 'male' }, hidden)).status).toBe(303);
    const late = await postFrom(specialist, path, { ...fields, ageAtEnrolment: '51' }, hidden);
    expect(late.status).toBe(409);
    expect(late.page).toContain('Saved meanwhile');
    const kept = hiddenFields(late.page);
    expect(
      (await postFrom(specialist, path, { ...fields, ageAtEnrolment: '51' }, kept)).status,
    ).toBe(303);
  });

  test('gets a vocational profile, whose stale edit is refused', async () => {
    const path = at(`/clients/${clientId}/profile`);
    const hidden = hiddenFields(await pageAt(specialist, path));
    const open = await postFrom(specialist, path, { housing: 'Unstable' }, hidden);
    expectError(open, 'profileDate-day', 'Enter the date of the profile');
    const fields = { ...boxes('profileDate', ['20', '1', '2026']), housing: 'Unstable' };
    expect((await postFrom(specialist, path, fields, hidden)).status).toBe(303);
    const page = await pageAt(specialist, at(`/clients/${clientId}`));
    expect(page).toContain('Unstable');
    const late = await postFrom(leader, path, { ...fields, housing: 'Own home' }, hidden);
    expect(late.status).toBe(409);
    expect(late.page).toContain('Own home');
  });

  test('is met, once however often the button is pressed, and the meeting undone', async () => {
    const path = at(`/clients/${clientId}/meetings`);
    const hidden = hiddenFields(await pageAt(specialist, path));
    const how = await postFrom(specialist, path, { when: 'yesterday' }, hidden);
    expectError(how, 'form', 'Choose how you met');
    const before = await counted('clientMeetings');
    const fields = { form: 'telephone', when: 'today' };
    const saved = await postFrom(specialist, path, fields, hidden);
    expect((await postFrom(specialist, path, fields, hidden)).location).toBe(saved.location);
    expect(await counted('clientMeetings')).toBe(before + 1);
    expect(await pageAt(specialist, saved.location)).toContain('Devi Hale');
    const id = new URL(saved.location, server.origin).searchParams.get('saved') ?? '';
    expect((await specialist.post(`${path}/${id}/undo`, {})).status).toBe(303);
    expect(await pageAt(specialist, `${path}?undone`)).toContain('it counts nowhere');
    expect((await specialist.get(`${path}/${id}/undo`)).status).toBe(303);
  });

  test('is one of several that a clinic met', async () => {
    const second = await addClient(server.db, team, { reference: 'NGT-0004' });
    const path = at('/meetings/new');
    const { submissionId = '' } = hiddenFields(await pageAt(specialist, path));
    const before = await counted('clientMeetings');
    const common: [string, string][] = [
      ['submissionId', submissionId],
      ['form', 'in-person'],
      ['when', 'today'],
    ];
    const none = await specialist.post(path, common);
    expect(none.status).toBe(400);
    const stray: [string, string][] = [...common, ['clients', foreign.clientId]];
    expect((await specialist.post(path, stray)).status).toBe(400);
    const both: [string, string][] = [...common, ['clients', clientId], ['clients', second]];
    expect((await specialist.post(path, both)).status).toBe(303);
    expect(await counted('clientMeetings')).toBe(before + 2);
  });

  test('starts a job, whose evidence comes later', async () => {
    const path = at(`/clients/${clientId}/job-entries/new`);
    const start = boxes('startDate', ['2', '3', '2026']);
    const fields = { ...start, employer: employerId, fourHoursDone: 'yes', evidence: 'none' };
    const open = await postFrom(specialist, path, fields);
    expectError(open, 'jobType', 'Enter the kind of work');
    expect(open.page).toMatch(/name="startDateMonth"[^>]*value="3"/);
    const early = boxes('startDate', ['1', '1', '2026']);
    const before = await postFrom(specialist, path, { ...fields, ...early, jobType: 'care' });
    expectError(before, 'startDate-day', 'on or after the client’s enrolment');
    const hidden = hiddenFields(await pageAt(specialist, path));
    const job = { ...fields, jobType: 'care', hoursPerWeek: '37.5' };
    const jobs = await counted('jobEntries');
    expect((await postFrom(specialist, path, job, hidden)).status).toBe(303);
    expect((await postFrom(specialist, path, job, hidden)).status).toBe(303);
    expect(await counted('jobEntries')).toBe(jobs + 1);
    const page = await pageAt(specialist, at(`/clients/${clientId}`));
    expect(page).toContain('37.5');
    expect(page).toContain('Reached 31 May 2026');
    expect(await pageAt(specialist, at('/clients?state=working'))).toContain('NGT-0001');
  });

  test('has a job entry that two people edit: the second sees both versions', async () => {
    const id = await addJob(team, clientId);
    const path = at(`/clients/${clientId}/job-entries/${id}`);
    const hidden = hiddenFields(await pageAt(leader, path));
    const fields = {
      ...boxes('startDate', ['2', '2', '2026']),
      employer: 'none',
      fourHoursDone: 'yes',
      permanent: 'yes',
      evidence: 'none',
      jobType: 'care',
    };
    const first = { ...fields, ...boxes('endDate', ['1', '4', '2026']) };
    expect((await postFrom(leader, path, first, hidden)).status).toBe(303);
    const late = await postFrom(specialist, path, { ...fields, jobType: 'retail' }, hidden);
    expect(late.status).toBe(409);
    expect(late.page).toContain('1 April 2026');
    expect(late.page).toContain('retail');
  });
});

describe('staff', () => {
  const person = {
    name: 'Nia New',
    role: 'employment-specialist',
    userId: '',
    ...boxes('employedFrom', ['1', '4', '2026']),
  };

  test('are added, given hours and leave by the leader', async () => {
    const path = at('/staff/new');
    const wrong = await postFrom(leader, path, { ...person, fte: '3' });
    expectError(wrong, 'fte', 'Enter the full-time equivalent');
    expect(wrong.page).toMatch(/name="name"[^>]*value="Nia New"/);
    const hidden = hiddenFields(await pageAt(leader, path));
    const saved = await postFrom(leader, path, { ...person, fte: '0.6' }, hidden);
    expect((await postFrom(leader, path, { ...person, fte: '0.6' }, hidden)).location).toBe(
      saved.location,
    );
    const here = saved.location.replace(/\?.*/, '');
    const hours = { ...boxes('fromDate', ['1', '6', '2026']), fte: '0.8' };
    expect((await postFrom(leader, `${here}/hours`, hours)).status).toBe(303);
    const leave = {
      ...boxes('firstDay', ['22', '5', '2026']),
      ...boxes('lastDay', ['26', '5', '2026']),
      part: 'whole',
    };
    expect((await postFrom(leader, `${here}/leave`, leave)).status).toBe(303);
    const days = await pageAt(leader, `${here}/leave`);
    expect(days).toContain('22 May 2026');
    // A weekend and a bank holiday take nothing away.
    expect(days).not.toContain('25 May 2026');
    const half = { ...boxes('firstDay', ['26', '5', '2026']), part: 'half' };
    expect((await postFrom(leader, `${here}/leave`, half)).status).toBe(303);
    expect(await pageAt(leader, `${here}/leave`)).toContain('Half a day');
    const [remove = ''] = new RegExp(`${here}/leave/[^"]+/remove`).exec(days) ?? [];
    expect((await leader.post(remove, {})).status).toBe(303);
    expect((await leader.post(remove, {})).status).toBe(303);
    expect(await pageAt(leader, here)).toContain('0.8');
  });

  test('are changed once per version', async () => {
    const id = await addSpecialist(server.db, team, { name: 'Ed Edited' });
    const path = at(`/staff/${id}/edit`);
    const hidden = hiddenFields(await pageAt(leader, path));
    expect((await postFrom(leader, path, person, hidden)).status).toBe(303);
    const late = await postFrom(leader, path, { ...person, name: 'Ned Late' }, hidden);
    expect(late.status).toBe(409);
    expect(late.page).toContain('Nia New');
  });

  test('are not changed by a specialist', async () => {
    expect(await pageAt(specialist, at('/staff'))).toContain('Devi Hale');
    const page = await pageAt(specialist, at(`/staff/${own}`));
    expect(page).not.toContain('Change working hours');
    for (const path of ['/staff/new', `/staff/${own}/edit`, `/staff/${own}/leave`]) {
      await pageAt(specialist, at(path), 403);
      expect((await specialist.post(at(path), person)).status).toBe(403);
    }
  });
});

describe('an import', () => {
  const csv = baselineCsv([fullAnswers]);

  async function upload(
    visitor: Visitor,
    path: string,
    text: string,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const { submissionId = '' } = hiddenFields(await pageAt(visitor, path));
    const form = new FormData();
    const fields = { submissionId, intent: 'check', ...more };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob([text], { type: 'text/csv' }), 'baseline.csv');
    return send(visitor, path, form);
  }

  async function send(visitor: Visitor, path: string, form: FormData): Promise<Answer> {
    const encoded = new Response(form);
    const body = new Uint8Array(await encoded.arrayBuffer());
    const headers = {
      Origin: server.origin,
      'Content-Type': encoded.headers.get('Content-Type') ?? '',
    };
    const response = await visitor.fetch(path, { method: 'POST', body, headers });
    const location = response.headers.get('Location') ?? '';
    return { status: response.status, location, page: await response.text() };
  }

  /** The checked page's second form: the file itself is not sent again. */
  async function confirm(visitor: Visitor, path: string, page: string): Promise<Answer> {
    const form = new FormData();
    const section = page.slice(page.indexOf('preview-title'));
    const end = section.indexOf('</form>');
    for (const [name, value] of Object.entries(hiddenFields(section.slice(0, end)))) {
      form.append(name, value);
    }
    return send(visitor, path, form);
  }

  const profiles = async () =>
    server.db
      .selectFrom('clientFactors as factors')
      .innerJoin('clients as client', 'client.id', 'factors.clientId')
      .select(['factors.confidence', 'client.sex'])
      .where('client.teamId', '=', team)
      .where('client.reference', '=', 'NGT-0001')
      .executeTakeFirst();

  test('of a team is checked, then done with the same bytes', async () => {
    const path = at('/import');
    const checked = await upload(leader, path, csv);
    expect(checked.status).toBe(200);
    expect(checked.page).toContain('The file has no errors. Nothing is imported yet');
    expect((await profiles())?.confidence).not.toBe('High');
    const done = await confirm(leader, path, checked.page);
    expect(done.status).toBe(303);
    expect(await pageAt(leader, done.location)).toContain('1 row imported');
    expect(await profiles()).toEqual({ confidence: 'High', sex: 'male' });
    expect((await confirm(leader, path, checked.page)).location).toBe(done.location);
  });

  test('with errors names row and rule and does nothing', async () => {
    const wrong = baselineCsv([
      { ...fullAnswers, confidence: 'Low' },
      { ...fullAnswers, client_id: 'NGT-9999' },
    ]);
    const refused = await upload(leader, at('/import'), wrong);
    expectError(refused, 'file', 'The file has 1 error: nothing is imported');
    expect(refused.page).toContain('is not the reference of a client of this team');
    expect((await profiles())?.confidence).toBe('High');
    expectError(await upload(leader, at('/import'), ''), 'file', 'Choose a file that is not empty');
    const big = 'x'.repeat(1024 * 1024 + 1);
    expectError(await upload(leader, at('/import'), big), 'file', 'smaller than 1 MB');
  });

  test('is the leader’s and the analyst’s alone', async () => {
    await pageAt(specialist, at('/import'), 403);
    await pageAt(stranger, at('/import'), 403);
    await pageAt(leader, '/import', 403);
    const form = await pageAt(analyst, '/import');
    expect(form).toContain('Northgate');
    await pageAt(analyst, at('/import'), 403);
  });

  test('by the analyst goes where it is told, without counting a team’s clients', async () => {
    const nowhere = await upload(analyst, '/import', csv);
    expectError(nowhere, 'destination', 'Choose where the answers should go');
    const checked = await upload(analyst, '/import', csv, { destination: team });
    expect(checked.page).toContain('Rows in the file');
    expect(checked.page).not.toContain('Clients whose answers');
    expect((await confirm(analyst, '/import', checked.page)).location).toBe('/import?done=1');
    const cohort = await upload(analyst, '/import', csv, { destination: 'evaluation-cohort' });
    expect(cohort.status).toBe(400);
    expect(cohort.page).toContain('meetings');
  });
});

describe('what belongs to another team', () => {
  test('does not exist, by its own address or under one’s own team', async () => {
    const nothing = randomUUID();
    const pages = [
      ['/contacts', foreign.contactId],
      ['/clients', foreign.clientId],
      ['/staff', foreign.specialistId],
      [`/clients/${clientId}/job-entries`, foreign.jobEntryId],
    ];
    const texts = new Set<string>();
    for (const [path = '', id = ''] of pages) {
      for (const one of [id, nothing]) {
        texts.add((await pageAt(leader, at(`${path}/${one}`), 404)).replaceAll(one, ''));
      }
    }
    const bare = [...texts].map((page) => /<main[\s\S]*<\/main>/.exec(page)?.[0]);
    expect(new Set(bare).size).toBe(1);
  });

  test('is not read or written by its neighbours, nor by national roles', async () => {
    const paths = [
      '/contacts',
      '/contacts/new',
      '/clients',
      '/clients/new',
      `/clients/${clientId}`,
      `/clients/${clientId}/edit`,
      `/clients/${clientId}/profile`,
      `/clients/${clientId}/meetings`,
      `/clients/${clientId}/job-entries/new`,
      '/meetings/new',
      '/meeting-returns',
      '/meeting-returns/2026-05',
      '/staff',
    ];
    for (const path of paths) {
      await pageAt(stranger, at(path), 404);
      await pageAt(analyst, at(path), 403);
    }
    expect((await stranger.post(at('/contacts'), { undo: foreign.contactId })).status).toBe(404);
    const undo = await leader.post(at('/contacts'), { undo: foreign.contactId });
    expect(undo.status).toBe(404);
  });
});

test('every change is in the audit list, and the list is whole', async () => {
  expect(await findBrokenAuditRecord(server.db)).toBeUndefined();
});
