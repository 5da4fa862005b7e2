import type { LoaderFunctionArgs } from '@remix-run/node';

import { heldExtracts } from '#app/linkage/held-extracts.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { found, notFound, routeParam } from '#app/server/route-params.server.ts';
import { findLinkageExtract } from '#db/queries/linkage-extracts.ts';

/** An extract as a file, for whoever made it and for as long as it is held. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const { id, linkageDate } = found(await findLinkageExtract(db, routeParam(params, 'extractId')));
  const held = heldExtracts(db).find(id, signedInUser(context).id);
  if (held?.status !== 'made') throw notFound();
  return new Response(held.csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="extract-${linkageDate}.csv"`,
    },
  });
}
