import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { endSessionForm } from '#app/forms/sign-in.schema.ts';
import { actorOf, signedInUser } from '#app/server/context.server.ts';
import { endOwnSession, ownSessions } from '#app/server/sessions.server.ts';
import { SessionTable } from '#app/session/session-table.tsx';
import { signOutEverywhere } from '#app/session/sign-out.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { inChange } from '#db/audit/change.ts';

export const handle: RouteHandle = { title: 'Your account' };

export async function loader({ context }: LoaderFunctionArgs) {
  const { db, now, sessionId } = context;
  const user = signedInUser(context);
  const sessions = await ownSessions(db, user.id, now);
  return {
    name: user.name,
    sessions: sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
      id,
      device,
      signedIn: whenInWords(createdAt),
      lastSeen: whenInWords(lastSeenAt),
      isThis: id === sessionId,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, endSessionForm);
  if (!form.ok) throw new Response('Bad form', { status: 400 });
  const { sessionId } = form.value;
  if (sessionId === 'all') return signOutEverywhere(context);
  const actor = actorOf(context);
  const ended = { id: sessionId, ...actor };
  await inChange(context.db, actor, (trx, record) => endOwnSession(trx, record, ended));
  return redirect('/account', 303);
}

export default function AccountPage() {
  const { name, sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body">
        <a className="govuk-link" href="/account/password">
          Change your password
        </a>
      </p>
      <SessionTable sessions={sessions} />
      <Form method="post" reloadDocument>
        <input type="hidden" name="sessionId" value="all" />
        <Button variant="secondary">Sign out everywhere</Button>
      </Form>
    </>
  );
}
