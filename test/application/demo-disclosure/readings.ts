import type { Visitor } from '../visitor.ts';
import { unzipped } from '../../app/outcomes-files/unzipped.ts';
import type { ReaderName } from './readers.ts';

/** An answer as somebody got it. */
export interface Reading {
  reader: ReaderName;
  path: string;
  status: number;
  type: 'page' | 'csv' | 'json' | 'ods' | 'docx' | 'zip';
  /** Of a zipped file: each text in it by its name. */
  texts: Readonly<Record<string, string>>;
}

const types = [
  ['text/html', 'page'],
  ['text/csv', 'csv'],
  ['application/json', 'json'],
  ['opendocument', 'ods'],
  ['wordprocessingml', 'docx'],
  ['application/zip', 'zip'],
] as const;

const unfinished = /being worked out|"isWorking":true|"status":"working"|"olderFrom":"/;
const patienceMs = 60_000;

/** What one address answers, once nothing of it is still being worked out. */
export async function readingOf(
  reader: ReaderName,
  browser: Visitor,
  path: string,
): Promise<Reading> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const response = await browser.get(path);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const told = response.headers.get('Content-Type') ?? '';
    const type = types.find(([part]) => told.includes(part))?.[1] ?? 'page';
    const isZipped = type === 'ods' || type === 'docx' || type === 'zip';
    const texts = isZipped ? unzipped(bytes) : { '': new TextDecoder().decode(bytes) };
    const { status } = response;
    const isToCome = status === 302 || status === 204 || unfinished.test(texts[''] ?? '');
    if (!isToCome || Date.now() > end) return { reader, path, status, type, texts };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
