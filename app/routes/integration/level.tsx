import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Textarea } from '#app/components/govuk/textarea.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { fieldProps } from '#app/forms/field-props.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { integrationLevelForm } from '#app/forms/integration-rating.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { isSigned, proposalFor, ratingAt, schemeOf } from '#app/integration/rating-of.server.ts';
import { SignedMeanwhile } from '#app/integration/signed-meanwhile.tsx';
import { actorOf } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { updateRatingLevel } from '#db/queries/integration-ratings.ts';

export const handle: RouteHandle = { title: 'Choose the integration level' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const rating = await ratingAt(context.db, params);
  const here = `/teams/${rating.teamId}/integration/${rating.id}`;
  const proposal = proposalFor(await schemeOf(context.db, rating), rating);
  // The level rests on all five criteria: without them there is nothing to choose from yet.
  if (proposal.status === 'incomplete') return redirect(`${here}/edit`, 303);
  return {
    here,
    isSigned: isSigned(rating),
    version: rating.version,
    proposal: { level: proposal.level, explanation: proposal.explanation },
    chosenLevel: rating.chosenLevel ?? '',
    reason: rating.reason,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const rating = await ratingAt(context.db, params);
  const proposal = proposalFor(await schemeOf(context.db, rating), rating);
  if (proposal.status === 'incomplete') throw new Response('Criteria are missing', { status: 400 });
  const form = await parseForm(request, integrationLevelForm(proposal.level));
  if (!form.ok) return data(form, { status: 400 });
  const { version, chosenLevel, reason } = form.value;
  const key = { teamId: rating.teamId, ratingId: rating.id, version };
  const level = { proposedLevel: proposal.level, chosenLevel, reason };
  try {
    await updateRatingLevel(context.db, actorOf(context), key, level);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const saved = await ratingAt(context.db, params);
    const conflict = conflictBetween(
      saved.version,
      levelWords(chosenLevel, reason),
      levelWords(saved.chosenLevel ?? 'Not chosen yet', saved.reason),
    );
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
  return redirect(`/teams/${rating.teamId}/integration/${rating.id}`, 303);
}

function levelWords(level: string, reason: string) {
  return [
    { label: 'Level', text: level },
    { label: 'Reason', text: reason },
  ];
}

const levels = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
];

export default function ChooseIntegrationLevel() {
  const loaded = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`${loaded.here}/edit`}>Back to the criteria</BackLink>
        {loaded.isSigned ? (
          <>
            <h1 className="govuk-heading-l">Choose the integration level</h1>
            <SignedMeanwhile here={loaded.here} conflict={failure?.conflict} />
          </>
        ) : (
          <LevelForm {...loaded} />
        )}
      </div>
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function LevelForm({ version, proposal, chosenLevel, reason }: Loaded) {
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/integration-rating.schema.ts')).integrationLevelForm(
        proposal.level,
      ),
    { chosenLevel, reason },
  );
  return (
    <>
      <FormErrors errors={form.errors} focusKey={form.errors} />
      <ConflictNotice conflict={form.conflict} what="this rating" />
      <h1 className="govuk-heading-l">Choose the integration level</h1>
      <InsetText>
        <p className="govuk-body govuk-!-margin-bottom-0">
          The criteria point to <strong>{proposal.level}</strong>. {proposal.explanation}
        </p>
      </InsetText>
      <Form method="post" noValidate onSubmit={form.onSubmit}>
        <SubmissionFields version={form.conflict?.version ?? version} />
        <Radios
          {...fieldProps(form, 'chosenLevel')}
          label="Level"
          labelSize="m"
          hint="You may choose another level than the criteria point to. Say why."
          items={levels}
        />
        <Textarea
          {...fieldProps(form, 'reason')}
          label="Reason"
          hint="Only needed where your level differs from what the criteria point to."
          rows={4}
        />
        <Button preventDoubleClick>Save and check</Button>
      </Form>
    </>
  );
}
