import { hash } from 'node:crypto';

import type { Visitor } from '../visitor.ts';
import type { Fields } from './forms-to-post.ts';

export interface Answer {
  status: number;
  /** Where it leads to; a data request says so in a header of its own. */
  location: string;
  body: string;
}

export interface Asked {
  method: 'GET' | 'HEAD' | 'POST';
  path: string;
  fields?: Fields;
}

/** One request and its whole answer. */
export async function ask(browser: Visitor, { method, path, fields = [] }: Asked): Promise<Answer> {
  const response =
    method === 'POST' ? await browser.post(path, fields) : await browser.fetch(path, { method });
  const { status, headers } = response;
  const location = headers.get('Location') ?? headers.get('X-Remix-Redirect') ?? '';
  return { status, location, body: await response.text() };
}

const patienceMs = 30_000;

/** What a page or file of a model says while the model, or its next version, is being worked out. */
const unfinished =
  /being worked out|"isWorking":true|"status":"working"|"olderFrom":"|"recordsAsOf": "[^"]*\d:\d\d/;

function isUnfinished({ status, location, body }: Answer): boolean {
  const isFileToCome =
    (status === 302 || status === 204) && /^\/relations\/[\w-]+\?/.test(location);
  return isFileToCome || unfinished.test(body);
}

/** The answer once nothing of it is still being worked out: only then can two be held against one another. */
export async function finishedAnswer(browser: Visitor, asked: Asked): Promise<Answer> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask(browser, asked);
    if (asked.method === 'POST' || !isUnfinished(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Shorter texts that were sent stand in an answer by chance. */
const longText = 6;

/**
 * An answer without what differs between two answers to the same: nonces, identifiers, the time of day, and what was
 * sent, which the sign-in page keeps.
 */
export function steady({ status, location, body }: Answer, fields: Fields = []): string {
  const sent = fields.map(([, value]) => value).filter((value) => value.length >= longText);
  const told = sent.reduce((text, value) => text.replaceAll(value, 'sent'), body);
  const text = `${status} ${location}\n${told}`
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/"nonce":"[^"]*"/g, '')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'id')
    .replaceAll(/\d{1,2}:\d{2}/g, 'time');
  return hash('sha256', text, 'hex');
}
