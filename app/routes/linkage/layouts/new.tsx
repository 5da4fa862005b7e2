import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { linkageLayoutForm } from '#app/forms/linkage-layout.schema.ts';
import { layoutValues } from '#app/forms/linkage-layout.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { addLayout, LayoutNameTakenError } from '#app/linkage/add-layout.server.ts';
import { LayoutFields } from '#app/linkage/layout-fields.tsx';
import { returnLayout, standardLayout, type ReturnLayout } from '#app/linkage/layouts.ts';
import { actorOf } from '#app/server/context.server.ts';
import { createOnce } from '#db/audit/create-once.ts';

export const handle: RouteHandle = { title: 'Add a layout', isStatic: true };

/** A page of its own for each kind of groups: without a script, no field can come and go. */
function groupsOf(request: Request): ReturnLayout['groups'] {
  return new URL(request.url).searchParams.get('groups') === 'columns' ? 'columns' : 'coded';
}

export function loader({ request }: LoaderFunctionArgs) {
  const groups = groupsOf(request);
  const like = groups === 'coded' ? returnLayout : standardLayout;
  return { submissionId: randomUUID(), groups, values: { ...layoutValues(like), name: '' } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, linkageLayoutForm(groupsOf(request)));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, layout } = form.value;
  const actor = actorOf(context);
  try {
    const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => ({
      location: `/linkage/layouts/${await addLayout(trx, record, actor, layout)}`,
    }));
    return redirect(location, 303);
  } catch (error) {
    if (!(error instanceof LayoutNameTakenError)) throw error;
    return data({ errors: [error.error], values: form.values }, { status: 400 });
  }
}

export default function AddLayout() {
  const { submissionId, groups, values } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormFailure | undefined;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage/layouts">Back to layouts</BackLink>
        <FormErrors errors={answer?.errors} focusKey={answer} />
        <span className="govuk-caption-l">
          {groups === 'coded' ? 'Groups in the coded field' : 'Groups in columns of their own'}
        </span>
        <h1 className="govuk-heading-l">Add a layout</h1>
        <p className="govuk-body">
          Enter each heading exactly as it stands in the first row of the file. The order of the
          columns does not matter, and columns that are not named here are passed over.
        </p>
        <Form
          method="post"
          action={`/linkage/layouts/new?groups=${groups}`}
          noValidate
          reloadDocument
        >
          <SubmissionFields submissionId={submissionId} />
          <LayoutFields
            groups={groups}
            values={answer?.values ?? values}
            errors={answer?.errors ?? []}
          />
          <Button preventDoubleClick>Keep this layout</Button>
        </Form>
      </div>
    </div>
  );
}
