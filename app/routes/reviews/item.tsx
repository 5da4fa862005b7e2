import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictFailure } from '#app/forms/conflict.ts';
import { itemAnswers } from '#app/forms/fidelity/item-answers.ts';
import { itemScoreLists } from '#app/forms/fidelity/item-fields.ts';
import { itemFormValues } from '#app/forms/fidelity/item-form-values.ts';
import { itemScoreSchema } from '#app/forms/fidelity/item-score.schema.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { ItemForm } from '#app/reviews/item-form.tsx';
import { ItemGuide } from '#app/reviews/item-guide.tsx';
import { contactsBasisOn } from '#app/reviews/contacts-basis.server.ts';
import { LockedItem } from '#app/reviews/locked-item.tsx';
import { previousScoreOf } from '#app/reviews/previous-score.server.ts';
import { recordedView, recordsDay } from '#app/reviews/recorded-view.server.ts';
import { refusalWords } from '#app/reviews/refusal-words.ts';
import { itemOf, ownReviewOf } from '#app/reviews/review-of.server.ts';
import { reviewReader } from '#app/reviews/review-reader.server.ts';
import { saveItem } from '#app/reviews/save-item.server.ts';
import { nextUnscoredItem } from '#app/reviews/scores-by-item.ts';
import { actorOf, signedInUser } from '#app/server/context.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { findOwnItemScore, listOwnItemScores } from '#db/queries/review-scores.ts';

export const handle: RouteHandle<{ item: { number: number; title: string } }> = {
  title: ({ item }) => `Item ${item.number}: ${item.title}`,
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { review, scale, own, here } = await ownReviewOf(context, params);
  const item = itemOf(scale, params);
  const key = { reviewId: review.id, reviewerId: own.userId, itemNumber: item.number };
  const saved = await findOwnItemScore(context.db, key);
  const recorded = await recordedView(context.db, review, item, context.today);
  const basis = await contactsBasisOn(context.db, recordsDay(review, context.today));
  const reader = await reviewReader(context.db, signedInUser(context), review, context.today);
  const isLocked = own.submittedAt !== null || review.status === 'signed-off';
  return {
    here,
    teamName: review.teamName,
    section: scale.sections.find(({ key: section }) => section === item.section)?.title ?? '',
    items: scale.items.length,
    item,
    previous: await previousScoreOf(context.db, review, item.number),
    savedAt: saved === undefined ? null : whenInWords(saved.updatedAt),
    // A locked item has no form, and its counts of people are no longer this reader's once it is signed off.
    initial: itemFormValues(item, isLocked ? undefined : saved, basis),
    recorded,
    locked: isLocked
      ? { answers: saved === undefined ? [] : itemAnswers(item, saved, reader) }
      : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { review, scale, own, here } = await ownReviewOf(context, params);
  const item = itemOf(scale, params);
  const form = await parseForm(request, itemScoreSchema(item), itemScoreLists, async (typed) => {
    if (typed.intent !== 'take-recorded') return typed;
    const recorded = await recordedView(context.db, review, item, context.today);
    return { ...typed, ...recorded?.values };
  });
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const { version, intent, ...entry } = form.value;
  const scores = { reviewId: review.id, reviewerId: own.userId };
  const key = { ...scores, itemNumber: item.number, version };
  const outcome = await saveItem(context.db, actorOf(context), item, key, entry);
  if (outcome.kind === 'refused') {
    const errors = [{ field: 'locked', message: refusalWords[outcome.refusal] }];
    return data({ errors, values }, { status: 409 });
  }
  if (outcome.kind === 'conflict') {
    return data(conflictFailure(values, outcome.conflict), { status: 409 });
  }
  if (intent === 'propose' || intent === 'take-recorded') {
    return redirect(`${here}/items/${item.number}#proposal`, 303);
  }
  if (intent === 'list') return redirect(here, 303);
  const next = nextUnscoredItem(scale, await listOwnItemScores(context.db, scores), item.number);
  return redirect(next === undefined ? `${here}/check` : `${here}/items/${next}`, 303);
}

export default function ItemPage() {
  const { here, teamName, section, items, item, previous, savedAt, initial, recorded, locked } =
    useLoaderData<typeof loader>();
  const failure = useActionData<FormFailure>();
  const heading = (
    <>
      <span className="govuk-caption-l">
        {teamName} – {section}, item {item.number} of {items}
      </span>
      <h1 className="govuk-heading-l">{item.title}</h1>
      <ItemGuide item={item} previous={previous} />
    </>
  );
  return (
    <>
      <BackLink href={here}>Back to the list of items</BackLink>
      {locked === null ? (
        <ItemForm
          key={`${item.number}-${String(initial.version)}`}
          item={item}
          initial={initial}
          recorded={recorded}
        >
          {heading}
          {savedAt !== null && <p className="govuk-hint">Last saved {savedAt}</p>}
        </ItemForm>
      ) : (
        <LockedItem here={here} answers={locked.answers} recorded={recorded} failure={failure}>
          {heading}
        </LockedItem>
      )}
    </>
  );
}
