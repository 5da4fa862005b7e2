import { randomUUID } from 'node:crypto';

import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { useLoaderData, type Params } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { meetingReturnSchema } from '#app/forms/meeting-return.schema.ts';
import {
  returnFields,
  returnValues,
  returnWords,
  type ReturnCounts,
} from '#app/forms/meeting-return.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { datedReturn } from '#app/meetings/dated-return.server.ts';
import { DatedNumbers } from '#app/meetings/dated-numbers.tsx';
import { MeetingReturnForm } from '#app/meetings/meeting-return-form.tsx';
import { isMonthToReturn } from '#app/meetings/return-months.ts';
import { saveMeetingReturn } from '#app/meetings/save-meeting-return.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, notFound, routeParam } from '#app/server/route-params.server.ts';
import { findMeetingReturn } from '#db/queries/meeting-returns.ts';
import { findTeam } from '#db/queries/teams.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle<{ month: string }> = {
  title: ({ month }) => `Meeting return for ${formatMonth(month)}`,
};

/** The team and month of the address; a month that has not ended does not exist yet. */
async function monthAt({ db, today }: AppLoadContext, params: Params) {
  const teamId = routeParam(params, 'teamId');
  const month = routeParam(params, 'month');
  const team = found(await findTeam(db, teamId));
  if (!isMonthToReturn(month, team, today)) throw notFound();
  return { teamId, month };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { teamId, month } = await monthAt(context, params);
  const saved = await findMeetingReturn(context.db, teamId, month);
  const dated = await datedReturn(context.db, teamId, month);
  const isFilled = new URL(request.url).searchParams.get('fill') === 'dated' && dated !== null;
  return {
    teamId,
    month,
    dated,
    datedState: isFilled ? ('filled' as const) : datedStateOf(dated, saved),
    initial: returnValues(isFilled ? dated : saved),
    version: saved?.version ?? null,
    submissionId: randomUUID(),
  };
}

/** Whether the saved return says what the dated meetings give. */
function datedStateOf(dated: ReturnCounts | null, saved: ReturnCounts | undefined) {
  const isSame =
    dated !== null &&
    saved !== undefined &&
    returnFields.every(({ field }) => dated[field] === saved[field]);
  return isSame ? ('same' as const) : ('other' as const);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, month } = await monthAt(context, params);
  const form = await parseForm(request, meetingReturnSchema(month));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, version, ...counts } = form.value;
  const isSaved = await saveMeetingReturn(context.db, actorOf(context), {
    teamId,
    month,
    counts,
    version,
    submissionId,
  });
  if (isSaved) return redirect(`/teams/${teamId}/meeting-returns?saved=${month}`, 303);
  const theirs = found(await findMeetingReturn(context.db, teamId, month));
  const conflict = conflictBetween(theirs.version, returnWords(counts), returnWords(theirs));
  return data(conflictFailure(form.values, conflict), { status: 409 });
}

export default function MeetingReturnOfMonth() {
  const { teamId, month, dated, datedState, initial, version, submissionId } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/meeting-returns`}>Back to meeting returns</BackLink>
        <h1 className="govuk-heading-l">Meeting return for {formatMonth(month)}</h1>
        {dated !== null && <DatedNumbers counts={dated} state={datedState} />}
        <MeetingReturnForm
          key={datedState}
          month={month}
          initial={initial}
          version={version}
          submissionId={submissionId}
        />
      </div>
    </div>
  );
}
