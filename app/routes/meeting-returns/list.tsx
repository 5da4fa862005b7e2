import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { Tag } from '#app/components/govuk/tag.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { monthsToReturn, returnState, type ReturnState } from '#app/meetings/return-months.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { listMeetingReturns, type MeetingReturnRecord } from '#db/queries/meeting-returns.ts';
import { findTeam } from '#db/queries/teams.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Meeting returns' };

const monthsPerPage = 24;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const { db, today } = context;
  const team = found(await findTeam(db, teamId));
  const returns = await listMeetingReturns(db, teamId);
  const months = monthsToReturn(team, today);
  const search = new URL(request.url).searchParams;
  const page = pageOf(search.get('page'), months.length, monthsPerPage);
  const rows = months.map((month) => rowOf(month, returns, today));
  const saved = rows.find(
    ({ month, state }) => month === search.get('saved') && state === 'returned',
  );
  return {
    teamId,
    page,
    saved: saved?.month ?? null,
    missing: rows.filter(({ state }) => state !== 'returned').length,
    rows: rows.slice(page.offset, page.offset + page.limit),
  };
}

function rowOf(month: string, returns: readonly MeetingReturnRecord[], today: string) {
  const returned = returns.find((row) => row.month === month);
  return {
    month,
    state: returnState(month, returned !== undefined, today),
    clientsOnBooks: returned?.clientsOnBooks ?? null,
    meetingsHeld: returned?.meetingsHeld ?? null,
  };
}

export default function MeetingReturns() {
  const { teamId, page, saved, missing, rows } = useLoaderData<typeof loader>();
  return (
    <>
      {saved !== null && (
        <NotificationBanner type="success">
          {`Meeting return for ${formatMonth(saved)} saved`}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Meeting returns</h1>
      <p className="govuk-body">
        One return a month, as at the month’s last day: clients on the books, meetings held, and
        clients by meetings since enrolment.
      </p>
      <p className="govuk-body">{missingWords(missing)}</p>
      <Table
        wide
        caption="Months, newest first"
        captionHidden
        columns={[
          { heading: 'Month' },
          { heading: 'State' },
          { heading: 'Clients on the books', numeric: true },
          { heading: 'Meetings held', numeric: true },
        ]}
        rows={rows.map(({ month, state, clientsOnBooks, meetingsHeld }) => ({
          key: month,
          cells: [
            <a
              key="month"
              className="govuk-link"
              href={`/teams/${teamId}/meeting-returns/${month}`}
            >
              {formatMonth(month)}
            </a>,
            <State key="state" state={state} />,
            clientsOnBooks ?? '–',
            meetingsHeld ?? '–',
          ],
        }))}
      />
      <PageLinks page={page} />
    </>
  );
}

function missingWords(missing: number): string {
  if (missing === 0) return 'All months are returned.';
  return missing === 1 ? '1 month is not returned yet.' : `${missing} months are not returned yet.`;
}

function State({ state }: { state: ReturnState }) {
  if (state === 'returned') return <>Returned</>;
  if (state === 'due') return <Tag colour="blue">Due now</Tag>;
  return <Tag colour="orange">Missing</Tag>;
}
