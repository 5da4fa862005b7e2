import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { groupWords, layoutStateWords } from '#app/linkage/layout-words.ts';
import { listNamedLayouts } from '#app/linkage/named-layouts.server.ts';

export const handle: RouteHandle = { title: 'Layouts of returns', isStatic: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const layouts = await listNamedLayouts(context.db);
  return layouts.map(({ id, layout: { name, groups }, state }) => ({
    id,
    name,
    groups: groupWords[groups],
    state: layoutStateWords[state],
  }));
}

export default function Layouts() {
  const layouts = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <h1 className="govuk-heading-l">Layouts of returns</h1>
        <p className="govuk-body">
          A layout says which column of a return holds what, and how its days are written. The
          official one is not public: once a return is there, describe it here, and import by it.
        </p>
        <Table
          wide
          caption="Layouts"
          captionSize="m"
          columns={[{ heading: 'Layout' }, { heading: 'Groups' }, { heading: 'State' }]}
          rows={layouts.map(({ id, name, groups, state }) => ({
            key: id,
            cells: [
              <a key="link" className="govuk-link" href={`/linkage/layouts/${id}`}>
                {name}
              </a>,
              groups,
              state,
            ],
          }))}
        />
        <h2 className="govuk-heading-m">Add a layout</h2>
        <p className="govuk-body">How do the groups of people come back?</p>
        <ButtonGroup>
          <ButtonLink href="/linkage/layouts/new?groups=coded">In the coded field</ButtonLink>
          <ButtonLink href="/linkage/layouts/new?groups=columns">In columns</ButtonLink>
        </ButtonGroup>
      </div>
    </div>
  );
}
