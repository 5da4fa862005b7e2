import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { RatingTable } from '#app/integration/rating-table.tsx';
import { ratingRow } from '#app/integration/rating-row.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { listIntegrationRatings } from '#db/queries/integration-ratings.ts';
import { findTeam } from '#db/queries/teams.ts';

export const handle: RouteHandle = { title: 'Integration ratings' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const team = found(await findTeam(context.db, teamId));
  const ratings = await listIntegrationRatings(context.db, { teamId });
  const { role } = signedInUser(context);
  return {
    teamId,
    teamName: team.name,
    rows: ratings.map(ratingRow),
    mayAdd: role === 'team-leader' || role === 'employment-specialist',
  };
}

export default function IntegrationRatings() {
  const { teamId, teamName, rows, mayAdd } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}`}>Back to the team</BackLink>
        <span className="govuk-caption-l">{teamName}</span>
        <h1 className="govuk-heading-l">Integration ratings</h1>
        <p className="govuk-body">
          How closely employment support and treatment work together, rated about every half-year
          with the host service. A rating counts from the day both sides have signed it; earlier
          ones are kept.
        </p>
        {mayAdd && (
          <ButtonLink href={`/teams/${teamId}/integration/new`}>Start a rating</ButtonLink>
        )}
        <RatingTable rows={rows} />
      </div>
    </div>
  );
}
