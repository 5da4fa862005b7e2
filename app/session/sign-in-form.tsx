import { Form } from '@remix-run/react';

import { fieldError } from '../components/forms/form-error.ts';
import { Button } from '../components/govuk/button.tsx';
import { PasswordInput } from '../components/govuk/password-input.tsx';
import { TextInput } from '../components/govuk/text-input.tsx';
import type { FieldError } from '../forms/form-values.ts';

interface Props {
  next: string;
  email?: string | undefined;
  /** JSON of the fields of a form that waits to be sent on. */
  kept?: string | undefined;
  errors?: readonly FieldError[] | undefined;
}

/**
 * A whole page load, never a fetch: nothing of who used this browser before stays in its memory. So the server alone
 * checks it, and what is wrong is shown by the next page.
 */
export function SignInForm({ next, email = '', kept, errors }: Props) {
  return (
    <Form method="post" action="/sign-in" reloadDocument noValidate>
      <input type="hidden" name="next" value={next} />
      {kept !== undefined && <input type="hidden" name="kept" value={kept} />}
      <TextInput
        id="email"
        name="email"
        type="email"
        label="Email address"
        autoComplete="username"
        spellCheck={false}
        defaultValue={email}
        errorMessage={fieldError(errors, 'email')}
      />
      <PasswordInput
        id="password"
        name="password"
        label="Password"
        errorMessage={fieldError(errors, 'password')}
      />
      <Button preventDoubleClick>Sign in</Button>
    </Form>
  );
}
