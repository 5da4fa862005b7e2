import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { integrationRatingForm } from '#app/forms/integration-rating.schema.ts';
import { ratingFormValues } from '#app/forms/integration-rating.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { CriteriaForm } from '#app/integration/criteria-form.tsx';
import { criterionTexts } from '#app/integration/criterion-texts.ts';
import { isSigned, ratingAt } from '#app/integration/rating-of.server.ts';
import { ratingWords } from '#app/integration/rating-words.ts';
import { SignedMeanwhile } from '#app/integration/signed-meanwhile.tsx';
import { actorOf } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { updateRatingFacts } from '#db/queries/integration-ratings.ts';

export const handle: RouteHandle = { title: 'Change integration rating' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const rating = await ratingAt(context.db, params);
  return {
    today: context.today,
    here: `/teams/${rating.teamId}/integration/${rating.id}`,
    isSigned: isSigned(rating),
    version: rating.version,
    initial: ratingFormValues(rating),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id: ratingId, teamId } = await ratingAt(context.db, params);
  const form = await parseForm(request, integrationRatingForm(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { version, intent, submissionId, ...facts } = form.value;
  if (version === undefined) throw new Response('Bad form', { status: 400 });
  try {
    await updateRatingFacts(context.db, actorOf(context), { teamId, ratingId, version }, facts);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const saved = await ratingAt(context.db, params);
    const conflict = conflictBetween(saved.version, ratingWords(facts), ratingWords(saved));
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
  const here = `/teams/${teamId}/integration/${ratingId}`;
  return redirect(intent === 'level' ? `${here}/level` : here, 303);
}

export default function EditIntegrationRating() {
  const { today, here, isSigned, version, initial } = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the rating</BackLink>
        <h1 className="govuk-heading-l">Change integration rating</h1>
        {isSigned ? (
          <SignedMeanwhile here={here} conflict={failure?.conflict} />
        ) : (
          <CriteriaForm
            criteria={criterionTexts}
            initial={initial}
            today={today}
            version={version}
          />
        )}
      </div>
    </div>
  );
}
