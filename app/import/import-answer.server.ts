import { data, redirect, type AppLoadContext } from '@remix-run/node';

import { actorOf } from '#app/server/context.server.ts';

import { inFileOrder, mostErrorsShown, type ImportError } from './import-error.ts';
import { keptBytes, type Upload } from './read-upload.server.ts';
import { commitImport, dryRun, type ImportWork } from './run-import.server.ts';

/** What an import's page shows after a post: errors of the file, or what importing it would do. */
export interface ImportAnswer {
  errors: { field: string; message: string }[];
  fileErrors?: { shown: ImportError[]; total: number };
  preview?: { lines: { label: string; value: number }[]; kept: string; destination: string };
}

export interface ImportPlan<Counts> {
  work: ImportWork<Counts>;
  previewOf: (counts: Counts) => { label: string; value: number }[];
  locationFor: (counts: Counts) => string;
}

/** Checks or imports, as the pressed button said. */
export async function answerImport<Counts>(
  context: AppLoadContext,
  { intent, submissionId, destination, bytes }: Upload,
  { work, previewOf, locationFor }: ImportPlan<Counts>,
) {
  const actor = actorOf(context);
  if (intent === 'import') {
    const outcome = await commitImport(context.db, actor, submissionId, work, locationFor);
    return outcome.ok ? redirect(outcome.location, 303) : refusedFile(outcome.errors);
  }
  const run = await dryRun(context.db, actor, work);
  if (!run.ok) return refusedFile(run.errors);
  const preview = { lines: previewOf(run.counts), kept: keptBytes(bytes), destination };
  const answer: ImportAnswer = { errors: [], preview };
  return data(answer);
}

export function refusedFile(errors: readonly ImportError[]) {
  const total = errors.length;
  const message = `The file has ${total === 1 ? '1 error' : `${total} errors`}: nothing is imported`;
  const shown = inFileOrder(errors).slice(0, mostErrorsShown);
  const answer: ImportAnswer = {
    errors: [{ field: 'file', message }],
    fileErrors: { shown, total },
  };
  return data(answer, { status: 400 });
}

export function refusedUpload(message: string, field = 'file') {
  const answer: ImportAnswer = { errors: [{ field, message }] };
  return data(answer, { status: 400 });
}
