import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { undoRoundForm } from '#app/forms/linkage-steps.schema.ts';
import type { FieldError } from '#app/forms/form-values.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { undoLinkedRound } from '#app/linkage/undo-round.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { findCurrentRound } from '#db/queries/linked-round-writing.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Undo a round', isStatic: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const round = found(await findCurrentRound(context.db, routeParam(params, 'roundId')));
  return { name: round.name, version: round.version, linkageDate: formatDay(round.linkageDate) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id } = found(await findCurrentRound(context.db, routeParam(params, 'roundId')));
  const form = await parseForm(request, undoRoundForm);
  if (!form.ok) {
    const message = 'Tick the box if the round should be undone';
    return data({ errors: [{ field: 'confirm', message }] }, { status: 400 });
  }
  await undoLinkedRound(context, id, form.value.version);
  return redirect('/linkage', 303);
}

export default function UndoRound() {
  const { name, version, linkageDate } = useLoaderData<typeof loader>();
  const answer = useActionData() as { errors: FieldError[] } | undefined;
  const errors = answer === undefined ? [] : answer.errors;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <FormErrors errors={errors} focusKey={answer} />
        <span className="govuk-caption-l">Linked on {linkageDate}</span>
        <h1 className="govuk-heading-l">Undo {name}</h1>
        <WarningText>
          Everybody of this round is deleted, and its figures leave every page. To have it back, the
          return has to be imported again.
        </WarningText>
        <Form method="post" noValidate reloadDocument>
          <SubmissionFields version={version} />
          <Checkboxes
            id="confirm"
            name="confirm"
            label="Do you want to undo it?"
            labelHidden
            errorMessage={errors[0]?.message}
            items={[{ value: 'yes', label: 'Yes, undo this round' }]}
          />
          <Button variant="warning" preventDoubleClick>
            Undo this round
          </Button>
        </Form>
      </div>
    </div>
  );
}
