import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { createTeam } from '#app/administration/save-team.server.ts';
import { teamChoices } from '#app/administration/team-choices.server.ts';
import { TeamForm } from '#app/administration/team-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { newTeamForm } from '#app/forms/team.schema.ts';
import { teamFormValues } from '#app/forms/team.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';

export const handle: RouteHandle = { title: 'Add a team' };

export async function loader({ context }: LoaderFunctionArgs) {
  return { choices: await teamChoices(context.db), submissionId: randomUUID() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, newTeamForm);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, team } = form.value;
  const outcome = await createTeam(context.db, actorOf(context), submissionId, team);
  if (outcome.ok) return redirect(outcome.location, 303);
  return data({ errors: [outcome.error], values: form.values }, { status: 400 });
}

export default function NewTeam() {
  const { choices, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/team.schema.ts')).newTeamForm,
    teamFormValues(),
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/admin/teams">Back to teams</BackLink>
        <h1 className="govuk-heading-l">Add a team</h1>
        <TeamForm form={form} choices={choices} submissionId={submissionId} />
      </div>
    </div>
  );
}
