import { join } from 'node:path';

import type { AppLoadContext } from '@remix-run/node';

import { fieldOrder, inFieldOrder } from '#app/forms/form-schema.ts';
import type { FieldError, FormFailure } from '#app/forms/form-values.ts';
import { linkageImportForm } from '#app/forms/linkage-import.schema.ts';
import { errorsOf } from '#app/forms/parse-form.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { logError } from '#app/server/log.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findLinkageImport, insertLinkageImport } from '#db/queries/linkage-imports.ts';
import { findCurrentRoundOfDay } from '#db/queries/linked-round-writing.ts';

import type { CodedFieldSecret } from './coded-field.server.ts';
import { endImport } from './end-import.server.ts';
import type { LinkageImportQuestion } from './import-job.server.ts';
import { importFolderPath, removeImportFolder, uploadNames } from './import-folder.server.ts';
import { listLayouts } from './named-layouts.server.ts';
import { readUploads, renameImportFolder, type UploadedReturn } from './read-uploads.server.ts';
import { typedSecret } from './typed-secret.server.ts';

export type StartedImport = { ok: true; location: string } | ({ ok: false } & FormFailure);

/** Takes the form with its files, and has the check begin beside the pages. */
export async function startImport(
  context: AppLoadContext,
  request: Request,
): Promise<StartedImport> {
  const { db, uploads, today } = context;
  const upload = await readUploads(request, uploads);
  if ('tooLarge' in upload) {
    return { ok: false, errors: [{ field: 'people', message: upload.tooLarge }], values: {} };
  }
  const schema = linkageImportForm(today);
  const form = schema.safeParse(upload.values);
  const fields = form.success ? [] : errorsOf(form.error);
  const besides = await errorsBesides(db, upload);
  const errors = inFieldOrder([...fields, ...besides.errors], ({ field }) => field, [
    ...fieldOrder(schema),
    'people',
    'employment',
    'contributions',
  ]);
  if (!form.success || errors.length > 0) {
    removeImportFolder(uploads.folder, upload.folderId);
    // A passphrase is typed anew: it is not sent back in a page.
    return { ok: false, errors, values: { ...upload.values, passphrase: '' } };
  }
  const { submissionId: importId, values } = form.data;
  const location = `/linkage/imports/${importId}`;
  if ((await findLinkageImport(db, importId)) !== undefined) {
    removeImportFolder(uploads.folder, upload.folderId);
    return { ok: true, location };
  }
  renameImportFolder(uploads.folder, upload.folderId, importId);
  const actor = actorOf(context);
  await inChange(db, actor, (trx, record) =>
    insertLinkageImport(trx, record, actor, { id: importId, values, processId: process.pid }),
  );
  runImport(context, {
    importId,
    step: 'check',
    secret: besides.secret,
    hasContributions: values.contributionRows !== null,
  });
  return { ok: true, location };
}

/** Begins a step of an import, which goes on when the answer is long gone. */
export function runImport(
  context: AppLoadContext,
  {
    hasContributions,
    ...asked
  }: Pick<LinkageImportQuestion, 'importId' | 'step' | 'secret'> & {
    hasContributions: boolean;
  },
): void {
  const { db, work, uploads } = context;
  const { userId } = actorOf(context);
  const folder = importFolderPath(uploads.folder, asked.importId);
  const path = (name: keyof typeof uploadNames) => join(folder, uploadNames[name]);
  const files = {
    people: path('people'),
    employment: path('employment'),
    contributions: hasContributions ? path('contributions') : null,
  };
  work
    .ask('linkageImport', { ...asked, files, folder, userId })
    .catch(async (error: unknown) => {
      // Abandoned meanwhile: there was nobody to tell.
      if (error instanceof Error && error.message.includes('changed by somebody else')) return;
      logError(error);
      if (!isOutOfMemory(error)) return;
      // A job that fails ends its import; one whose thread is gone could not.
      await endImport(db, { userId, at: new Date().toISOString() }, asked.importId, 'failed');
      removeImportFolder(uploads.folder, asked.importId);
    })
    .catch(logError);
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

interface Besides {
  errors: FieldError[];
  secret: CodedFieldSecret | null;
}

/** What the form's own schema cannot see: files, key, layout, and rounds that are there. */
async function errorsBesides(db: Db, upload: UploadedReturn): Promise<Besides> {
  const { values, chosen } = upload;
  const errors: FieldError[] = [];
  const about = (field: string, message: string) => errors.push({ field, message });
  const typed = (name: string) => String(values[name] ?? '').trim();
  if (!chosen.has('people')) about('people', 'Choose the file of people');
  if (!chosen.has('employment')) about('employment', 'Choose the file of employment');
  if (chosen.has('contributions') && typed('contributionRows') === '') {
    about('contributionRows', 'Enter the number of rows of contributions');
  }
  if (!chosen.has('contributions') && typed('contributionRows') !== '') {
    about('contributions', 'Choose the file of contributions, or leave its number of rows empty');
  }
  const layout = (await listLayouts(db)).find(({ name }) => name === typed('layoutName'));
  if (layout === undefined) {
    if (typed('layoutName') !== '') about('layoutName', 'Choose one of the layouts');
    return { errors, secret: null };
  }
  const secret =
    layout.groups === 'columns'
      ? null
      : typedSecret(upload.keyFile, String(values.passphrase ?? ''));
  if (typeof secret === 'string') {
    about('passphrase', secret);
    return { errors, secret: null };
  }
  const [year, month, day] = ['Year', 'Month', 'Day'].map((part) => typed(`linkageDate${part}`));
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if ((await findCurrentRoundOfDay(db, date)) !== undefined) {
    about('linkageDate', 'There is a round of this linkage date already: undo it first');
  }
  return { errors, secret };
}
