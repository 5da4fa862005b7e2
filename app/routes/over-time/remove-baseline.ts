import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import type { Params } from '@remix-run/react';

import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findChartBaseline, undoChartBaseline } from '#db/queries/chart-baselines.ts';

/** The baseline of the address, and the page of its chart. */
async function baselineAt(db: Db, params: Params) {
  const teamId = routeParam(params, 'teamId');
  const baseline = found(await findChartBaseline(db, teamId, routeParam(params, 'baselineId')));
  const chart = `/teams/${teamId}/over-time?measure=${baseline.measure}`;
  return { teamId, baseline, chart };
}

/** Somebody who comes to this address by itself is taken to the chart. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { chart } = await baselineAt(context.db, params);
  return redirect(chart, 303);
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = context;
  const { teamId, baseline, chart } = await baselineAt(db, params);
  // Taken back already, as after a second press.
  if (baseline.removedAt === null) {
    const actor = actorOf(context);
    await inChange(db, actor, (trx, record) =>
      undoChartBaseline(trx, record, teamId, baseline.id, actor),
    );
  }
  return redirect(`${chart}&removed`, 303);
}
