import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { changeUserState } from '#app/administration/user-access.server.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { userStateForm } from '#app/forms/user-account.schema.ts';
import { roleInWords } from '#app/forms/user-account.ts';
import { actorOf, signedInUser } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { ownSessions } from '#app/server/sessions.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { findUser } from '#db/queries/user-accounts.ts';

export const handle: RouteHandle = { title: 'User' };

const notices = {
  saved: 'The account is saved',
  password: 'The new password is set',
  disable: 'The account is disabled and signed out everywhere',
  enable: 'The account is enabled',
  'end-sessions': 'All sessions of this account have ended',
} as const;

type Done = keyof typeof notices;

function isDone(text: string | null): text is Done {
  return text !== null && Object.hasOwn(notices, text);
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const user = found(await findUser(context.db, routeParam(params, 'userId')));
  const sessions = await ownSessions(context.db, user.id, context.now);
  const done = new URL(request.url).searchParams.get('done');
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    role: roleInWords(user.role),
    place: user.teamName ?? user.hostServiceName,
    disabled: user.disabledAt && whenInWords(user.disabledAt),
    created: whenInWords(user.createdAt),
    passwordChanged: whenInWords(user.passwordChangedAt),
    sessions: sessions.length,
    isOwn: user.id === signedInUser(context).id,
    version: user.version,
    done: isDone(done) ? done : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: userId } = found(await findUser(context.db, routeParam(params, 'userId')));
  const form = await parseForm(request, userStateForm);
  if (!form.ok) throw new Response('Bad form', { status: 400 });
  const { version, intent } = form.value;
  const actor = actorOf(context);
  if (intent === 'disable' && userId === actor.userId) {
    const message = 'You cannot disable your own account: ask another administrator';
    return data({ errors: [{ field: 'state', message }], values: {} }, { status: 400 });
  }
  try {
    await changeUserState(context.db, actor, { userId, version }, intent);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const message =
      'The account was changed after you opened this page. What is saved now is shown below';
    return data({ errors: [{ field: 'state', message }], values: {} }, { status: 409 });
  }
  return redirect(`/admin/users/${userId}?done=${intent}`, 303);
}

export default function UserPage() {
  const user = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/user-account.schema.ts')).userStateForm,
    {},
  );
  const here = `/admin/users/${user.userId}`;
  const change = (text: string) => [{ href: `${here}/edit`, text: 'Change', hiddenText: text }];
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/admin/users">Back to users</BackLink>
        <FormErrors errors={form.errors} focusKey={form.errors} />
        {user.done !== null && form.errors.length === 0 && (
          <NotificationBanner type="success">{notices[user.done]}</NotificationBanner>
        )}
        <h1 className="govuk-heading-l">{user.name}</h1>
        <SummaryList
          rows={[
            { key: 'Name', value: user.name, actions: change('name') },
            { key: 'Email address', value: user.email },
            { key: 'Role', value: user.role, actions: change('role') },
            {
              key: 'Team or host service',
              value: user.place ?? 'None',
              actions: change('team or host service'),
            },
            { key: 'Account made', value: user.created },
            { key: 'Password last changed', value: user.passwordChanged },
            { key: 'Signed in now', value: sessionWords(user.sessions) },
          ]}
        />
        <section id="state" tabIndex={-1} aria-labelledby="state-title">
          <h2 className="govuk-heading-m" id="state-title">
            Access
          </h2>
          <p className="govuk-body">
            {user.disabled === null
              ? 'This account is active.'
              : `This account has been disabled since ${user.disabled}. What the person recorded stays.`}
          </p>
          <Form method="post" noValidate onSubmit={form.onSubmit}>
            <SubmissionFields version={user.version} />
            <ButtonGroup>
              <ButtonLink href={`${here}/password`} variant="secondary">
                Set a new password
              </ButtonLink>
              <Button name="intent" value="end-sessions" variant="secondary" preventDoubleClick>
                End all sessions
              </Button>
              {user.disabled !== null && (
                <Button name="intent" value="enable" variant="secondary" preventDoubleClick>
                  Enable account
                </Button>
              )}
              {user.disabled === null && !user.isOwn && (
                <Button name="intent" value="disable" variant="warning" preventDoubleClick>
                  Disable account
                </Button>
              )}
            </ButtonGroup>
          </Form>
        </section>
      </div>
    </div>
  );
}

function sessionWords(sessions: number): string {
  if (sessions === 0) return 'Not signed in';
  return sessions === 1 ? 'In 1 browser' : `In ${sessions} browsers`;
}
