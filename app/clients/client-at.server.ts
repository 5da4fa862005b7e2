import type { Params } from '@remix-run/react';

import { found, routeParam } from '#app/server/route-params.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findClient } from '#db/queries/clients.ts';

/** The client of the address, with the address of the client's page. Another team's client does not exist. */
export async function clientAt(db: Db, params: Params) {
  const teamId = routeParam(params, 'teamId');
  const client = found(await findClient(db, teamId, routeParam(params, 'clientId')));
  return { teamId, client, here: `/teams/${teamId}/clients/${client.id}` };
}
