import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import type { RouteHandle } from '#app/components/route-handle.ts';
import { RatingTable } from '#app/integration/rating-table.tsx';
import { ratingRow } from '#app/integration/rating-row.server.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { listIntegrationRatings } from '#db/queries/integration-ratings.ts';

export const handle: RouteHandle = { title: 'Integration ratings of your service' };

export async function loader({ context }: LoaderFunctionArgs) {
  const { hostServiceId } = signedInUser(context);
  const ratings = await listIntegrationRatings(context.db, { hostServiceId: hostServiceId ?? '' });
  // A draft is the team's own: the host service reads a rating once there is a level to sign.
  return { rows: ratings.filter(({ chosenLevel }) => chosenLevel !== null).map(ratingRow) };
}

export default function HostServiceRatings() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Integration ratings of your service</h1>
        <p className="govuk-body">
          The employment support team rates how closely the two services work together. Read the
          evidence, talk it over where you see it differently, and sign.
        </p>
        <RatingTable rows={rows} />
      </div>
    </div>
  );
}
