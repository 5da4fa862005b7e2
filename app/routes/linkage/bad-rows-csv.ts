import type { LoaderFunctionArgs } from '@remix-run/node';

import { badRowsCsv } from '#app/linkage/bad-rows.ts';
import { readProblems } from '#app/linkage/import-folder.server.ts';
import { csvDownload } from '#app/relations/downloads.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { findLinkageImport } from '#db/queries/linkage-imports.ts';

/** The rows of a refused return with what is wrong with them, for as long as they are kept. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id } = found(await findLinkageImport(context.db, routeParam(params, 'importId')));
  const problems = found(readProblems(context.uploads.folder, id));
  return csvDownload('bad-rows.csv', badRowsCsv(problems));
}
