import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { fieldError } from '#app/components/forms/form-error.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import type { FieldError } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { changePasswordForm } from '#app/forms/sign-in.schema.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { SHORTEST_PASSWORD } from '#app/server/password-rules.ts';
import { safeRedirect } from '#app/server/safe-redirect.server.ts';
import { changePassword } from '#app/session/change-password.server.ts';
import { getAccount } from '#db/queries/users.ts';

export const handle: RouteHandle = { title: 'Change your password' };

export async function loader({ context }: LoaderFunctionArgs) {
  const { email, version } = await getAccount(context.db, signedInUser(context).id);
  return { email, version };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, changePasswordForm);
  // Never the values: a password is not sent back.
  if (!form.ok) return data({ errors: form.errors }, { status: 400 });
  const outcome = await changePassword(context, request, form.value);
  if (!outcome.ok) return data({ errors: [outcome.error] }, { status: 400 });
  return safeRedirect('/account', { headers: { 'Set-Cookie': outcome.cookie } });
}

export default function ChangePassword() {
  const { email, version } = useLoaderData<typeof loader>();
  const answer = useActionData() as { errors: FieldError[] } | undefined;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/account">Back to your account</BackLink>
        <FormErrors errors={answer?.errors} focusKey={answer} />
        <h1 className="govuk-heading-l">Change your password</h1>
        <Form method="post" reloadDocument noValidate>
          <SubmissionFields version={version} />
          {/* For password managers, which file a password under its account. */}
          <input type="text" value={email} autoComplete="username" readOnly hidden />
          <PasswordInput
            id="currentPassword"
            name="currentPassword"
            label="Current password"
            errorMessage={fieldError(answer?.errors, 'currentPassword')}
          />
          <PasswordInput
            id="newPassword"
            name="newPassword"
            label="New password"
            hint={`At least ${SHORTEST_PASSWORD} characters: four words that have nothing to do with each other are easy to keep and hard to guess. Spaces are fine, and so is pasting. You will be signed out everywhere else.`}
            autoComplete="new-password"
            errorMessage={fieldError(answer?.errors, 'newPassword')}
          />
          <Button preventDoubleClick>Change your password</Button>
        </Form>
      </div>
    </div>
  );
}
