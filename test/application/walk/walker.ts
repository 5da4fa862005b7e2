import { hash } from 'node:crypto';

import type { Db } from '#db/connection/open-database.ts';

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

/** An answer without what differs between two answers to the same: nonces, identifiers, the time of day. */
export function steady({ status, location, body }: Answer): string {
  const text = `${status} ${location}\n${body}`
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/"nonce":"[^"]*"/g, '')
    .replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g, 'id')
    .replaceAll(/\d{1,2}:\d{2}/g, 'time');
  return hash('sha256', text, 'hex');
}

/**
 * Every row of every table as one text by table. Left out: when a session was last seen, which every visit may set, and
 * nothing else.
 */
export async function everythingSaved(db: Db): Promise<Map<string, string>> {
  const tables = await db.introspection.getTables();
  const saved = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await db
      .selectFrom(name as 'users')
      .selectAll()
      .execute();
    const texts = rows.map((row) => JSON.stringify({ ...row, lastSeenAt: undefined }));
    saved.set(name, `${rows.length} rows, ${hash('sha256', texts.join('\n'), 'hex')}`);
  }
  return saved;
}

/** The tables that differ. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name);
}
