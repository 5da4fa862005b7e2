import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { setUserPassword } from '#app/administration/user-access.server.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { setPasswordForm } from '#app/forms/user-account.schema.ts';
import { actorOf } from '#app/server/context.server.ts';
import { SHORTEST_PASSWORD } from '#app/server/password-rules.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { findUser } from '#db/queries/user-accounts.ts';

export const handle: RouteHandle = { title: 'Set a new password' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, name, email, version, passwordChangedAt } = found(
    await findUser(context.db, routeParam(params, 'userId')),
  );
  return { userId: id, name, email, version, changed: whenInWords(passwordChangedAt) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = found(await findUser(context.db, routeParam(params, 'userId')));
  const form = await parseForm(request, setPasswordForm(user));
  // A password is never sent back.
  if (!form.ok) return data({ errors: form.errors, values: {} }, { status: 400 });
  try {
    await setUserPassword(context.db, actorOf(context), user, form.value);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const message =
      'The account was changed after you opened this page. What is saved now is shown below: set the password again if it is still needed';
    return data({ errors: [{ field: 'password', message }], values: {} }, { status: 409 });
  }
  return redirect(`/admin/users/${user.id}?done=password`, 303);
}

export default function SetPassword() {
  const { userId, name, email, version, changed } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/user-account.schema.ts')).setPasswordForm({ name, email }),
    { password: '' },
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/admin/users/${userId}`}>Back to the user</BackLink>
        <FormErrors errors={form.errors} focusKey={form.errors} />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">Set a new password</h1>
        <p className="govuk-body">
          The password was last changed on {changed}. A new one signs the person out everywhere.
        </p>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={version} />
          {/* For password managers, which file a password under its account. */}
          <input type="text" value={email} autoComplete="username" readOnly hidden />
          <PasswordInput
            id="password"
            name="password"
            label="New password"
            hint={`At least ${SHORTEST_PASSWORD} characters, for example four words that have nothing to do with each other. Hand it over in person or by telephone.`}
            autoComplete="new-password"
            errorMessage={form.errorFor('password')}
            register={form.register('password')}
          />
          <Button preventDoubleClick>Set password</Button>
        </Form>
      </div>
    </div>
  );
}
