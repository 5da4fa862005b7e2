import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { outcomesFile } from '#app/outcomes/outcomes-download.server.ts';
import { outcomesJson } from '#app/outcomes/outcomes-files.ts';
import { jsonDownload } from '#app/relations/downloads.server.ts';

/** The round's figures as a file; where there are none yet, the page says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const file = await outcomesFile(context, request);
  return file === undefined
    ? redirect(`/outcomes${new URL(request.url).search}`)
    : jsonDownload('outcomes.json', outcomesJson(file));
}
