import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { jobStartsPage } from '#app/client-model/job-starts/job-starts-page.server.ts';
import { addressOf } from '#app/client-model/job-starts/question.server.ts';
import { jsonDownload } from '#app/relations/downloads.server.ts';

/** The model with its method as a file; while it is being worked out, the page says so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { question, model } = await jobStartsPage(context, request);
  if (model.status === 'working') return redirect(`/relations/job-starts?${addressOf(question)}`);
  const { asOf, answer } = model;
  // The day is enough: a file of the same records has the same bytes.
  const recordsAsOf = asOf.slice(0, 10);
  const note = context.isDemo ? 'Demonstration: synthetic' : null;
  return jsonDownload('job-starts.json', { recordsAsOf, note, ...answer.report });
}
