import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';

import { importLimits } from './read-csv.server.ts';

/**
 * `check` reads a chosen file and shows what it would do; `import` sends the same bytes again, as the checked page
 * kept them, so that nobody has to choose the file twice.
 */
const uploadForm = z.strictObject({
  intent: z.enum(['check', 'import']),
  submissionId: z.uuid(),
  destination: z.string().max(40).default(''),
  file: z.instanceof(File).optional(),
  kept: z
    .string()
    .max(2 * importLimits.bytes)
    .regex(/^[\w-]*$/)
    .optional(),
});

export interface Upload {
  intent: 'check' | 'import';
  submissionId: string;
  destination: string;
  bytes: Uint8Array;
}

export type UploadReading = { ok: true; upload: Upload } | { ok: false; message: string };

/** Only called once the guard has let the person through. */
export async function readUpload(request: Request): Promise<UploadReading> {
  const form = await fields(request);
  if (typeof form === 'string') return { ok: false, message: form };
  const parsed = uploadForm.safeParse(form);
  if (!parsed.success) throw new Response('Bad form', { status: 400 });
  const { intent, submissionId, destination, file, kept } = parsed.data;
  const bytes =
    intent === 'import'
      ? new Uint8Array(Buffer.from(kept ?? '', 'base64url'))
      : new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  if (bytes.byteLength === 0) return { ok: false, message: 'Choose a file that is not empty' };
  return { ok: true, upload: { intent, submissionId, destination, bytes } };
}

/** What the checked page sends along: letters that no newline or quote can change on the way. */
export function keptBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

async function fields(request: Request): Promise<Record<string, unknown> | string> {
  const limits = {
    maxFiles: 1,
    maxFileSize: importLimits.bytes,
    maxParts: 8,
    maxTotalSize: 2 * importLimits.bytes,
  };
  try {
    const data = await parseFormData(request, limits);
    const entries = [...data.entries()];
    if (new Set(entries.map(([name]) => name)).size !== entries.length) {
      throw new Response('Bad form', { status: 400 });
    }
    return Object.fromEntries(entries);
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return 'The file must be smaller than 1 MB';
    }
    if (isBadForm(error)) throw new Response('Bad form', { status: 400 });
    throw error;
  }
}

const badForms = [
  FormDataParseError,
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
];

function isBadForm(error: unknown): boolean {
  return badForms.some((kind) => error instanceof kind);
}
