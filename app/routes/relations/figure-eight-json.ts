import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { figureEightJson, noFigureJson } from '#app/figure-eight/figure-eight-files.ts';
import { figureEightPage } from '#app/figure-eight/figure-eight-page.server.ts';
import { figureEightView } from '#app/figure-eight/figure-eight-view.server.ts';
import { isFinished } from '#app/figure-eight/figure-eight-view.ts';
import { jsonDownload } from '#app/relations/downloads.server.ts';
import { signedInUser } from '#app/server/context.server.ts';

/** The figure with its method as a file, or why there is none; while it is being worked out, the page says so. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await figureEightPage(context, request, { isFile: true });
  const { result, address } = figureEightView(page, signedInUser(context));
  if (!isFinished(result)) return redirect(`/relations/figure-eight?${address}`);
  const value =
    result.status === 'words'
      ? noFigureJson(result.words)
      : figureEightJson(result.report, context.isDemo);
  return jsonDownload('figure-eight.json', value);
}
