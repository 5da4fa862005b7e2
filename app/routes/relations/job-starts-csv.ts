import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { jobStartsCsv } from '#app/client-model/job-starts/job-starts-csv.ts';
import { jobStartsPage } from '#app/client-model/job-starts/job-starts-page.server.ts';
import { addressOf } from '#app/client-model/job-starts/question.server.ts';
import { csvDownload } from '#app/relations/downloads.server.ts';

/** The table of the page as a file; while it is being worked out, the page says so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { question, model } = await jobStartsPage(context, request);
  if (model.status === 'working') return redirect(`/relations/job-starts?${addressOf(question)}`);
  return csvDownload('job-starts.csv', jobStartsCsv(model.answer.report, context));
}
