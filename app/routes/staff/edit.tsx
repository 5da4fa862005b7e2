import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { dateIds } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { editStaffSchema } from '#app/forms/staff.schema.ts';
import { staffFormValues, staffWords } from '#app/forms/staff.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { freeAccounts } from '#app/staff/free-accounts.server.ts';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { StaffFields } from '#app/staff/staff-fields.tsx';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { updateSpecialist } from '#db/queries/specialists.ts';

export const handle: RouteHandle = { title: 'Change a person on the staff' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  return {
    here,
    version: person.version,
    initial: staffFormValues(person),
    accounts: await freeAccounts(context.db, teamId, person.id),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  const form = await parseForm(request, editStaffSchema);
  if (!form.ok) return data(form, { status: 400 });
  const accounts = await freeAccounts(context.db, teamId, person.id);
  const sent = form.value.person;
  const isFree = accounts.some(({ id }) => id === sent.userId);
  const values = { ...sent, userId: isFree ? sent.userId : null };
  const edit = { id: person.id, version: form.value.version, values };
  try {
    await inChange(context.db, actorOf(context), (trx, record) =>
      updateSpecialist(trx, record, teamId, edit),
    );
    return redirect(`${here}?done=changed`, 303);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const { person: theirs } = await staffAt(context.db, params);
    const conflict = conflictBetween(
      theirs.version,
      staffWords(values, accounts),
      staffWords(theirs, accounts),
    );
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
}

export default function EditStaff() {
  const { here, version, initial, accounts } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/staff.schema.ts')).editStaffSchema,
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the person</BackLink>
        <h1 className="govuk-heading-l">Change a person on the staff</h1>
        <FormErrors
          errors={form.errors}
          fieldIds={dateIds('employedFrom', 'employedTo')}
          focusKey={useActionData()}
        />
        <ConflictNotice conflict={form.conflict} what="this person" />
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={form.conflict?.version ?? version} />
          <StaffFields form={form} accounts={accounts} />
          <Button preventDoubleClick>Save person</Button>
        </Form>
      </div>
    </div>
  );
}
