import type { LoaderFunctionArgs } from '@remix-run/node';

import { csvDownload } from '#app/relations/downloads.server.ts';
import { addressOf, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { readerOf } from '#app/relations/team-names.server.ts';
import { keptWork } from '#app/work/kept-work.server.ts';

/** The rows of the page's tables as one file: what the reader sees there and nothing more. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, today, isDemo } = context;
  const question = await relationsQuestion(db, new URL(request.url).searchParams, today);
  const asked = { query: addressOf(question), reader: readerOf(context), today, isDemo };
  return csvDownload('relations.csv', await keptWork(context, 'relationsFile', asked));
}
