import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

const reference = join(import.meta.dirname, '..', '..', 'reference');
const folder = mkdtempSync(join(tmpdir(), 'analyse-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let written = 0;

/** A file of the reference data. */
export function referenceFile(name: string): string {
  return join(reference, 'statistics', name);
}

/** A file of the synthetic linked cohort. */
export function outcomesFile(name: string): string {
  return join(reference, 'outcomes', name);
}

/** A folder with nothing in it, which is not there yet. */
export function newFolder(): string {
  written += 1;
  return join(folder, `folder-${written}`);
}

/** A file that holds some text or bytes. */
export function fileOf(content: string | Uint8Array): string {
  written += 1;
  const path = join(folder, `${written}.csv`);
  writeFileSync(path, content);
  return path;
}

/** A CSV file of a header and rows. */
export function csvFile(header: string, rows: readonly (readonly (string | number)[])[]): string {
  return fileOf([header, ...rows.map((row) => row.join(','))].join('\n') + '\n');
}
