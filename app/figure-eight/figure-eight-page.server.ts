import type { AppLoadContext } from '@remix-run/node';

import { addressOf } from '#app/relations/relations-data.server.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { logError } from '#app/server/log.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';
import { keptWork } from '#app/work/kept-work.server.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';

import type { FigureEightAsked } from './figure-eight-model.server.ts';
import { figureEightReport, type FigureEightOutcome } from './figure-eight-report.server.ts';
import { withOtherClasses, type OtherStatus, type TeamInReport } from './figure-eight-report.ts';
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

/** Milliseconds that a page waits for the class in the other variant: it stands without, where a file is read for good. */
const patienceOfPage = 300;

/** What page and files are made from. Files wait for the class in the other variant as they do for the figure. */
export async function figureEightPage(
  context: AppLoadContext,
  request: Request,
  { isFile = false } = {},
): Promise<FigureEightPage> {
  const { today } = context;
  const search = new URL(request.url).searchParams;
  const asked = await figureEightRequest(context, search, signedInUser(context), today);
  const state = await stateOf(context, asked, isFile ? undefined : patienceOfPage);
  return { request: asked, address: figureEightAddress(asked), state };
}

async function stateOf(
  context: AppLoadContext,
  request: FigureEightRequest,
  patience: number | undefined,
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
  const protection = { policy, hidden };
  const outcome = figureEightReport(request, kept.answer, protection);
  const olderFrom = kept.isCurrent ? null : kept.asOf;
  if (outcome.status !== 'report') return { ...outcome, olderFrom };
  const { dataVersion } = kept;
  const other = await otherVariant(context, request, { asked, protection, dataVersion, patience });
  const report = withOtherClasses(outcome.report, other.status, other.teams);
  return { status: 'report', report, olderFrom };
}

interface OtherAsked {
  /** The figure that the other variant stands beside. */
  asked: FigureEightAsked;
  protection: { policy: DisclosurePolicy; hidden: ReadonlySet<string> };
  /** Of the records that figure is of. */
  dataVersion: number;
  patience: number | undefined;
}

/**
 * The same with meetings counted the other way: a job of its own, asked for once the figure is there, so that the figure neither
 * waits for it nor fails with it. One of other records says nothing beside this one.
 */
async function otherVariant(
  context: AppLoadContext,
  request: FigureEightRequest,
  { asked, protection, dataVersion, patience }: OtherAsked,
): Promise<{ status: OtherStatus; teams?: readonly TeamInReport[] }> {
  const meetings = otherWay(request.meetings);
  const question = { ...asked, meetings };
  const kept = await keptModel(context, 'figureEightModel', question, context.now, patience).catch(
    (error: unknown) => {
      logError(error);
      return { status: 'failed' } as const;
    },
  );
  if (kept.status !== 'ready') return { status: kept.status };
  if (kept.dataVersion !== dataVersion) return { status: 'older' };
  const told = figureEightReport({ ...request, meetings }, kept.answer, protection);
  if (told.status === 'report') return { status: 'worked-out', teams: told.report.teams };
  return { status: told.status === 'not-estimable' ? 'not-estimable' : 'too-few' };
}

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
