import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';

import { signedInUser } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';

import { overTimeView } from './over-time-view.server.ts';
import type { OverTimeView } from './over-time-view.ts';

/** What the page and its files are made of, for the address and the reader of a request. */
export async function overTimePage(
  request: Request,
  params: Params,
  context: AppLoadContext,
): Promise<OverTimeView> {
  const { searchParams: search } = new URL(request.url);
  const teamId = routeParam(params, 'teamId');
  const asked = { teamId, user: signedInUser(context), search, today: context.today };
  return found(await overTimeView(context, asked));
}
