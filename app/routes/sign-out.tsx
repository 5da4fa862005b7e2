import type { ActionFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';

import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { signOut } from '#app/session/sign-out.server.ts';

export const handle: RouteHandle = { title: 'Sign out' };

export async function action({ context }: ActionFunctionArgs) {
  return signOut(context);
}

/** For whoever opens the address: following a link signs nobody out. */
export default function SignOut() {
  return (
    <Form method="post" reloadDocument>
      <h1 className="govuk-heading-l">Sign out</h1>
      <Button>Sign out</Button>
    </Form>
  );
}
