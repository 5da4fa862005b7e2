import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { signatureForm } from '#app/forms/integration-rating.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';
import { criterionTexts } from '#app/integration/criterion-texts.ts';
import { proposalFor, ratingAt, schemeOf } from '#app/integration/rating-of.server.ts';
import { providerWords, ratingInWords } from '#app/integration/rating-words.ts';
import { mayDo, signingSide } from '#app/integration/signing.server.ts';
import { actorOf, signedInUser } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { signIntegrationRating, withdrawSignature } from '#db/queries/integration-ratings.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Integration rating' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const user = signedInUser(context);
  const rating = await ratingAt(context.db, params);
  const scheme = await schemeOf(context.db, rating);
  const proposal = proposalFor(scheme, rating);
  const { leaderSignedAt, hostSignedAt, leaderName, hostName } = rating;
  return {
    here: `/teams/${rating.teamId}/integration/${rating.id}`,
    back:
      user.role === 'host-representative' ? '/integration' : `/teams/${rating.teamId}/integration`,
    teamName: rating.teamName,
    hostServiceName: rating.hostServiceName ?? 'not recorded',
    ratedOn: formatDay(rating.ratedOn),
    provider: rating.provider,
    criteria: criterionTexts.map(({ key, title }) => ({ title, ...rating.criteria[key] })),
    proposal:
      proposal.status === 'incomplete'
        ? null
        : { level: proposal.level, explanation: proposal.explanation },
    chosenLevel: rating.chosenLevel,
    reason: rating.reason,
    schemeName: scheme.name,
    leaderSignature:
      leaderSignedAt && `${leaderName ?? ''}, ${formatDay(leaderSignedAt.slice(0, 10))}`,
    hostSignature: hostSignedAt && `${hostName ?? ''}, ${formatDay(hostSignedAt.slice(0, 10))}`,
    may: mayDo(user, rating),
    version: rating.version,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, signatureForm);
  const side = signingSide(signedInUser(context));
  if (side === undefined) throw new Response('Forbidden', { status: 403 });
  if (!form.ok) return data(form, { status: 400 });
  const rating = await ratingAt(context.db, params);
  const key = { teamId: rating.teamId, ratingId: rating.id, version: form.value.version };
  try {
    if (form.value.intent === 'withdraw')
      await withdrawSignature(context.db, actorOf(context), key, side);
    else await signIntegrationRating(context.db, actorOf(context), key, side);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const message =
      'The rating was changed after you opened this page. Below is what is saved now: read it again first.';
    return data({ errors: [{ field: 'confirm', message }], values: {} }, { status: 409 });
  }
  return redirect(`/teams/${rating.teamId}/integration/${rating.id}`, 303);
}

export default function IntegrationRatingPage() {
  const rating = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/integration-rating.schema.ts')).signatureForm,
    {},
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={rating.back}>Back to integration ratings</BackLink>
        <FormErrors errors={form.errors} focusKey={form.errors} />
        <span className="govuk-caption-l">{rating.teamName}</span>
        <h1 className="govuk-heading-l">Integration rating of {rating.ratedOn}</h1>
        <Level rating={rating} />
        <h2 className="govuk-heading-m">The five criteria</h2>
        <SummaryList
          rows={rating.criteria.map(({ title, rating: value, evidence }) => ({
            key: title,
            value: (
              <>
                <p className="govuk-body govuk-!-margin-bottom-1">
                  <strong>{ratingInWords(value)}</strong>
                </p>
                <p className="govuk-body govuk-!-margin-bottom-0 gt-typed-text">{evidence}</p>
              </>
            ),
          }))}
        />
        <h2 className="govuk-heading-m">Signatures</h2>
        <SummaryList
          rows={[
            { key: 'For the team', value: rating.leaderSignature ?? 'Not signed yet' },
            {
              key: `For ${rating.hostServiceName}`,
              value: rating.hostSignature ?? 'Not signed yet',
            },
          ]}
        />
        <Signing rating={rating} form={form} />
      </div>
    </div>
  );
}

type LoadedRating = ReturnType<typeof useLoaderData<typeof loader>>;

function Level({ rating }: { rating: LoadedRating }) {
  const { proposal, chosenLevel, reason, provider, schemeName } = rating;
  return (
    <SummaryList
      rows={[
        { key: 'Level', value: <strong>{chosenLevel ?? 'Not chosen yet'}</strong> },
        {
          key: 'The criteria point to',
          value: proposal ? `${proposal.level}. ${proposal.explanation}` : 'Incomplete',
        },
        ...(reason === '' ? [] : [{ key: 'Reason for another level', value: reason }]),
        {
          key: 'Providers',
          value: providerWords[provider],
        },
        { key: 'How the level is worked out', value: schemeName },
      ]}
    />
  );
}

function Signing({ rating, form }: { rating: LoadedRating; form: RouteForm }) {
  const { may, version, here, chosenLevel } = rating;
  return (
    <>
      {may.sign && (
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={version} />
          <Checkboxes
            id="confirm"
            name="confirm"
            errorMessage={form.errorFor('confirm')}
            register={form.register('confirm')}
            label="Your signature"
            labelSize="m"
            labelHidden
            items={[{ value: 'yes', label: 'I have read this rating and agree with it' }]}
          />
          <ButtonGroup>
            <Button name="intent" value="sign" preventDoubleClick>
              Sign this rating
            </Button>
          </ButtonGroup>
        </Form>
      )}
      {may.withdraw && (
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={version} />
          <Button name="intent" value="withdraw" variant="secondary" preventDoubleClick>
            Withdraw your signature
          </Button>
        </Form>
      )}
      {may.edit && (
        <ButtonGroup>
          <ButtonLink href={`${here}/edit`} variant="secondary">
            Change the criteria
          </ButtonLink>
          <ButtonLink href={`${here}/level`} variant="secondary">
            {chosenLevel === null ? 'Choose the level' : 'Change the level'}
          </ButtonLink>
        </ButtonGroup>
      )}
    </>
  );
}
