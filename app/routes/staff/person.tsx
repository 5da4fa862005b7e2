import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { staffWords } from '#app/forms/staff.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { listLeave, listTeamAccounts, listWorkingPatterns } from '#db/queries/specialists.ts';
import { addDays, formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Person on the staff' };

const doneWords = { added: 'Person added', changed: 'Person changed' } as const;

/** Leave of this many days back is shown; the whole list is on the page for leave. */
const recentDays = 84;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const { teamId, person, here } = await staffAt(db, params);
  const accounts = await listTeamAccounts(db, teamId);
  const done = new URL(request.url).searchParams.get('done');
  const leave = await listLeave(db, teamId, person.id);
  return {
    teamId,
    here,
    name: person.name,
    canChange: signedInUser(context).role === 'team-leader',
    notice: done === 'added' || done === 'changed' ? doneWords[done] : null,
    facts: staffWords(person, accounts).slice(1),
    patterns: await listWorkingPatterns(db, teamId, person.id),
    leaveDays: leave
      .filter(({ day }) => day >= addDays(today, -recentDays))
      .reduce((sum, { part }) => sum + part, 0),
  };
}

export default function StaffPerson() {
  const { teamId, here, name, canChange, notice, facts, patterns, leaveDays } =
    useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/staff`}>Back to staff</BackLink>
        {notice !== null && <NotificationBanner type="success">{notice}</NotificationBanner>}
        <h1 className="govuk-heading-l">{name}</h1>
        <SummaryList rows={facts.map(({ label, text }) => ({ key: label, value: text || '–' }))} />
        {canChange && <ChangeLink href={`${here}/edit`} text="Change these details" />}
        <Table
          caption="Working hours"
          captionSize="m"
          columns={[{ heading: 'From' }, { heading: 'Full-time equivalent', numeric: true }]}
          rows={patterns.map(({ id, fromDate, fte }) => ({
            key: id,
            cells: [formatDay(fromDate), fte],
          }))}
        />
        {canChange && <ChangeLink href={`${here}/hours`} text="Change working hours" />}
        <h2 className="govuk-heading-m">Leave</h2>
        <p className="govuk-body">
          {leaveDays === 0
            ? 'No leave'
            : `${leaveDays} ${leaveDays === 1 ? 'day' : 'days'} of leave`}{' '}
          in the last 12 weeks and ahead.
        </p>
        {canChange && <ChangeLink href={`${here}/leave`} text="Add or remove leave" />}
      </div>
    </div>
  );
}

function ChangeLink({ href, text }: { href: string; text: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={href}>
        {text}
      </a>
    </p>
  );
}
