import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { signOffSchema } from '#app/forms/fidelity/final-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { scoresToSignOff } from '#app/reviews/scores-to-sign-off.server.ts';
import { refusalWords } from '#app/reviews/refusal-words.ts';
import { ownReviewOf } from '#app/reviews/review-of.server.ts';
import { totalOf } from '#app/reviews/scores-by-item.ts';
import { TotalSummary } from '#app/reviews/total-summary.tsx';
import { actorOf } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { signOffReview } from '#db/queries/agreed-scores.ts';
import { ReviewRefusedError } from '#db/queries/review-state.ts';

export const handle: RouteHandle = { title: 'Sign off the review' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { review, scale, here } = await ownReviewOf(context, params);
  if (review.status === 'signed-off') return redirect(here, 303);
  const { scores } = await scoresToSignOff(context.db, review);
  const isWaiting = review.reviewers.some(({ submittedAt }) => submittedAt === null);
  return {
    here,
    teamName: review.teamName,
    isWaiting,
    hasOneReviewer: review.reviewers.length === 1,
    total: totalOf(scale, scores),
    version: review.version,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { review, scale, here } = await ownReviewOf(context, params);
  const form = await parseForm(request, signOffSchema);
  if (!form.ok) return data(form, { status: 400 });
  // Pressed twice: the first press has done it.
  if (review.status === 'signed-off') return redirect(here, 303);
  const refused = (message: string) =>
    data({ errors: [{ field: 'confirm', message }], values: form.values }, { status: 409 });
  const { agreed } = await scoresToSignOff(context.db, review);
  const { version } = form.value;
  try {
    const items = scale.items.length;
    await signOffReview(context.db, actorOf(context), {
      reviewId: review.id,
      version,
      items,
      agreed,
    });
  } catch (error) {
    if (error instanceof ReviewRefusedError) return refused(refusalWords[error.refusal]);
    if (!(error instanceof StaleVersionError)) throw error;
    return refused('The review changed after this page was opened. Check it again');
  }
  return redirect(here, 303);
}

export default function SignOff() {
  const { here, teamName, isWaiting, hasOneReviewer, total, version } =
    useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/fidelity/final-steps.schema.ts')).signOffSchema,
    {},
  );
  const answer = useActionData();
  const isReady = !isWaiting && total.status === 'complete';
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the review</BackLink>
        <FormErrors errors={form.errors} focusKey={answer} />
        <span className="govuk-caption-l">{teamName}</span>
        <h1 className="govuk-heading-l">Sign off the review</h1>
        {isWaiting ? (
          <InsetText id="confirm">
            A review can be signed off once every reviewer has submitted their scores.
          </InsetText>
        ) : (
          <TotalSummary total={total} title="Agreed scores" />
        )}
        {!isWaiting && !isReady && (
          <p className="govuk-body" id="confirm">
            Agree the remaining items first.{' '}
            <a className="govuk-link" href={`${here}/agree`}>
              Agree the scores
            </a>
          </p>
        )}
        {isReady && (
          <Form method="post" noValidate onSubmit={form.onSubmit}>
            <SubmissionFields version={version} />
            <p className="govuk-body">
              {hasOneReviewer && 'Your scores become the agreed scores. '}
              Signing off locks the review. The team and the national readers can then read it.
            </p>
            <Checkboxes
              id="confirm"
              name="confirm"
              label="Are the scores agreed?"
              items={[{ value: 'yes', label: 'Yes, the scores are agreed and can be locked' }]}
              errorMessage={form.errorFor('confirm')}
              register={form.register('confirm')}
            />
            <Button preventDoubleClick>Sign off the review</Button>
          </Form>
        )}
      </div>
    </div>
  );
}
