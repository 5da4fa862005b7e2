import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { caseMixCsv } from '#app/case-mix/case-mix-files.ts';
import { caseMixPage } from '#app/case-mix/case-mix-page.server.ts';
import { csvDownload } from '#app/relations/downloads.server.ts';

/** The table of the page as a file; where there is none yet, the page says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await caseMixPage(context, request);
  const { result, filters } = view;
  if (result.status !== 'computed') return redirect(`/relations/case-mix?${filters.query}`);
  return csvDownload('case-mix.csv', caseMixCsv(view, result, context));
}
