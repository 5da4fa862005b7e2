import type { AppLoadContext } from '@remix-run/node';

import { signedInUser } from '#app/server/context.server.ts';
import { found } from '#app/server/route-params.server.ts';
import { keptModel } from '#app/work/kept-models.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listLinkedRounds, type LinkedRound } from '#db/queries/cohorts.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { HiddenGroup, OutcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import { followUpGroups, type FollowUpGroup } from '#scoring/outcomes/report/outcomes-report.ts';

import type { OutcomesChoices } from './outcomes-view.ts';
import { previousOf } from './previous-round.ts';

export interface AskedRound {
  rounds: readonly LinkedRound[];
  /** The one asked for; the newest where none is. */
  round: LinkedRound | undefined;
  /** The round before, beside this one. */
  previousRound: LinkedRound | undefined;
}

export interface OutcomesPage extends AskedRound {
  choices: OutcomesChoices;
  status: 'ready' | 'working' | 'no-round';
  release: OutcomesRelease | undefined;
  previous: OutcomesRelease | undefined;
  /** What is hidden and why: for analysts, before a release. */
  hidden: readonly HiddenGroup[] | undefined;
}

/** Throws a 404 for a round that is not there: another round's figures must not pass for it. */
export async function askedRound(db: Db, search: URLSearchParams): Promise<AskedRound> {
  const rounds = await listLinkedRounds(db);
  const asked = search.get('round') ?? '';
  const round = asked === '' ? rounds[0] : found(rounds.find(({ id }) => id === asked));
  return { rounds, round, previousRound: previousOf(rounds, round) };
}

function choicesOf({ rounds, round }: AskedRound, asked: string | null): OutcomesChoices {
  const group: FollowUpGroup = followUpGroups.find((key) => key === asked) ?? 'full';
  return {
    rounds: rounds.map(({ id, name, linkageDate }) => ({
      value: id,
      label: `${name}, linked ${formatDay(linkageDate)}`,
    })),
    round: round?.id ?? '',
    group,
    address: new URLSearchParams({ round: round?.id ?? '', 'follow-up': group }).toString(),
  };
}

/** What an address asks for: a round, everybody or the complete, with the round before beside it. */
export async function outcomesPage(
  context: AppLoadContext,
  request: Request,
): Promise<OutcomesPage> {
  const { db, now, today } = context;
  const search = new URL(request.url).searchParams;
  const asked = await askedRound(db, search);
  const { round, previousRound } = asked;
  const page = { ...asked, choices: choicesOf(asked, search.get('follow-up')) };
  const nothing = { release: undefined, previous: undefined, hidden: undefined };
  if (round === undefined) return { ...page, ...nothing, status: 'no-round' };
  const ask = (roundId: string) => keptModel(context, 'outcomesRound', { roundId, today }, now);
  const [own, before] = await Promise.all([
    ask(round.id),
    previousRound === undefined ? undefined : ask(previousRound.id),
  ]);
  if (own.status === 'working' || before?.status === 'working') {
    return { ...page, ...nothing, status: 'working' };
  }
  if (own.answer === null) return { ...page, ...nothing, status: 'no-round' };
  const isAnalyst = signedInUser(context).role === 'national-analyst';
  return {
    ...page,
    status: 'ready',
    release: own.answer.release,
    previous: before?.answer?.release,
    hidden: isAnalyst ? own.answer.hidden : undefined,
  };
}
