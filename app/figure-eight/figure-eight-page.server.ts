import type { AppLoadContext } from '@remix-run/node';

import { addressOf } from '#app/relations/relations-data.server.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';
import { keptWork } from '#app/work/kept-work.server.ts';

import { figureEightReport, type FigureEightOutcome } from './figure-eight-report.server.ts';
import { withOtherClasses } from './figure-eight-report.ts';
import {
  figureEightAddress,
  figureEightAsked,
  figureEightRequest,
  type FigureEightRequest,
} from './figure-eight-request.server.ts';
import { otherWay } from './figure-eight-terms.ts';

/** What an address gets: nothing before a team is chosen, then the figure or the reason why there is none. */
export type FigureEightState =
  | { readonly status: 'no-team' | 'working' }
  | (FigureEightOutcome & {
      /** Set while newer figures are worked out: the time stamp that these speak of. */
      readonly olderFrom: string | null;
    });

export interface FigureEightPage {
  request: FigureEightRequest;
  address: string;
  state: FigureEightState;
}

export async function figureEightPage(
  context: AppLoadContext,
  request: Request,
): Promise<FigureEightPage> {
  const { today } = context;
  const search = new URL(request.url).searchParams;
  const asked = await figureEightRequest(context, search, signedInUser(context), today);
  const state = await stateOf(context, asked);
  return { request: asked, address: figureEightAddress(asked), state };
}

async function stateOf(
  context: AppLoadContext,
  request: FigureEightRequest,
): Promise<FigureEightState> {
  const { db, now, today } = context;
  const { chosen } = request;
  if (chosen === undefined) return { status: 'no-team' };
  const hidden = await hiddenElsewhere(context, request);
  if (chosen.viewer === 'others' && hidden.has(chosen.teamId))
    return { status: 'hidden', olderFrom: null };
  const policy = await disclosurePolicyOn(db, today);
  const asked = figureEightAsked(request, chosen, { policy, hidden });
  const kept = await keptModel(context, 'figureEightModel', asked, now);
  if (kept.status === 'working') return { status: 'working' };
  const outcome = figureEightReport(request, kept.answer, { policy, hidden });
  const olderFrom = kept.isCurrent ? null : kept.asOf;
  if (outcome.status !== 'report') return { ...outcome, olderFrom };
  // A figure of its own, asked for once this one is there: nobody's figure waits for another's second variant.
  const meetings = otherWay(request.meetings);
  const other = await keptModel(
    context,
    'figureEightModel',
    { ...asked, meetings },
    now,
    patienceForOther,
  );
  if (other.status === 'working') return { ...outcome, olderFrom };
  const told = figureEightReport({ ...request, meetings }, other.answer, { policy, hidden });
  const report = withOtherClasses(outcome.report, told.status === 'report' ? told.report : null);
  return { status: 'report', report, olderFrom };
}

/** Milliseconds that a page waits for the class in the other variant. */
const patienceForOther = 300;

/** Teams whose rate over all their clients other pages hide. */
async function hiddenElsewhere(
  context: AppLoadContext,
  { clients, hidden }: FigureEightRequest,
): Promise<ReadonlySet<string>> {
  if (clients.population === 'evaluation') return hidden;
  const question = { query: addressOf(clients.relations), today: context.today };
  const { figures } = await keptWork(context, 'protectedTeamRates', question);
  return new Set(
    [...figures].filter(([, { status }]) => status === 'hidden').map(([teamId]) => teamId),
  );
}
