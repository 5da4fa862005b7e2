import type { LoaderFunctionArgs } from '@remix-run/node';

import { overTimeCsv } from '#app/over-time/over-time-files.ts';
import { overTimePage } from '#app/over-time/over-time-page.server.ts';
import { csvDownload } from '#app/relations/downloads.server.ts';

/** The table of the page as a file, with its method. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await overTimePage(request, params, context);
  return csvDownload('over-time.csv', overTimeCsv(view, context));
}
