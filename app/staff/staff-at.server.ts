import type { Params } from '@remix-run/react';

import { found, routeParam } from '#app/server/route-params.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findSpecialist } from '#db/queries/specialists.ts';

/** The person of the address, with the address of that person's page. */
export async function staffAt(db: Db, params: Params) {
  const teamId = routeParam(params, 'teamId');
  const person = found(await findSpecialist(db, teamId, routeParam(params, 'specialistId')));
  return { teamId, person, here: `/teams/${teamId}/staff/${person.id}` };
}
