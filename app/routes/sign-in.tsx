import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import type { FieldError } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { signInForm } from '#app/forms/sign-in.schema.ts';
import { readKeptFields, type KeptForm } from '#app/server/kept-form.server.ts';
import { safePath, safeRedirect } from '#app/server/safe-redirect.server.ts';
import { DemoAccounts } from '#app/session/demo-accounts.tsx';
import { SendOn } from '#app/session/send-on.tsx';
import { SignInForm } from '#app/session/sign-in-form.tsx';
import { signIn } from '#app/session/sign-in.server.ts';
import { demoAccounts } from '#db/demo/accounts.ts';

export const handle: RouteHandle = { title: 'Sign in' };

interface Answer {
  errors?: FieldError[];
  values?: { email: string; next: string; kept?: string };
  /** Signed in, and a form waits to be sent on. */
  sendOn?: KeptForm;
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  return {
    next: safePath(query.get('next')),
    hasSignedOut: query.has('signed-out'),
    accounts: context.isDemo
      ? demoAccounts.map(({ email, password, name, roleLabel }) => ({
          email,
          password,
          name,
          roleLabel,
        }))
      : [],
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signInForm);
  // A password is never sent back.
  const { email, next, kept } = form.values;
  const values = { email, next, kept };
  if (!form.ok) return data({ errors: form.errors, values }, { status: 400 });
  const outcome = await signIn(context, request, form.value);
  if (!outcome.ok) {
    const errors = [{ field: 'email', message: outcome.message }];
    return data({ errors, values }, { status: outcome.status });
  }
  const headers = { 'Set-Cookie': outcome.cookie };
  const fields = readKeptFields(form.value.kept);
  if (fields === undefined) return safeRedirect(form.value.next, { headers });
  return data({ sendOn: { next: safePath(form.value.next), fields } }, { headers });
}

export default function SignIn() {
  const { next, accounts, hasSignedOut } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  if (answer?.sendOn !== undefined) return <SendOn kept={answer.sendOn} />;
  return (
    <>
      <FormErrors errors={answer?.errors} focusKey={answer} />
      <h1 className="govuk-heading-l">Sign in</h1>
      {hasSignedOut && answer === undefined && <p className="govuk-body">You are signed out.</p>}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <SignInForm next={next} {...answer?.values} errors={answer?.errors} />
        </div>
      </div>
      {accounts.length > 0 && <DemoAccounts accounts={accounts} next={next} />}
    </>
  );
}
