import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { ReturnFile } from './layouts.ts';
import type { FileProblem } from './problem-book.ts';

/**
 * Where uploads lie while they are read: a folder beside the database file, for this account of the system only. It is
 * as safe as the database itself, survives a kill so that the next start finds what to remove, and needs no setting.
 */
export function importsFolder(databaseFile: string): string {
  return `${databaseFile}-imports`;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function importFolderPath(root: string, importId: string): string {
  if (!idPattern.test(importId)) throw new RangeError('importFolder: an id is a UUID');
  return join(root, importId);
}

export function makeImportFolder(root: string, importId: string): string {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const folder = importFolderPath(root, importId);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Milliseconds since 1970. */
export function importFolderMadeAt(root: string, importId: string): number {
  return statSync(importFolderPath(root, importId)).mtimeMs;
}

export function removeImportFolder(root: string, importId: string): void {
  rmSync(importFolderPath(root, importId), { recursive: true, force: true });
}

/** Takes the uploads away; what was wrong with them stays for whoever sent them, a day at most. */
export function removeUploads(folder: string): void {
  for (const name of Object.values(uploadNames)) rmSync(join(folder, name), { force: true });
}

export function listImportFolders(root: string): string[] {
  return existsSync(root) ? readdirSync(root).filter((name) => idPattern.test(name)) : [];
}

export const uploadNames: Readonly<Record<ReturnFile, string>> = {
  people: 'people.csv',
  employment: 'employment.csv',
  contributions: 'contributions.csv',
};

export interface Progress {
  /** What is being done, in words. */
  step: string;
  /** 0 to 1. */
  share: number;
}

const progressName = 'progress.json';
const problemsName = 'problems.json';

const everyMs = 300;

/** Notes where the work is, a few times a second at most. */
export function progressWriter(folder: string): (step: string, share: number) => void {
  let step = '';
  let at = 0;
  return (next, share) => {
    if (next === step && Date.now() - at < everyMs) return;
    step = next;
    at = Date.now();
    writeProgress(folder, { step, share });
  };
}

/** Written aside and renamed, so that nobody reads half of it. */
function writeProgress(folder: string, progress: Progress): void {
  const path = join(folder, progressName);
  writeFileSync(`${path}.new`, JSON.stringify(progress), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readProgress(root: string, importId: string): Progress | undefined {
  const text = textOf(join(importFolderPath(root, importId), progressName));
  return text === undefined ? undefined : (JSON.parse(text) as Progress);
}

export function writeProblems(folder: string, problems: readonly FileProblem[]): void {
  writeFileSync(join(folder, problemsName), JSON.stringify(problems), { mode: 0o600 });
}

/** What was wrong with a refused return; undefined once it has been removed. */
export function readProblems(root: string, importId: string): FileProblem[] | undefined {
  const text = textOf(join(importFolderPath(root, importId), problemsName));
  return text === undefined ? undefined : (JSON.parse(text) as FileProblem[]);
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
