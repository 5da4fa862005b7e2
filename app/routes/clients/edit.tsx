import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import { ClientForm } from '#app/clients/client-form.tsx';
import { referenceTaken } from '#app/clients/reference-taken.server.ts';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { editClientSchema } from '#app/forms/client.schema.ts';
import { clientFormValues, clientWords } from '#app/forms/client.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { updateClient } from '#db/queries/clients.ts';

export const handle: RouteHandle = { title: 'Change a client' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { here, client } = await clientAt(context.db, params);
  return {
    here,
    today: context.today,
    version: client.version,
    initial: clientFormValues(client),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, here, client } = await clientAt(context.db, params);
  const form = await parseForm(request, editClientSchema(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { version, client: values } = form.value;
  try {
    const edit = { id: client.id, version, values };
    await inChange(context.db, actorOf(context), (trx, record) =>
      updateClient(trx, record, teamId, edit),
    );
    return redirect(`${here}?done=changed`, 303);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) {
      return data({ errors: [referenceTaken(error)], values: form.values }, { status: 400 });
    }
    const { client: theirs } = await clientAt(context.db, params);
    const conflict = conflictBetween(theirs.version, clientWords(values), clientWords(theirs));
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
}

export default function EditClient() {
  const { here, today, version, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/client.schema.ts')).editClientSchema(today),
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the client</BackLink>
        <h1 className="govuk-heading-l">Change a client</h1>
        <ClientForm form={form} version={version} />
      </div>
    </div>
  );
}
