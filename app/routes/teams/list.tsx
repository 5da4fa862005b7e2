import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { teamList } from '#app/teams/team-list.server.ts';

export const handle: RouteHandle = { title: 'Teams', wide: true, isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  return teamList(context, new URL(request.url).searchParams.get('show'), context.today);
}

export default function Teams() {
  const { pickedBy, periodLabel, definition, choices, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Teams</h1>
      <p className="govuk-body">
        In the order of their names. Rates are not a ranking: teams differ in their clients and
        areas.
      </p>
      <nav aria-label="Pick teams">
        <ul className="govuk-list gt-choices">
          {choices.map(({ href, text, current }) => (
            <li key={href}>
              <a className="govuk-link" href={href} aria-current={current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? (
        <p className="govuk-body">No team is in this list.</p>
      ) : (
        <>
          <p className="govuk-hint">
            Rate: {definition}, {periodLabel}. Counts of people are rounded before the rate is
            shown; an asterisk (*) hides a rate of small numbers.
          </p>
          <Table
            caption={`${pickedBy ?? 'All teams'}: ${rows.length}`}
            captionSize="m"
            wide
            columns={[
              { heading: 'Team' },
              { heading: 'Region' },
              { heading: 'Job-entry rate', numeric: true },
              { heading: '95% interval', numeric: true },
              { heading: 'Fidelity', numeric: true },
              { heading: 'Integration' },
            ]}
            rows={rows.map((row) => ({
              key: row.href,
              cells: [
                <a key="team" className="govuk-link" href={row.href}>
                  {row.name}
                </a>,
                row.region,
                row.rate,
                row.interval,
                row.fidelity,
                row.integration,
              ],
            }))}
          />
        </>
      )}
    </>
  );
}
