import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { fieldError } from '#app/components/forms/form-error.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { LabelledField } from '#app/components/govuk/labelled-field.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { boxesOf, boxNames } from '#app/forms/date-boxes.ts';
import { dateIds } from '#app/forms/field-props.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { shortestPassphrase } from '#app/linkage/key-rules.ts';
import { startExtract } from '#app/linkage/start-extract.server.ts';

export const handle: RouteHandle = { title: 'Make an extract', isStatic: true };

export function loader({ context }: LoaderFunctionArgs) {
  return {
    submissionId: randomUUID(),
    megabytes: context.uploads.maxFileBytes / 1024 / 1024,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const started = await startExtract(context, request);
  if (started.ok) return redirect(started.location, 303);
  const { errors, values } = started;
  return data({ errors, values }, { status: 400 });
}

export default function MakeExtract() {
  const { submissionId, megabytes } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormFailure | undefined;
  const error = (name: string) => fieldError(answer?.errors, name);
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <FormErrors errors={answer?.errors} fieldIds={dateIds('linkageDate')} focusKey={answer} />
        <h1 className="govuk-heading-l">Make an extract</h1>
        <p className="govuk-body">
          The file of identifiers is merged in memory with the clients of all teams who agreed, have
          every identifier, and enrolled nine months or more before the linkage date. The extract
          then waits in memory for you alone, for a quarter of an hour. Nothing of the identifiers
          is kept.
        </p>
        <WarningText>
          The extract holds what people can be recognised by. Send it the agreed way, and delete it
          once receipt is confirmed.
        </WarningText>
        <Form method="post" encType="multipart/form-data" noValidate reloadDocument>
          <SubmissionFields submissionId={submissionId} />
          <LabelledField
            id="identifiers"
            label="File of identifiers"
            labelSize="s"
            hint={`CSV in UTF-8, smaller than ${megabytes} MB: client_id, initials, date_of_birth, postcode, national_insurance_number`}
            errorMessage={error('identifiers')}
          >
            {(describedBy) => (
              <input
                className="govuk-file-upload"
                id="identifiers"
                name="identifiers"
                type="file"
                accept=".csv,text/csv"
                aria-describedby={describedBy}
              />
            )}
          </LabelledField>
          <DateInput
            id="linkageDate"
            name="linkageDate"
            names={boxNames('linkageDate')}
            label="Linkage date"
            labelSize="s"
            hint="For example 1 12 2024"
            defaultValue={boxesOf(answer?.values ?? {}, 'linkageDate')}
            errorMessage={error('linkageDate')}
          />
          <TextInput
            id="passphrase"
            name="passphrase"
            label="Passphrase of the coded field"
            labelSize="s"
            hint={`At least ${shortestPassphrase} characters. The return can be imported with it and not without. Leave it empty where you choose a key file.`}
            type="password"
            autoComplete="off"
            errorMessage={error('passphrase')}
          />
          <LabelledField id="keyFile" label="Key file (optional)" labelSize="s">
            {(describedBy) => (
              <input
                className="govuk-file-upload"
                id="keyFile"
                name="keyFile"
                type="file"
                aria-describedby={describedBy}
              />
            )}
          </LabelledField>
          <Button preventDoubleClick>Make the extract</Button>
        </Form>
      </div>
    </div>
  );
}
