import type { LoaderFunctionArgs } from '@remix-run/node';

import { overTimeJson } from '#app/over-time/over-time-files.ts';
import { overTimePage } from '#app/over-time/over-time-page.server.ts';
import { jsonDownload } from '#app/relations/downloads.server.ts';

/** The figures of the page as a file, with their method and what each field is. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await overTimePage(request, params, context);
  return jsonDownload('over-time.json', overTimeJson(view, context));
}
