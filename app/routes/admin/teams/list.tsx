import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { listTeamRegister } from '#db/queries/team-register.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Teams: administration', wide: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const teams = await listTeamRegister(context.db);
  const saved = new URL(request.url).searchParams.get('saved');
  return {
    saved: teams.find(({ id }) => id === saved)?.name ?? null,
    teams: teams.map(({ id, name, region, ipsProvider, hostServiceName, startDate, endDate }) => ({
      id,
      name,
      region,
      ipsProvider,
      hostServiceName: hostServiceName ?? 'Not recorded',
      from: formatDay(startDate),
      to: endDate === null ? '' : formatDay(endDate),
    })),
  };
}

export default function TeamRegister() {
  const { saved, teams } = useLoaderData<typeof loader>();
  return (
    <>
      {saved !== null && (
        <NotificationBanner type="success">{`${saved} is saved`}</NotificationBanner>
      )}
      <h1 className="govuk-heading-l">Teams</h1>
      <ButtonLink href="/admin/teams/new">Add a team</ButtonLink>
      {teams.length === 0 ? (
        <p className="govuk-body">There are no teams yet.</p>
      ) : (
        <Table
          caption="Teams by name"
          captionHidden
          wide
          columns={[
            { heading: 'Team' },
            { heading: 'Region' },
            { heading: 'IPS provider' },
            { heading: 'Host service' },
            { heading: 'Start' },
            { heading: 'End' },
          ]}
          rows={teams.map((team) => ({
            key: team.id,
            cells: [
              <a key="name" className="govuk-link" href={`/admin/teams/${team.id}`}>
                {team.name}
              </a>,
              team.region,
              team.ipsProvider,
              team.hostServiceName,
              team.from,
              team.to === '' ? '–' : team.to,
            ],
          }))}
        />
      )}
    </>
  );
}
