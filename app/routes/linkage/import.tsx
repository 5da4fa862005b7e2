import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { dateIds } from '#app/forms/field-props.ts';
import { ImportFields } from '#app/linkage/import-fields.tsx';
import { listLayouts } from '#app/linkage/named-layouts.server.ts';
import { startImport } from '#app/linkage/start-import.server.ts';

export const handle: RouteHandle = { title: 'Import a return', isStatic: true };

export async function loader({ context }: LoaderFunctionArgs) {
  const layouts = await listLayouts(context.db);
  return {
    submissionId: randomUUID(),
    layouts: layouts.map(({ name }) => name),
    megabytes: context.uploads.maxFileBytes / 1024 / 1024,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const started = await startImport(context, request);
  if (started.ok) return redirect(started.location, 303);
  const { errors, values } = started;
  return data({ errors, values }, { status: 400 });
}

export default function ImportReturn() {
  const { submissionId, layouts, megabytes } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormFailure | undefined;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <FormErrors
          errors={answer?.errors}
          fieldIds={dateIds('linkageDate', 'firstEnrolment', 'lastEnrolment')}
          focusKey={answer}
        />
        <h1 className="govuk-heading-l">Import a return</h1>
        <p className="govuk-body">
          The files are checked first. Nothing is kept of a return with an error in it. What is kept
          of a good one, once you say so, are groups and outcomes: no date and no id of the return.
        </p>
        <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
          <SubmissionFields submissionId={submissionId} />
          <ImportFields
            values={answer?.values ?? {}}
            errors={answer?.errors ?? []}
            layouts={layouts}
            megabytes={megabytes}
          />
          <Button preventDoubleClick>Check the files</Button>
        </Form>
      </div>
    </div>
  );
}
