import type { AppLoadContext } from '@remix-run/node';

import { readerOf } from '#app/relations/team-names.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';

import { caseMixAddress, caseMixQuestion } from './case-mix-question.server.ts';
import { caseMixView } from './case-mix-view.server.ts';
import type { CaseMixView } from './case-mix-view.ts';

/** What an address of the page, or of one of its files, is answered with: for this reader. */
export async function caseMixPage(context: AppLoadContext, request: Request): Promise<CaseMixView> {
  const { db, today, now } = context;
  const question = await caseMixQuestion(db, new URL(request.url).searchParams, today);
  const asked = { query: caseMixAddress(question), today };
  const model = await keptModel(context, 'caseMixRelease', asked, now);
  return caseMixView(db, readerOf(context), question, model);
}
