import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { placeError, placeName, placesToChoose } from '#app/administration/places.server.ts';
import { UserFields } from '#app/administration/user-fields.tsx';
import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { editUserForm } from '#app/forms/user-account.schema.ts';
import { userFormValues, userWords } from '#app/forms/user-account.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findUser, updateUser } from '#db/queries/user-accounts.ts';

export const handle: RouteHandle = { title: 'Change a user' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const user = found(await findUser(context.db, routeParam(params, 'userId')));
  return {
    userId: user.id,
    version: user.version,
    places: await placesToChoose(context.db, context.today),
    initial: userFormValues(user),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: userId } = found(await findUser(context.db, routeParam(params, 'userId')));
  const form = await parseForm(request, editUserForm);
  if (!form.ok) return data(form, { status: 400 });
  const { version, ...values } = form.value;
  const places = await placesToChoose(context.db, context.today);
  const actor = actorOf(context);
  const error = placeError(places, values) ?? ownRoleError(actor.userId === userId, values.role);
  if (error !== undefined) return data({ errors: [error], values: form.values }, { status: 400 });
  try {
    await inChange(context.db, actor, (trx, record) =>
      updateUser(trx, record, { userId, version }, values),
    );
  } catch (stale) {
    if (!(stale instanceof StaleVersionError)) throw stale;
    const saved = found(await findUser(context.db, userId));
    const conflict = conflictBetween(
      saved.version,
      userWords({ ...values, place: placeName(places, values) }),
      userWords({ ...saved, place: placeName(places, saved) }),
    );
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
  return redirect(`/admin/users/${userId}?done=saved`, 303);
}

/** Whoever looks after accounts cannot lock the last administrator out by a slip. */
function ownRoleError(isOwn: boolean, role: string) {
  if (!isOwn || role === 'administrator') return undefined;
  const message = 'You cannot take your own role away: ask another administrator';
  return { field: 'role', message };
}

export default function EditUser() {
  const { userId, version, places, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/user-account.schema.ts')).editUserForm,
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/admin/users/${userId}`}>Back to the user</BackLink>
        <FormErrors errors={form.errors} focusKey={form.errors} />
        <ConflictNotice conflict={form.conflict} what="this account" />
        <h1 className="govuk-heading-l">Change a user</h1>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={form.conflict?.version ?? version} />
          <UserFields form={form} places={places} />
          <Button preventDoubleClick>Save changes</Button>
        </Form>
      </div>
    </div>
  );
}
