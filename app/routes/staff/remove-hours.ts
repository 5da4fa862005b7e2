import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { inChange } from '#db/audit/change.ts';
import { deleteWorkingPattern, listWorkingPatterns } from '#db/queries/specialists.ts';

/** Somebody who comes to this address by itself is taken to the list. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { here } = await staffAt(context.db, params);
  return redirect(`${here}/hours`, 303);
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = context;
  const { teamId, person, here } = await staffAt(db, params);
  const patternId = routeParam(params, 'patternId');
  const patterns = await listWorkingPatterns(db, teamId, person.id);
  const pattern = patterns.find(({ id }) => id === patternId);
  // Gone already, as after a second press; and the last one stays: the page offers no button for it.
  if (pattern !== undefined && patterns.length > 1) {
    await inChange(db, actorOf(context), (trx, record) =>
      deleteWorkingPattern(trx, record, teamId, person.id, pattern.id),
    );
  }
  return redirect(`${here}/hours?saved`, 303);
}
