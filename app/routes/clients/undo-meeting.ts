import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { clientAt } from '#app/clients/client-at.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange } from '#db/audit/change.ts';
import { findClientMeeting, undoClientMeeting } from '#db/queries/client-meetings.ts';

/** Somebody who comes to this address by itself, as after signing in again, is taken to the list. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { here } = await clientAt(context.db, params);
  return redirect(`${here}/meetings`, 303);
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = context;
  const { teamId, client, here } = await clientAt(db, params);
  const meetingId = routeParam(params, 'meetingId');
  const { id } = found(await findClientMeeting(db, teamId, client.id, meetingId));
  const actor = actorOf(context);
  await inChange(db, actor, (trx, record) => undoClientMeeting(trx, record, teamId, id, actor.at));
  return redirect(`${here}/meetings?undone`, 303);
}
