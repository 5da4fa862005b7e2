import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { inChange } from '#db/audit/change.ts';
import { deleteLeave, listLeave } from '#db/queries/specialists.ts';

/** Somebody who comes to this address by itself is taken to the list. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { here } = await staffAt(context.db, params);
  return redirect(`${here}/leave`, 303);
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = context;
  const { teamId, person, here } = await staffAt(db, params);
  const leaveId = routeParam(params, 'leaveId');
  const leave = await listLeave(db, teamId, person.id);
  const entry = leave.find(({ id }) => id === leaveId);
  // Gone already, as after a second press.
  if (entry !== undefined) {
    await inChange(db, actorOf(context), (trx, record) =>
      deleteLeave(trx, record, teamId, person.id, entry.id),
    );
  }
  return redirect(`${here}/leave?saved`, 303);
}
