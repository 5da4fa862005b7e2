import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { factFields } from '#app/forms/fidelity/item-fields.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';
import { getScaleItem } from '#scoring/fidelity/scale-item.ts';

import { addScaleVersion, addTeam, itemNumbers } from '../db/review-builder.ts';
import { addUser } from './add-user.ts';
import { startTestServer, type TestServer } from './start-server.ts';
import type { Visitor } from './visitor.ts';

let server: TestServer;
let teamId: string;
let scaleVersionId: string;

beforeAll(async () => {
  server = await startTestServer();
  teamId = await addTeam(server.db);
  const known = await server.db.selectFrom('scaleVersions').select('id').executeTakeFirst();
  scaleVersionId = known?.id ?? (await addScaleVersion(server.db));
});

afterAll(async () => {
  await server.stop();
});

interface Person {
  id: string;
  browser: Visitor;
}

async function person(facts: Parameters<typeof addUser>[1]): Promise<Person> {
  const { id, email } = await addUser(server.db, facts);
  return { id, browser: await server.signIn(email) };
}

const reviewer = (name: string) => person({ name, role: 'reviewer' });

/** What is on the page: without its scripts, which carry the same data again, and React's marks between texts. */
async function page(browser: Visitor, path: string): Promise<string> {
  const response = await browser.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return textOf(response);
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  return text.replaceAll(/<script[^>]*>.*?<\/script>/gs, '').replaceAll('<!-- -->', '');
}

function setUp(lead: Person, others: readonly Person[]): [string, string][] {
  return [
    ['submissionId', randomUUID()],
    ['teamId', teamId],
    ['kind', 'independent'],
    ['scaleVersionId', scaleVersionId],
    ['firstVisitDay', '26'],
    ['firstVisitMonth', '3'],
    ['firstVisitYear', '2026'],
    ['lastVisitDay', '27'],
    ['lastVisitMonth', '3'],
    ['lastVisitYear', '2026'],
    ['leadReviewerId', lead.id],
    ...others.map(({ id }): [string, string] => ['otherReviewerIds', id]),
  ];
}

async function newReview(lead: Person, others: readonly Person[]): Promise<string> {
  const answer = await lead.browser.post('/reviews/new', setUp(lead, others));
  expect(answer.status).toBe(303);
  return answer.headers.get('Location') ?? '';
}

async function scoreAll(
  { browser }: Person,
  review: string,
  scoreOf: (itemNumber: number) => number,
  reason = '',
): Promise<void> {
  for (const number of itemNumbers) {
    const fields = { version: '0', intent: 'list', score: String(scoreOf(number)), reason };
    const answer = await browser.post(`${review}/items/${number}`, fields);
    expect([number, answer.status]).toEqual([number, 303]);
  }
}

const submit = ({ browser }: Person, review: string, version = 25) =>
  browser.post(`${review}/check`, { version: String(version), confirm: 'yes' });

describe('setting up', () => {
  test('keeps what was typed, says what is missing, and makes one review of two posts', async () => {
    const lead = await reviewer('Lena Lead');
    const second = await reviewer('Sam Second');
    const form = await page(lead.browser, '/reviews/new');
    expect(form).toContain('Marlow team');
    const filled = setUp(lead, [second]);
    const wrong = filled.map(([name, value]): [string, string] => [
      name,
      name === 'lastVisitDay' ? '25' : value,
    ]);
    const refused = await lead.browser.post('/reviews/new', wrong);
    const answer = await textOf(refused);
    expect(refused.status).toBe(400);
    expect(answer).toContain('<title>Error: Set up a fidelity review');
    const message = 'The last visit day must be the same as or after the first visit day';
    expect(answer.split(message).length - 1).toBe(2);
    expect(answer).toContain('href="#lastVisit-day"');
    expect(answer).toMatch(/id="lastVisit-day"[^>]*value="25"/);
    expect(answer).toMatch(new RegExp(`<option value="${teamId}" selected`));
    const first = await lead.browser.post('/reviews/new', filled);
    const again = await lead.browser.post('/reviews/new', filled);
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    const list = await page(second.browser, '/reviews');
    expect(list.split(`href="${first.headers.get('Location') ?? ''}"`).length - 1).toBe(1);
  });

  test('is refused for a review of others, and for teams and people who were not offered', async () => {
    const lead = await reviewer('Lena Lead');
    const second = await reviewer('Sam Second');
    const leader = await person({ role: 'team-leader', teamId });
    const ofOthers = await lead.browser.post('/reviews/new', setUp(second, []));
    expect(ofOthers.status).toBe(400);
    const withLeader = await lead.browser.post('/reviews/new', setUp(lead, [leader]));
    expect(withLeader.status).toBe(400);
    expect((await leader.browser.get('/reviews/new')).status).toBe(403);
    expect((await leader.browser.post('/reviews/new', setUp(leader, []))).status).toBe(403);
  });
});

describe('scoring an item', () => {
  test('facts, proposal, score and reason, one step after another without JavaScript', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    const tasks = await page(lead.browser, review);
    expect(tasks).toContain('0 of 25 scored');
    expect(tasks).toContain('anything from 25 to 125');
    const start = await page(lead.browser, `${review}/items/1`);
    expect(start).toContain('<title>Item 1: Caseload size');
    expect(start).toContain('No score is proposed. There is no measured number.');
    for (const { text } of getScaleItem(fidelityScale2008, 1).anchors)
      expect(start).toContain(text);

    const facts = { version: '0', measured: '28.5', score: '', reason: '' };
    const proposed = await lead.browser.post(`${review}/items/1`, { ...facts, intent: 'propose' });
    expect(proposed.headers.get('Location')).toBe(`${review}/items/1#proposal`);
    const draft = await page(lead.browser, `${review}/items/1`);
    expect(draft).toContain('the rule proposes <strong>3</strong>');
    expect(draft).toContain('Last saved');
    expect(await page(lead.browser, review)).toContain('Draft');

    const scored = { version: '1', measured: '28.5', score: '4', 'evidence-DOC': 'Caseload list' };
    const refused = await lead.browser.post(`${review}/items/1`, { ...scored, intent: 'continue' });
    const answer = await textOf(refused);
    expect(refused.status).toBe(400);
    expect(answer).toContain('<title>Error: Item 1: Caseload size');
    const message = 'Give a reason: you score 4 and the rule proposes 3';
    expect(answer.split(message).length - 1).toBe(2);
    expect(answer).toContain('href="#reason"');
    expect(answer).toContain('Caseload list');
    expect(answer).toMatch(/value="4"[^>]*checked|checked[^>]*value="4"/);

    const reason = 'Two people left this week';
    const saved = await lead.browser.post(`${review}/items/1`, {
      ...scored,
      reason,
      intent: 'continue',
    });
    expect(saved.headers.get('Location')).toBe(`${review}/items/2`);
    const list = await page(lead.browser, review);
    expect(list).toContain('1 of 25 scored');
    expect(list).toContain('anything from 28 to 124');
    expect(list).toContain('Score\u00a04');
    const check = await page(lead.browser, `${review}/check`);
    for (const words of [reason, 'Caseload list', '>28.5<', 'Score item 2']) {
      expect(check).toContain(words);
    }
  });

  test('the later of two saves is refused with both versions; the same save twice is one', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    const path = `${review}/items/7`;
    const first = { version: '0', intent: 'list', score: '3', reason: 'Weekly, without a leader' };
    expect((await lead.browser.post(path, first)).status).toBe(303);
    expect((await lead.browser.post(path, first)).status).toBe(303);
    const late = { ...first, score: '5', reason: 'Weekly, led by the supervisor' };
    const refused = await lead.browser.post(path, late);
    const answer = await textOf(refused);
    expect(refused.status).toBe(409);
    expect(answer).toContain('<title>Error: Item 7');
    expect(answer).toContain('Weekly, without a leader');
    expect(answer).toContain('Weekly, led by the supervisor');
    expect(answer).toContain('name="version" value="1"');
    const knowing = await lead.browser.post(path, { ...late, version: '1' });
    expect(knowing.status).toBe(303);
    expect(await page(lead.browser, path)).toContain('Weekly, led by the supervisor');
  });

  test('each of the 25 items has its page and takes what its rule asks for', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    for (const item of fidelityScale2008.items) {
      const text = await page(lead.browser, `${review}/items/${item.number}`);
      for (const field of [...factFields(item), 'score', 'reason', 'adaptationReason']) {
        expect(text).toContain(`name="${field}"`);
      }
      for (const source of item.sources) expect(text).toContain(`name="evidence-${source}"`);
    }
    expect((await lead.browser.get(`${review}/items/26`)).status).toBe(404);
    expect((await lead.browser.get(`${review}/items/01`)).status).toBe(404);
  });
});

describe('two reviewers', () => {
  const secret = 'what only Sam has written';

  test('see nothing of each other before both have submitted, then agree and sign off', async () => {
    const lead = await reviewer('Lena Lead');
    const second = await reviewer('Sam Second');
    const leader = await person({ role: 'team-leader', teamId });
    const national = await person({ role: 'national-reader' });
    const administrator = await person({ role: 'administrator' });
    const review = await newReview(lead, [second]);
    const reviewId = review.split('/').at(-1) ?? '';

    const pages = [
      '/reviews',
      '/',
      review,
      `${review}/items/7`,
      `${review}/check`,
      `${review}/agree`,
      `${review}/sign-off`,
    ];
    const everythingSeenBy = async ({ browser }: Person) =>
      (await Promise.all(pages.map(async (path) => (await browser.get(path)).text()))).join('\n');
    // The layout's data carry a new nonce with every answer; everything else must stay byte for byte.
    const steady = (text: string) => text.replaceAll(/nonce="[^"]*"/g, '');
    const before = steady(await everythingSeenBy(lead));
    await scoreAll(second, review, (number) => (number % 5 === 0 ? 2 : 4), secret);
    expect(steady(await everythingSeenBy(lead))).toBe(before);
    expect((await submit(second, review)).status).toBe(303);
    expect(await everythingSeenBy(lead)).not.toContain(secret);
    for (const id of ['review', 'item', 'check', 'agree', 'sign-off']) {
      const address = `${id === 'item' ? `${review}/items/7` : id === 'review' ? review : `${review}/${id}`}?_data=routes/reviews/${id}`;
      const data = await (await lead.browser.get(address)).text();
      expect(data).not.toContain(secret);
    }
    expect(await everythingSeenBy(administrator)).not.toContain(secret);
    expect((await lead.browser.post(`${review}/agree`, { intent: 'confirm-equal' })).status).toBe(
      409,
    );
    expect(
      (await second.browser.post(`${review}/items/7`, { version: '1', intent: 'list', score: '1' }))
        .status,
    ).toBe(409);

    await scoreAll(lead, review, (number) => (number === 25 ? 3 : 4));
    expect((await submit(lead, review)).status).toBe(303);
    const agree = await page(lead.browser, `${review}/agree`);
    expect(agree).toContain(secret);
    expect(agree).toContain('On 20 items all reviewers gave the same score');
    expect(agree).toContain('name="score-5"');
    expect(agree).not.toContain('name="score-4"');
    expect(agree).not.toContain('checked=""');

    const confirmed = await second.browser.post(`${review}/agree`, { intent: 'confirm-equal' });
    expect(confirmed.headers.get('Location')).toBe(`${review}/agree`);
    const decisions = (reason: string): [string, string][] => [
      ['intent', 'save'],
      ...[5, 10, 15, 20, 25].flatMap((number): [string, string][] => [
        [`score-${number}`, '3'],
        [`reason-${number}`, reason],
        [`version-${number}`, '0'],
      ]),
    ];
    const refused = await lead.browser.post(`${review}/agree`, decisions(''));
    const refusedText = await textOf(refused);
    expect(refused.status).toBe(400);
    expect(refusedText).toContain('Give the reason for the agreed score of item 5');
    expect(refusedText).not.toContain('Give the reason for the agreed score of item 25');
    const agreed = await lead.browser.post(`${review}/agree`, decisions('Half of it was seen'));
    expect(agreed.headers.get('Location')).toBe(review);
    const overtaken = await second.browser.post(`${review}/agree`, decisions('Another reason'));
    const both = await textOf(overtaken);
    expect(overtaken.status).toBe(409);
    expect(both).toContain('Half of it was seen');
    expect(both).toContain('Another reason');
    expect(both).toContain('name="version-5" value="1"');

    expect((await leader.browser.get(review)).status).toBe(404);
    expect((await national.browser.get(review)).status).toBe(404);
    expect((await second.browser.get(`${review}/sign-off`)).status).toBe(403);
    const ready = await page(lead.browser, `${review}/sign-off`);
    expect(ready).toContain('Total <strong>95</strong> of 125: <strong>Fair fidelity</strong>');
    const confirmMissing = await lead.browser.post(`${review}/sign-off`, { version: '1' });
    expect(confirmMissing.status).toBe(400);
    const signed = await lead.browser.post(`${review}/sign-off`, { version: '1', confirm: 'yes' });
    const twice = await lead.browser.post(`${review}/sign-off`, { version: '1', confirm: 'yes' });
    expect([signed.status, twice.status]).toEqual([303, 303]);

    for (const { browser } of [lead, second, leader, national, administrator]) {
      const result = await page(browser, review);
      expect(result).toContain('Total <strong>95</strong> of 125: <strong>Fair fidelity</strong>');
      expect(result).toContain('Half of it was seen');
      expect(await page(browser, '/reviews')).toContain('95, Fair fidelity');
    }
    const late = { version: '1', intent: 'list', score: '1', reason: 'Typed too late' };
    const locked = await second.browser.post(`${review}/items/7`, late);
    const lockedText = await textOf(locked);
    expect(locked.status).toBe(409);
    expect(lockedText).toContain('the review is signed off and locked');
    expect(lockedText).toContain('Typed too late');
    const stored = await server.db
      .selectFrom('agreedScores')
      .select('score')
      .where('reviewId', '=', reviewId)
      .execute();
    expect(stored.reduce((sum, { score }) => sum + score, 0)).toBe(95);

    const next = await newReview(lead, []);
    expect(await page(lead.browser, `${next}/items/5`)).not.toContain('Last review');
    await server.db
      .updateTable('fidelityReviews')
      .set({ firstVisitDay: '2026-09-01', lastVisitDay: '2026-09-02' })
      .where('id', '=', next.split('/').at(-1) ?? '')
      .execute();
    const item = await page(lead.browser, `${next}/items/5`);
    expect(item).toContain('Last review: score 3');
    expect(item).toContain('Half of it was seen');
  });
});

describe('one reviewer', () => {
  test('submits only complete and reasoned scores, which sign-off makes the agreed ones', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    const nothing = await submit(lead, review, 0);
    expect(nothing.status).toBe(400);
    expect(await textOf(nothing)).toContain('Score item 1');
    await scoreAll(lead, review, () => 5);
    // Facts looked at after the score was given: the reason is still to come.
    const facts = { version: '1', intent: 'propose', measured: '50', score: '5', reason: '' };
    await lead.browser.post(`${review}/items/1`, facts);
    const unreasoned = await submit(lead, review, 26);
    expect(unreasoned.status).toBe(400);
    expect(await textOf(unreasoned)).toContain('Give the reason for your score of item 1');
    const reasoned = { ...facts, version: '2', intent: 'list', reason: 'A count of last year' };
    await lead.browser.post(`${review}/items/1`, reasoned);
    expect((await submit(lead, review, 26)).status).toBe(409);
    expect((await submit(lead, review, 27)).status).toBe(303);
    expect((await submit(lead, review, 27)).status).toBe(303);
    expect((await lead.browser.get(`${review}/agree`)).status).toBe(303);
    const signed = await lead.browser.post(`${review}/sign-off`, { version: '1', confirm: 'yes' });
    expect(signed.status).toBe(303);
    const result = await page(lead.browser, review);
    expect(result).toContain(
      'Total <strong>125</strong> of 125: <strong>Exemplary fidelity</strong>',
    );
    expect(result).toContain('A count of last year');
  });
});

describe('somebody else’s review', () => {
  test('answers exactly like one that does not exist', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    const strangers = [
      await reviewer('Rae Other'),
      await person({ role: 'team-leader', teamId }),
      await person({ role: 'employment-specialist', teamId: await addTeam(server.db, 'Far team') }),
      await person({ role: 'national-analyst' }),
    ];
    const steady = (text: string) =>
      text.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/[\da-f-]{36}/g, '');
    for (const { browser } of strangers) {
      for (const part of ['', '/items/1', '/check', '/agree', '/sign-off']) {
        const real = await browser.get(`${review}${part}`);
        const none = await browser.get(`/reviews/${randomUUID()}${part}`);
        expect([part, real.status]).toEqual([part, none.status]);
        expect([403, 404]).toContain(real.status);
        expect(steady(await real.text())).toBe(steady(await none.text()));
      }
      const post = await browser.post(`${review}/items/1`, { version: '0', score: '1' });
      expect([403, 404]).toContain(post.status);
    }
    expect((await server.visitor().get(review)).status).toBe(303);
  });
});

describe('the scale', () => {
  test('says what it is, its bands, and which descriptions are still to be checked', async () => {
    const { browser } = await person({ role: 'employment-specialist', teamId });
    const text = await page(browser, '/scale');
    for (const words of [
      '115 to 125',
      '25 to 73',
      'Exemplary fidelity',
      fidelityScale2008.source,
    ]) {
      expect(text).toContain(words);
    }
    const toCheck = fidelityScale2008.items
      .flatMap(({ anchors }) => anchors)
      .filter(({ verification }) => verification === 'to-check').length;
    expect(text).toContain(`${125 - toCheck} of 125 descriptions; ${toCheck} still to be checked`);
    expect(text.split('>To be checked<').length - 1).toBe(toCheck);
    expect((await browser.get('/scale/publish')).status).toBe(403);
  });

  test('is corrected by an administrator; reviews keep the version they were set up with', async () => {
    const lead = await reviewer('Lena Lead');
    const review = await newReview(lead, []);
    const { browser } = await person({ role: 'administrator' });
    expect(await page(browser, '/scale/publish')).toContain('2. Employment services staff');
    const form = await page(browser, '/scale/publish?item=2');
    const valueOf = (name: string) =>
      new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? '';
    const { anchors, definition } = getScaleItem(fidelityScale2008, 2);
    const fields: [string, string][] = [
      ['submissionId', valueOf('submissionId')],
      ['version', valueOf('version')],
      ['definition', definition],
      ...anchors.map(({ score, text }): [string, string] => [`anchor-${score}`, text]),
      ['limit-5', '95'],
      ['limit-4', '90'],
      ['limit-3', '75'],
      ['limit-2', '60'],
      ['name', 'Scale with item 2 checked'],
      ['validFromDay', valueOf('validFromDay')],
      ['validFromMonth', valueOf('validFromMonth')],
      ['validFromYear', valueOf('validFromYear')],
      ['note', 'Item 2 read against the official form'],
      ...[1, 2, 3, 4, 5].map((score): [string, string] => ['checked', String(score)]),
    ];
    const wrong = fields.map(([name, value]): [string, string] => [
      name,
      name === 'limit-4' ? '99' : value,
    ]);
    const refused = await browser.post('/scale/publish?item=2', wrong);
    expect(refused.status).toBe(400);
    expect(await textOf(refused)).toContain('The limit of score 4 must be below that of score 5');
    const published = await browser.post('/scale/publish?item=2', fields);
    const again = await browser.post('/scale/publish?item=2', fields);
    expect([published.status, again.status]).toEqual([303, 303]);
    const rival = fields.map(([name, value]): [string, string] => [
      name,
      name === 'submissionId' ? randomUUID() : name === 'name' ? 'A rival version' : value,
    ]);
    const conflict = await browser.post(
      '/scale/publish?item=2',
      rival.map(([name, value]) => [name, name === 'limit-5' ? '94' : value]),
    );
    expect(conflict.status).toBe(409);
    expect(await textOf(conflict)).toContain('Limit for a score of 5');

    const text = await page(browser, '/scale');
    expect(text).toContain('Scale with item 2 checked');
    expect(text).toContain('Item 2 read against the official form');
    const facts = { version: '0', intent: 'propose', measured: '95.5' };
    await lead.browser.post(`${review}/items/2`, facts);
    expect(await page(lead.browser, `${review}/items/2`)).toContain('proposes <strong>4</strong>');
  });
});
