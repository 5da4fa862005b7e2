import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { integrationRatingForm } from '#app/forms/integration-rating.schema.ts';
import { ratingFormValues } from '#app/forms/integration-rating.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { CriteriaForm } from '#app/integration/criteria-form.tsx';
import { criterionTexts } from '#app/integration/criterion-texts.ts';
import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { insertIntegrationRating } from '#db/queries/integration-ratings.ts';
import { getSchemeInForce } from '#db/queries/integration-schemes.ts';

export const handle: RouteHandle = { title: 'New integration rating' };

export function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  return { teamId, today: context.today, submissionId: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, integrationRatingForm(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, intent, version, ...facts } = form.value;
  if (submissionId === undefined) throw new Response('Bad form', { status: 400 });
  const teamId = routeParam(params, 'teamId');
  const scheme = await getSchemeInForce(context.db, facts.ratedOn);
  const location = await insertIntegrationRating(
    context.db,
    actorOf(context),
    submissionId,
    { ...facts, teamId, schemeId: scheme.id },
    (ratingId) => `/teams/${teamId}/integration/${ratingId}${intent === 'level' ? '/level' : ''}`,
  );
  return redirect(location, 303);
}

export default function NewIntegrationRating() {
  const { teamId, today, submissionId } = useLoaderData<typeof loader>();
  const initial = ratingFormValues({ ratedOn: today, provider: '', criteria: {} });
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/integration`}>Back to integration ratings</BackLink>
        <h1 className="govuk-heading-l">New integration rating</h1>
        <p className="govuk-body">
          Rate together with the host treatment service, about every half-year. Each of the five
          criteria is absent, partly in place or in place; what you write down as evidence is what
          the other side reads before signing.
        </p>
        <CriteriaForm
          criteria={criterionTexts}
          initial={initial}
          today={today}
          submissionId={submissionId}
        />
      </div>
    </div>
  );
}
