import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import {
  agreedScoresSchema,
  confirmEqualSchema,
} from '#app/forms/fidelity/agreed-scores.schema.ts';
import { isEqualScore } from '#app/forms/fidelity/agreed-scores.ts';
import { conflictFailure } from '#app/forms/conflict.ts';
import type { FormFailure, FormValues } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import {
  decisionValues,
  equalScores,
  itemsToAgree,
  itemsToDecide,
  saveDecisions,
} from '#app/reviews/agreement.server.ts';
import { DecisionForm } from '#app/reviews/decision-form.tsx';
import { EqualScores } from '#app/reviews/equal-scores.tsx';
import { refusalWords } from '#app/reviews/refusal-words.ts';
import { ownReviewOf } from '#app/reviews/review-of.server.ts';
import { SideBySide } from '#app/reviews/side-by-side.tsx';
import { actorOf } from '#app/server/context.server.ts';
import type { ReviewRefusal } from '#db/queries/review-state.ts';

export const handle: RouteHandle = { title: 'Agree the scores' };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { review, scale, here } = await ownReviewOf(context, params);
  if (review.reviewers.length === 1) return redirect(here, 303);
  const items = await itemsToAgree(context.db, review, scale);
  const isOpen = review.status === 'open';
  const toDecide = isOpen ? itemsToDecide(items, request.url) : [];
  return {
    here,
    teamName: review.teamName,
    isWaiting: items.length === 0,
    isOpen,
    equal: isOpen ? equalScores(items).map(({ itemNumber, score }) => ({ itemNumber, score })) : [],
    toDecide,
    initial: decisionValues(toDecide),
    sideBySide: items.map(({ itemNumber, title, given, agreed, scores }) => ({
      itemNumber,
      title,
      given: given.map(({ name, score }) => ({ name, score })),
      agreed: agreed?.score ?? null,
      mayChange: isOpen && agreed !== undefined && isEqualScore({ itemNumber, scores }),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { review, scale, here } = await ownReviewOf(context, params);
  const items = await itemsToAgree(context.db, review, scale);
  if (items.length === 0) return refused('waiting');
  const toDecide = itemsToDecide(items, request.url);
  const isConfirm = (await request.clone().formData()).get('intent') === 'confirm-equal';
  const form = isConfirm
    ? await parseForm(request, confirmEqualSchema)
    : await parseForm(request, agreedScoresSchema(toDecide));
  if (!form.ok) return data(form, { status: 400 });
  const entries = Array.isArray(form.value) ? form.value : equalScores(items);
  const outcome = await saveDecisions(context.db, actorOf(context), review.id, entries);
  if (outcome.kind === 'refused') return refused(outcome.refusal, form.values);
  if (outcome.kind === 'conflict') {
    const { conflict, versions } = outcome;
    return data(conflictFailure({ ...form.values, ...versions }, conflict), { status: 409 });
  }
  const now = await itemsToAgree(context.db, review, scale);
  const isDone = now.every(({ agreed }) => agreed !== undefined);
  return redirect(isDone ? here : `${here}/agree`, 303);
}

function refused(refusal: ReviewRefusal, values: FormValues = {}) {
  const errors = [{ field: 'agree', message: refusalWords[refusal] }];
  return data({ errors, values }, { status: 409 });
}

export default function AgreeScores() {
  const page = useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const heading = (
    <>
      <span className="govuk-caption-l">{page.teamName}</span>
      <h1 className="govuk-heading-l" id="agree">
        {page.isOpen ? 'Agree the scores' : 'Reviewers’ scores side by side'}
      </h1>
      {page.equal.length > 0 && <EqualScores scores={page.equal} />}
    </>
  );
  return (
    <>
      <BackLink href={page.here}>Back to the review</BackLink>
      {page.toDecide.length > 0 ? (
        <DecisionForm
          key={page.toDecide.map(({ itemNumber }) => itemNumber).join()}
          items={page.toDecide}
          initial={page.initial}
        >
          {heading}
        </DecisionForm>
      ) : (
        <>
          <FormErrors errors={failure?.errors} focusKey={failure} />
          {heading}
        </>
      )}
      {page.isWaiting ? (
        <InsetText>
          You can agree the scores once every reviewer has submitted. Until then nobody sees
          another’s scores.
        </InsetText>
      ) : (
        <SideBySide items={page.sideBySide} />
      )}
    </>
  );
}
