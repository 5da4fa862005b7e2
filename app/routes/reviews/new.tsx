import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { boxValues } from '#app/forms/date-boxes.ts';
import { dateIds, dateProps, fieldProps, typedIn } from '#app/forms/field-props.ts';
import { typedList } from '#app/forms/fidelity/read-numbers.ts';
import { reviewSetUpSchema } from '#app/forms/fidelity/review-set-up.schema.ts';
import { reviewKinds, reviewSetUpLists } from '#app/forms/fidelity/review-set-up.ts';
import type { FormValues } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { choiceErrors, setUpChoices } from '#app/reviews/set-up-review.server.ts';
import { actorOf, signedInUser, type User } from '#app/server/context.server.ts';
import { insertReview } from '#db/queries/reviews.ts';
import { findScaleVersionOn } from '#db/queries/scale-versions.ts';

export const handle: RouteHandle = { title: 'Set up a fidelity review' };

/** A reviewer sets up reviews that they take part in; an administrator any. */
const mustInclude = (user: User) => (user.role === 'reviewer' ? user.id : null);

export async function loader({ context }: LoaderFunctionArgs) {
  const user = signedInUser(context);
  const current = await findScaleVersionOn(context.db, context.today);
  const initial: FormValues = {
    submissionId: randomUUID(),
    teamId: '',
    kind: '',
    scaleVersionId: current?.id ?? '',
    ...boxValues('firstVisit', null),
    ...boxValues('lastVisit', null),
    leadReviewerId: mustInclude(user) ?? '',
    otherReviewerIds: [],
  };
  return {
    ...(await setUpChoices(context.db, context.today)),
    mustInclude: mustInclude(user),
    initial,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = signedInUser(context);
  const form = await parseForm(request, reviewSetUpSchema(mustInclude(user)), reviewSetUpLists);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, ...review } = form.value;
  const errors = choiceErrors(await setUpChoices(context.db, context.today), review);
  if (errors.length > 0) return data({ errors, values: form.values }, { status: 400 });
  const location = await insertReview(
    context.db,
    actorOf(context),
    submissionId,
    review,
    (reviewId) => `/reviews/${reviewId}`,
  );
  return redirect(location, 303);
}

export default function NewReview() {
  const {
    teams,
    scaleVersions,
    reviewers,
    mustInclude: self,
    initial,
  } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/fidelity/review-set-up.schema.ts')).reviewSetUpSchema(self),
    initial,
    reviewSetUpLists,
  );
  const answer = useActionData();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/reviews">Back to fidelity reviews</BackLink>
        <FormErrors
          errors={form.errors}
          fieldIds={dateIds('firstVisit', 'lastVisit')}
          focusKey={answer}
        />
        <h1 className="govuk-heading-l">Set up a fidelity review</h1>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields submissionId={typedIn(form.values, 'submissionId')} />
          <Select
            {...fieldProps(form, 'teamId')}
            label="Team"
            labelSize="m"
            items={[{ value: '', label: 'Select a team' }, ...teams]}
          />
          <Radios
            {...fieldProps(form, 'kind')}
            label="Kind of review"
            labelSize="m"
            items={reviewKinds}
          />
          <DateInput
            {...dateProps(form, 'firstVisit')}
            label="First visit day"
            labelSize="m"
            hint="For example, 26 3 2026"
          />
          <DateInput
            {...dateProps(form, 'lastVisit')}
            label="Last visit day"
            labelSize="m"
            hint="The same day for a visit of one day"
          />
          <Select
            {...fieldProps(form, 'scaleVersionId')}
            label="Version of the scale"
            labelSize="m"
            hint="The review keeps this version for good."
            items={[{ value: '', label: 'Select a version' }, ...scaleVersions]}
          />
          <Select
            {...fieldProps(form, 'leadReviewerId')}
            label="Lead reviewer"
            labelSize="m"
            hint="The lead reviewer signs the review off."
            items={[{ value: '', label: 'Select a reviewer' }, ...reviewers]}
          />
          <Checkboxes
            id="otherReviewerIds"
            name="otherReviewerIds"
            label="Other reviewers"
            labelSize="m"
            hint="Each reviewer scores alone. Scores are shared once all have submitted."
            items={reviewers}
            defaultValues={typedList(form.values, 'otherReviewerIds')}
            errorMessage={form.errorFor('otherReviewerIds')}
            register={form.register('otherReviewerIds')}
          />
          <Button preventDoubleClick>Set up the review</Button>
        </Form>
      </div>
    </div>
  );
}
