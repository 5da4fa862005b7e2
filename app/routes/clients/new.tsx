import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ClientForm } from '#app/clients/client-form.tsx';
import { referenceTaken } from '#app/clients/reference-taken.server.ts';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { newClientSchema } from '#app/forms/client.schema.ts';
import { emptyClient } from '#app/forms/client.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertClient } from '#db/queries/clients.ts';

export const handle: RouteHandle = { title: 'Add a client' };

export function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  return { teamId, today: context.today, submissionId: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const form = await parseForm(request, newClientSchema(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, client } = form.value;
  const actor = actorOf(context);
  try {
    const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
      const id = await insertClient(trx, record, teamId, client, actor);
      return { location: `/teams/${teamId}/clients/${id}?done=added` };
    });
    return redirect(location, 303);
  } catch (error) {
    return data({ errors: [referenceTaken(error)], values: form.values }, { status: 400 });
  }
}

export default function NewClient() {
  const { teamId, today, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/client.schema.ts')).newClientSchema(today),
    emptyClient,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/clients`}>Back to clients</BackLink>
        <h1 className="govuk-heading-l">Add a client</h1>
        <ClientForm form={form} submissionId={submissionId} />
      </div>
    </div>
  );
}
