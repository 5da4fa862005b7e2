import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser';

import type { FormValues } from '#app/forms/form-values.ts';
import type { Uploads } from '#app/server/context.server.ts';

import { makeImportFolder, removeImportFolder, uploadNames } from './import-folder.server.ts';
import type { ReturnFile } from './layouts.ts';

export interface UploadedReturn {
  /** Everything typed. */
  values: FormValues;
  /** Files that were chosen, by their field; their bytes lie in the folder. */
  chosen: ReadonlySet<string>;
  /** Of the key file, which is never written anywhere. */
  keyFile: string;
  /** The folder's id until the import has one of its own. */
  folderId: string;
}

const longestKeyFile = 1024;

/** A form that no page of ours sends. */
const badForm = () => new Response('Bad form', { status: 400 });

/**
 * Reads the import's form: each file goes to a folder of its own as it arrives, one after the other, so that no more
 * than one is in memory. Only called once the guard has let the person through. Says in words what is too large.
 */
export async function readUploads(
  request: Request,
  { folder, maxFileBytes }: Uploads,
): Promise<UploadedReturn | { tooLarge: string }> {
  const folderId = randomUUID();
  const path = makeImportFolder(folder, folderId);
  const chosen = new Set<string>();
  let keyFile = '';
  const keep = async (file: FileUpload): Promise<null> => {
    if (file.size === 0) return null;
    if (chosen.has(file.fieldName)) throw badForm();
    chosen.add(file.fieldName);
    if (file.fieldName === 'keyFile') keyFile = (await file.text()).slice(0, longestKeyFile);
    else if (isReturnFile(file.fieldName)) {
      const target = join(path, uploadNames[file.fieldName]);
      await writeFile(target, bytesOf(file), { mode: 0o600 });
    } else throw badForm();
    return null;
  };
  const limits = {
    maxFiles: 4,
    maxFileSize: maxFileBytes,
    maxParts: 40,
    maxTotalSize: 3 * maxFileBytes + 1024 * 1024,
  };
  try {
    const data = await parseFormData(request, limits, keep);
    return { values: oneOfEach(data), chosen, keyFile, folderId };
  } catch (error) {
    removeImportFolder(folder, folderId);
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return { tooLarge: `Each file must be smaller than ${maxFileBytes / 1024 / 1024} MB` };
    }
    if (badForms.some((kind) => error instanceof kind)) throw badForm();
    throw error;
  }
}

async function* bytesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function oneOfEach(data: FormData): FormValues {
  const entries = [...data.entries()].map(
    ([name, value]) => [name, typeof value === 'string' ? value : ''] as const,
  );
  if (new Set(entries.map(([name]) => name)).size !== entries.length) throw badForm();
  return Object.fromEntries(entries);
}

/** The folder takes the import's own id once the form is good. */
export function renameImportFolder(root: string, from: string, to: string): void {
  renameSync(join(root, from), join(root, to));
}

function isReturnFile(field: string): field is ReturnFile {
  return Object.hasOwn(uploadNames, field);
}

const badForms = [
  FormDataParseError,
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
];
