import type { AppLoadContext } from '@remix-run/node';
import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';

import { fieldOrder, inFieldOrder } from '#app/forms/form-schema.ts';
import type { FieldError, FormFailure, FormValues } from '#app/forms/form-values.ts';
import { linkageExtractForm } from '#app/forms/linkage-extract.schema.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { logError } from '#app/server/log.server.ts';
import { findLinkageExtract } from '#db/queries/linkage-extracts.ts';

import type { LinkageExtractQuestion } from './extract-job.server.ts';
import { heldExtracts } from './held-extracts.server.ts';
import { makeImportFolder, removeImportFolder } from './import-folder.server.ts';
import { typedSecret } from './typed-secret.server.ts';

export type StartedExtract = { ok: true; location: string } | ({ ok: false } & FormFailure);

/** Takes the form with its files into memory, and has the extract begin beside the pages. */
export async function startExtract(
  context: AppLoadContext,
  request: Request,
): Promise<StartedExtract> {
  const upload = await readForm(request, context.uploads.maxFileBytes);
  if ('tooLarge' in upload) {
    return { ok: false, errors: [{ field: 'identifiers', message: upload.tooLarge }], values: {} };
  }
  const { values, identifiers, keyFile } = upload;
  const form = linkageExtractForm.safeParse(values);
  const secret = typedSecret(keyFile, String(values.passphrase ?? ''));
  const errors: FieldError[] = form.success ? [] : errorsOf(form.error);
  if (identifiers.length === 0) {
    errors.push({ field: 'identifiers', message: 'Choose the file of identifiers' });
  }
  if (typeof secret === 'string') errors.push({ field: 'passphrase', message: secret });
  if (!form.success || typeof secret === 'string' || errors.length > 0) {
    const order = ['identifiers', ...fieldOrder(linkageExtractForm)];
    // A passphrase is typed anew: it is not sent back in a page.
    return {
      ok: false,
      errors: inFieldOrder(errors, ({ field }) => field, order),
      values: { ...values, passphrase: '' },
    };
  }
  const { extractId, linkageDate } = form.data;
  const isMade = (await findLinkageExtract(context.db, extractId)) !== undefined;
  if (!isMade) run(context, { extractId, linkageDate, identifiers, secret });
  return { ok: true, location: `/linkage/extracts/${extractId}` };
}

/** Begins the job, which goes on when this answer is long gone; a second time, nothing. */
function run(
  context: AppLoadContext,
  asked: Omit<LinkageExtractQuestion, 'folder' | 'userId'>,
): void {
  const { db, work, uploads } = context;
  const { userId } = actorOf(context);
  const { extractId } = asked;
  const held = heldExtracts(db);
  if (!held.begin(extractId, userId)) return;
  const folder = makeImportFolder(uploads.folder, extractId);
  work
    .ask('linkageExtract', { ...asked, folder, userId })
    .then((answer) => held.finish(extractId, answer))
    .catch((error: unknown) => {
      held.finish(extractId, { status: 'failed' });
      logError(error);
    })
    .finally(() => removeImportFolder(uploads.folder, extractId));
}

interface Upload {
  values: FormValues;
  identifiers: Uint8Array;
  keyFile: string;
}

const badForm = () => new Response('Bad form', { status: 400 });
const files = ['identifiers', 'keyFile'];

async function readForm(
  request: Request,
  maxFileBytes: number,
): Promise<Upload | { tooLarge: string }> {
  try {
    const limits = {
      maxFiles: 2,
      maxFileSize: maxFileBytes,
      maxParts: 8,
      maxTotalSize: maxFileBytes + 1024 * 1024,
    };
    const data = await parseFormData(request, limits);
    const values: FormValues = {};
    for (const [name, value] of data.entries()) {
      const isFile = value instanceof File;
      if (Object.hasOwn(values, name) || isFile !== files.includes(name)) throw badForm();
      values[name] = isFile ? '' : value;
    }
    const bytes = async (name: string) => {
      const file = data.get(name);
      return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    };
    const { identifiers: _file, keyFile: _key, ...typed } = values;
    return {
      values: typed,
      identifiers: await bytes('identifiers'),
      keyFile: Buffer.from(await bytes('keyFile')).toString('utf8'),
    };
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return { tooLarge: `The file must be smaller than ${maxFileBytes / 1024 / 1024} MB` };
    }
    if (error instanceof FormDataParseError) throw badForm();
    throw error;
  }
}
