import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { FormValues } from '#app/forms/form-values.ts';
import {
  criterionKeys,
  evidenceField,
  integrationRatingForm,
  ratingFormValues,
} from '#app/forms/integration-rating.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { CriteriaForm } from '#app/integration/criteria-form.tsx';
import { criterionTexts } from '#app/integration/criterion-texts.ts';
import { isSigned, ratingAt } from '#app/integration/rating-of.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { updateRatingFacts } from '#db/queries/integration-ratings.ts';

export const handle = { title: 'Change integration rating' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const rating = await ratingAt(context.db, params);
  const here = `/teams/${rating.teamId}/integration/${rating.id}`;
  if (isSigned(rating)) return redirect(here, 303);
  return {
    today: context.today,
    here,
    version: rating.version,
    initial: ratingFormValues(rating),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, integrationRatingForm(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { version, intent, submissionId, ...facts } = form.value;
  if (version === undefined) throw new Response('Bad form', { status: 400 });
  const teamId = params.teamId ?? '';
  const ratingId = params.ratingId ?? '';
  try {
    await updateRatingFacts(context.db, actorOf(context), { teamId, ratingId, version }, facts);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const saved = await ratingAt(context.db, params);
    const conflict = {
      version: saved.version,
      rows: conflictRows(form.values, ratingFormValues(saved)),
    };
    return data(
      { errors: [], values: form.values, conflict, signed: isSigned(saved) },
      { status: 409 },
    );
  }
  const here = `/teams/${teamId}/integration/${ratingId}`;
  return redirect(intent === 'level' ? `${here}/level` : here, 303);
}

/** The answers that differ, in words. */
function conflictRows(yours: FormValues, theirs: FormValues) {
  const fields: [string, string][] = [
    ['ratedOnDay', 'Day of the rating'],
    ['ratedOnMonth', 'Month of the rating'],
    ['ratedOnYear', 'Year of the rating'],
    ['provider', 'Provider'],
    ...criterionKeys.flatMap((key): [string, string][] => {
      const title = criterionTexts.find((criterion) => criterion.key === key)?.title ?? key;
      return [
        [key, title],
        [evidenceField(key), `${title}: evidence`],
      ];
    }),
  ];
  return fields
    .map(([field, label]) => ({
      label,
      yours: String(yours[field] ?? ''),
      theirs: String(theirs[field] ?? ''),
    }))
    .filter((row) => row.yours !== row.theirs);
}

export default function EditIntegrationRating() {
  const { today, here, version, initial } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the rating</BackLink>
        <h1 className="govuk-heading-l">Change integration rating</h1>
        <CriteriaForm criteria={criterionTexts} initial={initial} today={today} version={version} />
      </div>
    </div>
  );
}
