import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { caseMixJson } from '#app/case-mix/case-mix-files.ts';
import { caseMixPage } from '#app/case-mix/case-mix-page.server.ts';
import { jsonDownload } from '#app/relations/downloads.server.ts';

/** The figures with their method as a file; where there are none yet, the page says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await caseMixPage(context, request);
  const { result, filters } = view;
  if (result.status !== 'computed') return redirect(`/relations/case-mix?${filters.query}`);
  return jsonDownload('case-mix.json', caseMixJson(view, result, context));
}
