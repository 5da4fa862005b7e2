import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { dateIds } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { newStaffSchema } from '#app/forms/staff.schema.ts';
import { emptyStaff } from '#app/forms/staff.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { freeAccounts } from '#app/staff/free-accounts.server.ts';
import { FteInput } from '#app/staff/fte-input.tsx';
import { StaffFields } from '#app/staff/staff-fields.tsx';
import { createOnce } from '#db/audit/create-once.ts';
import { insertSpecialist } from '#db/queries/specialists.ts';

export const handle: RouteHandle = { title: 'Add a person to the staff' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const accounts = await freeAccounts(context.db, teamId);
  return { teamId, submissionId: randomUUID(), accounts };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const form = await parseForm(request, newStaffSchema);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, person } = form.value;
  const accounts = await freeAccounts(context.db, teamId);
  const actor = actorOf(context);
  const isFree = person.userId === null || accounts.some(({ id }) => id === person.userId);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    const userId = isFree ? person.userId : null;
    const id = await insertSpecialist(trx, record, teamId, { ...person, userId });
    return { location: `/teams/${teamId}/staff/${id}?done=added` };
  });
  return redirect(location, 303);
}

export default function NewStaff() {
  const { teamId, submissionId, accounts } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/staff.schema.ts')).newStaffSchema,
    emptyStaff,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/staff`}>Back to staff</BackLink>
        <h1 className="govuk-heading-l">Add a person to the staff</h1>
        <FormErrors
          errors={form.errors}
          fieldIds={dateIds('employedFrom', 'employedTo')}
          focusKey={useActionData()}
        />
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields submissionId={submissionId} />
          <StaffFields form={form} accounts={accounts} />
          <FteInput form={form} />
          <Button preventDoubleClick>Save person</Button>
        </Form>
      </div>
    </div>
  );
}
