import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, type Params } from '@remix-run/react';

import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { retireLayoutForm } from '#app/forms/linkage-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import {
  columnWords,
  dateWords,
  fileWords,
  groupWords,
  layoutStateWords,
  separatorWords,
} from '#app/linkage/layout-words.ts';
import { returnFiles } from '#app/linkage/layouts.ts';
import { listNamedLayouts } from '#app/linkage/named-layouts.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { inChange } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { retireLinkageLayout } from '#db/queries/linkage-layouts.ts';

export const handle: RouteHandle = { title: 'Layout of a return', isStatic: true };

async function layoutAt(db: Db, params: Params) {
  const id = routeParam(params, 'layoutId');
  return found((await listNamedLayouts(db)).find((named) => named.id === id));
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { layout, state, kept } = await layoutAt(context.db, params);
  return {
    name: layout.name,
    facts: [
      { key: 'State', value: layoutStateWords[state] },
      { key: 'Groups', value: groupWords[layout.groups] },
      { key: 'Days', value: dateWords[layout.dates] },
      { key: 'Between cells', value: separatorWords[layout.separator] },
      ...(kept === null
        ? []
        : [
            { key: 'Added', value: whenInWords(kept.createdAt) },
            { key: 'Added by', value: kept.createdByName ?? 'The terminal of the server' },
            ...(kept.retiredAt === null
              ? []
              : [{ key: 'Retired', value: whenInWords(kept.retiredAt) }]),
          ]),
    ],
    files: returnFiles.map((file) => ({
      name: fileWords[file],
      columns: Object.entries(layout[file]).map(([column, heading]) => ({
        heading,
        column,
        holds: columnWords[column] ?? '',
      })),
    })),
    version: state === 'kept' && kept !== null ? kept.version : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, kept } = await layoutAt(context.db, params);
  const form = await parseForm(request, retireLayoutForm);
  if (!form.ok || kept === null) throw new Response('Bad form', { status: 400 });
  const actor = actorOf(context);
  const { version } = form.value;
  await inChange(context.db, actor, (trx, record) =>
    retireLinkageLayout(trx, record, actor, { id, version }),
  );
  return redirect(`/linkage/layouts/${id}`, 303);
}

export default function LayoutPage() {
  const { name, facts, files, version } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage/layouts">Back to layouts</BackLink>
        <span className="govuk-caption-l">Layout of a return</span>
        <h1 className="govuk-heading-l">{name}</h1>
        <SummaryList rows={facts} />
        {files.map((file) => (
          <Table
            key={file.name}
            wide
            caption={file.name}
            captionSize="m"
            columns={[{ heading: 'Heading' }, { heading: 'What it holds' }]}
            rows={file.columns.map(({ heading, column, holds }) => ({
              key: column,
              cells: [heading, `${holds} (${column})`],
            }))}
          />
        ))}
        {version !== null && (
          <Form method="post" reloadDocument>
            <SubmissionFields version={version} />
            <h2 className="govuk-heading-m">Retire this layout</h2>
            <p className="govuk-body">
              No new return can be read by a retired layout, and its name stays taken. Imports that
              were read by it go on naming it. A layout cannot be changed: to correct one, retire it
              and add another.
            </p>
            <Button variant="warning" preventDoubleClick>
              Retire this layout
            </Button>
          </Form>
        )}
      </div>
    </div>
  );
}
