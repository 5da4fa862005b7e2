import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { itemAnswers } from '#app/forms/fidelity/item-answers.ts';
import { submitScoresSchema } from '#app/forms/fidelity/final-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm, type RouteForm } from '#app/forms/use-route-form.ts';
import { CheckedItems } from '#app/reviews/checked-items.tsx';
import { itemsNotReady } from '#app/reviews/item-states.ts';
import { refusalWords } from '#app/reviews/refusal-words.ts';
import { ownReviewOf } from '#app/reviews/review-of.server.ts';
import { reviewReader } from '#app/reviews/review-reader.server.ts';
import { totalOf } from '#app/reviews/scores-by-item.ts';
import { TotalSummary } from '#app/reviews/total-summary.tsx';
import { actorOf, signedInUser } from '#app/server/context.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { listOwnItemScores, submitOwnScores } from '#db/queries/review-scores.ts';
import { ReviewRefusedError } from '#db/queries/review-state.ts';
import type { Review } from '#db/queries/reviews.ts';

export const handle: RouteHandle = { title: 'Check your answers' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { review, scale, own, here } = await ownReviewOf(context, params);
  const scores = await listOwnItemScores(context.db, {
    reviewId: review.id,
    reviewerId: own.userId,
  });
  const reader = await reviewReader(context.db, signedInUser(context), review, context.today);
  return {
    here,
    teamName: review.teamName,
    sections: scale.sections.map(({ title, itemNumbers }) => ({
      title,
      items: scale.items
        .filter(({ number }) => itemNumbers.includes(number))
        .map((item) => {
          const saved = scores.find(({ itemNumber }) => itemNumber === item.number);
          return {
            number: item.number,
            title: item.title,
            answers: saved === undefined ? [] : itemAnswers(item, saved, reader),
          };
        }),
    })),
    total: totalOf(scale, scores),
    notReady: itemsNotReady(scale.items, scores),
    submitted: own.submittedAt === null ? null : whenInWords(own.submittedAt),
    whatNext: whatNext(review, own.userId),
    version: scores.reduce((sum, score) => sum + score.version, 0),
  };
}

function whatNext({ reviewers }: Review, ownId: string): string {
  if (reviewers.length === 1) return 'Next, you sign the review off.';
  const others = reviewers.filter(({ userId }) => userId !== ownId);
  return others.every(({ submittedAt }) => submittedAt !== null)
    ? 'The others have submitted theirs. Next, you agree the scores together.'
    : 'The other reviewers see your scores once everybody has submitted. You then agree the scores together.';
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { review, scale, own, here } = await ownReviewOf(context, params);
  const form = await parseForm(request, submitScoresSchema);
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const scores = { reviewId: review.id, reviewerId: own.userId };
  const { items } = scale;
  const [missing] = itemsNotReady(items, await listOwnItemScores(context.db, scores));
  if (missing !== undefined) {
    const errors = [{ field: `item-${missing.itemNumber}`, message: missing.message }];
    return data({ errors, values }, { status: 400 });
  }
  try {
    const { version } = form.value;
    await submitOwnScores(context.db, actorOf(context), {
      ...scores,
      items: items.length,
      version,
    });
  } catch (error) {
    if (error instanceof ReviewRefusedError) {
      // Pressed twice: the first press has done it.
      if (error.refusal === 'submitted') return redirect(here, 303);
      const errors = [{ field: 'confirm', message: refusalWords[error.refusal] }];
      return data({ errors, values }, { status: 409 });
    }
    if (!(error instanceof StaleVersionError)) throw error;
    const message = 'Your scores changed after this page was opened. Check them again';
    return data({ errors: [{ field: 'confirm', message }], values: {} }, { status: 409 });
  }
  return redirect(here, 303);
}

export default function CheckAnswers() {
  const page = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/fidelity/final-steps.schema.ts')).submitScoresSchema,
    { version: String(page.version) },
  );
  const answer = useActionData();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={page.here}>Back to the review</BackLink>
        <FormErrors errors={form.errors} focusKey={answer} />
        <span className="govuk-caption-l">{page.teamName}</span>
        <h1 className="govuk-heading-l">
          {page.submitted === null ? 'Check your answers' : 'Your own scores'}
        </h1>
        <TotalSummary total={page.total} title="Your scores" />
        <CheckedItems
          here={page.here}
          sections={page.sections}
          mayChange={page.submitted === null}
        />
        {page.submitted === null ? (
          <Submit
            form={form}
            here={page.here}
            notReady={page.notReady}
            whatNext={page.whatNext}
            version={page.version}
          />
        ) : (
          <InsetText>You submitted your scores {page.submitted}. They are final.</InsetText>
        )}
      </div>
    </div>
  );
}

interface SubmitProps {
  form: RouteForm;
  here: string;
  notReady: { itemNumber: number; message: string }[];
  whatNext: string;
  version: number;
}

function Submit({ form, here, notReady, whatNext, version }: SubmitProps) {
  if (notReady.length > 0) {
    return (
      <>
        <h2 className="govuk-heading-m">Before you submit</h2>
        <ul className="govuk-list govuk-list--bullet">
          {notReady.map(({ itemNumber, message }) => (
            <li key={itemNumber}>
              <a className="govuk-link" href={`${here}/items/${itemNumber}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <Form method="post" noValidate onSubmit={form.onSubmit}>
      <h2 className="govuk-heading-m">Submit your scores</h2>
      <p className="govuk-body">{whatNext}</p>
      <SubmissionFields version={version} />
      <Checkboxes
        id="confirm"
        name="confirm"
        label="Are your scores final?"
        items={[{ value: 'yes', label: 'Yes, these are my scores and they are final' }]}
        errorMessage={form.errorFor('confirm')}
        register={form.register('confirm')}
      />
      <Button preventDoubleClick>Submit your scores</Button>
    </Form>
  );
}
