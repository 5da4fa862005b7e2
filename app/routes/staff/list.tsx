import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { labelOf } from '#app/forms/employer-contact.ts';
import { staffRoles } from '#app/forms/staff.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { listCurrentFte, listSpecialists } from '#db/queries/specialists.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Staff' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const { db, today } = context;
  const fte = await listCurrentFte(db, teamId, today);
  const staff = await listSpecialists(db, teamId);
  return {
    teamId,
    canChange: signedInUser(context).role === 'team-leader',
    staff: staff.map(({ id, name, role, employedFrom, employedTo }) => ({
      ...{ id, name, role, employedFrom, employedTo },
      fte: employedTo !== null && employedTo < today ? null : (fte.get(id) ?? null),
    })),
  };
}

export default function Staff() {
  const { teamId, canChange, staff } = useLoaderData<typeof loader>();
  const here = `/teams/${teamId}/staff`;
  return (
    <>
      <h1 className="govuk-heading-l">Staff</h1>
      <p className="govuk-body">
        Working hours and leave are what contacts a working week are counted over.
      </p>
      {canChange && <ButtonLink href={`${here}/new`}>Add a person</ButtonLink>}
      <Table
        wide
        caption="Staff of the team"
        captionHidden
        columns={[
          { heading: 'Name' },
          { heading: 'Role' },
          { heading: 'Full-time equivalent', numeric: true },
          { heading: 'In the team' },
        ]}
        rows={staff.map((person) => ({
          key: person.id,
          cells: [
            <a key="link" className="govuk-link" href={`${here}/${person.id}`}>
              {person.name}
            </a>,
            labelOf(staffRoles, person.role),
            person.fte ?? '–',
            employmentWords(person),
          ],
        }))}
      />
    </>
  );
}

function employmentWords(person: { employedFrom: string; employedTo: string | null }): string {
  const from = formatDay(person.employedFrom);
  return person.employedTo === null
    ? `Since ${from}`
    : `${from} to ${formatDay(person.employedTo)}`;
}
