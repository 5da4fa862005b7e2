import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { countClients, listClients } from '#db/queries/clients.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Clients' };

const clientsPerPage = 50;

const states = [
  { value: 'out-of-work', label: 'Out of work' },
  { value: 'working', label: 'Working' },
  { value: 'closed', label: 'Closed' },
] as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const { db, today } = context;
  const search = new URL(request.url).searchParams;
  const state = states.find(({ value }) => value === search.get('state'))?.value;
  const total = await countClients(db, teamId, today, state);
  const page = pageOf(search.get('page'), total, clientsPerPage);
  const { limit, offset } = page;
  const clients = await listClients(db, teamId, { day: today, state, limit, offset });
  return {
    teamId,
    page,
    state: state ?? '',
    clients: clients.map(({ closedOn, isWorking, ...client }) => ({
      ...client,
      state: stateWords(closedOn, isWorking, today),
    })),
  };
}

function stateWords(closedOn: string | null, isWorking: boolean, today: string): string {
  if (closedOn !== null && closedOn <= today) return `Closed ${formatDay(closedOn)}`;
  return isWorking ? 'Working' : 'Out of work';
}

export default function Clients() {
  const { teamId, page, state, clients } = useLoaderData<typeof loader>();
  const here = `/teams/${teamId}/clients`;
  return (
    <>
      <h1 className="govuk-heading-l">Clients</h1>
      <ButtonGroup>
        <ButtonLink href={`${here}/new`}>Add a client</ButtonLink>
        <ButtonLink href={`/teams/${teamId}/meetings/new`} variant="secondary">
          Log a clinic’s meetings
        </ButtonLink>
      </ButtonGroup>
      <Form method="get" className="gt-filter">
        <Select
          id="state"
          name="state"
          label="Show"
          defaultValue={state}
          items={[{ value: '', label: 'All clients' }, ...states]}
        />
        <Button variant="secondary">Show</Button>
      </Form>
      {clients.length === 0 ? (
        <p className="govuk-body">There are no such clients.</p>
      ) : (
        <Table
          wide
          caption={`${page.total} ${page.total === 1 ? 'client' : 'clients'}, newest enrolment first`}
          columns={[
            { heading: 'Reference' },
            { heading: 'Enrolled' },
            { heading: 'Last meeting' },
            { heading: 'State' },
          ]}
          rows={clients.map((client) => ({
            key: client.id,
            cells: [
              <a key="link" className="govuk-link" href={`${here}/${client.id}`}>
                {client.reference}
              </a>,
              formatDay(client.enrolmentDate),
              client.lastMeeting === null ? 'None yet' : formatDay(client.lastMeeting),
              client.state,
            ],
          }))}
        />
      )}
      <PageLinks page={page} keep={{ state }} />
    </>
  );
}
