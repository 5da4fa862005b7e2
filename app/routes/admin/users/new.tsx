import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { createUser } from '#app/administration/create-user.server.ts';
import { placeError, placesToChoose } from '#app/administration/places.server.ts';
import { UserFields } from '#app/administration/user-fields.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { PasswordInput } from '#app/components/govuk/password-input.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { fieldProps } from '#app/forms/field-props.ts';
import type { FieldError } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { newUserForm } from '#app/forms/user-account.schema.ts';
import { emptyUser } from '#app/forms/user-account.ts';
import { actorOf } from '#app/server/context.server.ts';
import { SHORTEST_PASSWORD } from '#app/server/password-rules.ts';

export const handle: RouteHandle = { title: 'Add a user' };

export async function loader({ context }: LoaderFunctionArgs) {
  return {
    places: await placesToChoose(context.db, context.today),
    submissionId: randomUUID(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, newUserForm);
  // A password is never sent back.
  const { password, ...values } = form.values;
  const refused = (errors: FieldError[]) => data({ errors, values }, { status: 400 });
  if (!form.ok) return refused(form.errors);
  const wrongPlace = placeError(await placesToChoose(context.db, context.today), form.value);
  if (wrongPlace !== undefined) return refused([wrongPlace]);
  const location = await createUser(context.db, actorOf(context), form.value);
  if (location === undefined) {
    return refused([{ field: 'email', message: 'This email address has an account already' }]);
  }
  return redirect(location, 303);
}

export default function NewUser() {
  const { places, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/user-account.schema.ts')).newUserForm,
    emptyUser,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/admin/users">Back to users</BackLink>
        <FormErrors errors={form.errors} focusKey={form.errors} />
        <h1 className="govuk-heading-l">Add a user</h1>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields submissionId={submissionId} />
          <TextInput
            {...fieldProps(form, 'email')}
            label="Email address"
            hint="They sign in with it. It is shown to administrators only."
            type="email"
            autoComplete="off"
            spellCheck={false}
          />
          <UserFields form={form} places={places} />
          <PasswordInput
            id="password"
            name="password"
            label="First password"
            hint={`At least ${SHORTEST_PASSWORD} characters, for example four words that have nothing to do with each other. Hand it over in person or by telephone; they can change it under their account.`}
            autoComplete="new-password"
            errorMessage={form.errorFor('password')}
            register={form.register('password')}
          />
          <Button preventDoubleClick>Add user</Button>
        </Form>
      </div>
    </div>
  );
}
