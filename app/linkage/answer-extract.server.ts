import type { AppLoadContext } from '@remix-run/node';
import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from '@remix-run/form-data-parser';
import { z } from 'zod';

import { dateBoxes } from '#app/forms/date-boxes.schema.ts';
import { dayIn } from '#app/forms/date-boxes.ts';
import { actorOf } from '#app/server/context.server.ts';
import { plainPage } from '#app/server/plain-page.server.ts';

import { keyOfFile, keyOfPassphrase, type CodedFieldSecret } from './coded-field.server.ts';
import { extractClients } from './extract-clients.server.ts';
import { makeExtract } from './make-extract.server.ts';
import { recordExtract } from './record-extract.server.ts';

const extractForm = z.strictObject({
  ...dateBoxes('linkageDate'),
  passphrase: z.string().max(200).default(''),
  identifiers: z.instanceof(File),
  keyFile: z.instanceof(File).optional(),
});

/** Makes an extract of what was sent, in memory, and answers with it; or says in words what is wrong. */
export async function answerExtract(context: AppLoadContext, request: Request): Promise<Response> {
  const { db, uploads } = context;
  const form = await readForm(request, uploads.maxFileBytes);
  if (typeof form === 'string') return refused(form);
  const linkageDate = dayIn(form, 'linkageDate');
  if (linkageDate === null) return refused('Enter the linkage date as a real date.');
  const secret = await secretOf(form);
  if (typeof secret === 'string') return refused(`${secret}.`);
  const made = await makeExtract({
    clients: await extractClients(db),
    identifiers: inOne(form.identifiers),
    linkageDate,
    secret,
  });
  if (!made.ok) {
    const [first] = made.problems;
    const where = first?.row == null ? 'The file' : `Row ${first.row}`;
    return refused(
      `${where} ${first?.rule ?? ''}. Errors in the file of identifiers: ${made.total}.`,
    );
  }
  await recordExtract(db, actorOf(context), linkageDate, made.extract);
  return new Response(made.extract.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="extract-${linkageDate}.csv"`,
    },
  });
}

type ExtractForm = z.output<typeof extractForm>;

async function readForm(request: Request, maxFileBytes: number): Promise<ExtractForm | string> {
  try {
    const limits = {
      maxFiles: 2,
      maxFileSize: maxFileBytes,
      maxParts: 8,
      maxTotalSize: maxFileBytes + 1024 * 1024,
    };
    const entries = [...(await parseFormData(request, limits)).entries()];
    const isTwice = new Set(entries.map(([name]) => name)).size !== entries.length;
    const parsed = extractForm.safeParse(Object.fromEntries(entries));
    if (isTwice || !parsed.success) throw new Response('Bad form', { status: 400 });
    return parsed.data.identifiers.size === 0 ? 'Choose the file of identifiers.' : parsed.data;
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
      return `The file must be smaller than ${maxFileBytes / 1024 / 1024} MB.`;
    }
    if (error instanceof FormDataParseError) throw new Response('Bad form', { status: 400 });
    throw error;
  }
}

async function secretOf({ keyFile, passphrase }: ExtractForm): Promise<CodedFieldSecret | string> {
  try {
    const hasFile = keyFile !== undefined && keyFile.size > 0;
    return hasFile ? keyOfFile(await keyFile.text()) : keyOfPassphrase(passphrase);
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

async function* inOne(file: File): AsyncGenerator<Buffer> {
  yield Buffer.from(await file.arrayBuffer());
}

/** Our own words only: nothing of the file is in them. */
function refused(text: string): Response {
  const page = plainPage('The extract was not made', `${text} Go back and try again.`);
  return new Response(page, {
    status: 400,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}
