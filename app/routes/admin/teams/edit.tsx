import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { saveTeam } from '#app/administration/save-team.server.ts';
import { chosenNames, teamChoices } from '#app/administration/team-choices.server.ts';
import { TeamForm } from '#app/administration/team-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { editTeamForm } from '#app/forms/team.schema.ts';
import { teamFormValues, teamWords, type TeamAnswers } from '#app/forms/team.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findTeamRecord } from '#db/queries/team-register.ts';

export const handle: RouteHandle = { title: 'Change a team' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const team = found(await findTeamRecord(context.db, routeParam(params, 'teamId')));
  return {
    choices: await teamChoices(context.db),
    version: team.version,
    initial: teamFormValues(team),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: teamId } = found(await findTeamRecord(context.db, routeParam(params, 'teamId')));
  const form = await parseForm(request, editTeamForm);
  if (!form.ok) return data(form, { status: 400 });
  const { version, team } = form.value;
  try {
    const outcome = await saveTeam(context.db, actorOf(context), { teamId, version }, team);
    if (outcome.ok) return redirect(outcome.location, 303);
    return data({ errors: [outcome.error], values: form.values }, { status: 400 });
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const conflict = await conflictWith(context.db, teamId, team);
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
}

async function conflictWith(db: Db, teamId: string, team: TeamAnswers) {
  const saved = found(await findTeamRecord(db, teamId));
  const choices = await teamChoices(db);
  const kept: TeamAnswers = {
    ...saved,
    hostService: known(saved.hostServiceId),
    site: known(saved.siteId),
  };
  return conflictBetween(
    saved.version,
    teamWords({ ...team, ...chosenNames(choices, team) }),
    teamWords({ ...kept, ...chosenNames(choices, kept) }),
  );
}

function known(id: string | null) {
  return id === null ? ({ kind: 'none' } as const) : ({ kind: 'known', id } as const);
}

export default function EditTeam() {
  const { choices, version, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/team.schema.ts')).editTeamForm,
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/admin/teams">Back to teams</BackLink>
        <h1 className="govuk-heading-l">Change a team</h1>
        <TeamForm form={form} choices={choices} version={version} />
      </div>
    </div>
  );
}
