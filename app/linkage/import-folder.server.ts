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

/**
 * Where uploads lie while they are read: a folder beside the database file, for this account of the system only. It is
 * as safe as the database itself, survives a kill so that the next start finds what to remove, and needs no setting.
 */
export function importsFolder(databaseFile: string): string {
  return `${databaseFile}-imports`;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function folderOf(root: string, importId: string): string {
  if (!idPattern.test(importId)) throw new RangeError('importFolder: an id is a UUID');
  return join(root, importId);
}

export function makeImportFolder(root: string, importId: string): string {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const folder = folderOf(root, importId);
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Milliseconds since 1970. */
export function importFolderMadeAt(root: string, importId: string): number {
  return statSync(folderOf(root, importId)).mtimeMs;
}

export function removeImportFolder(root: string, importId: string): void {
  rmSync(folderOf(root, importId), { recursive: true, force: true });
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
const badRowsName = 'bad-rows.csv';

/** Written aside and renamed, so that nobody reads half of it. */
export function writeProgress(folder: string, progress: Progress): void {
  const path = join(folder, progressName);
  writeFileSync(`${path}.new`, JSON.stringify(progress), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readProgress(root: string, importId: string): Progress | undefined {
  const text = textOf(join(folderOf(root, importId), progressName));
  return text === undefined ? undefined : (JSON.parse(text) as Progress);
}

export function writeBadRows(folder: string, text: string): void {
  writeFileSync(join(folder, badRowsName), text, { mode: 0o600 });
}

export function readBadRows(root: string, importId: string): string | undefined {
  return textOf(join(folderOf(root, importId), badRowsName));
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
