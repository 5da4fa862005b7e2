import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { figureEightCsv } from '#app/figure-eight/figure-eight-files.ts';
import { figureEightPage } from '#app/figure-eight/figure-eight-page.server.ts';
import { csvDownload } from '#app/relations/downloads.server.ts';

/** The figure's teams and method as a file; where there is no figure yet, the page says why. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { state, address } = await figureEightPage(context, request);
  if (state.status !== 'report') return redirect(`/relations/figure-eight?${address}`);
  return csvDownload('figure-eight.csv', figureEightCsv(state.report, context.isDemo));
}
