import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { LabelledField } from '#app/components/govuk/labelled-field.tsx';
import { TextInput } from '#app/components/govuk/text-input.tsx';
import { WarningText } from '#app/components/govuk/warning-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { boxNames } from '#app/forms/date-boxes.ts';
import { shortestPassphrase } from '#app/linkage/key-rules.ts';

export const handle: RouteHandle = { title: 'Make an extract', isStatic: true };

export function loader({ context }: LoaderFunctionArgs) {
  return { megabytes: context.uploads.maxFileBytes / 1024 / 1024 };
}

export default function MakeExtract() {
  const { megabytes } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <h1 className="govuk-heading-l">Make an extract</h1>
        <p className="govuk-body">
          The file of identifiers is merged in memory with the clients of all teams who agreed, have
          every identifier, and enrolled nine months or more before the linkage date. The answer is
          the extract. Nothing of the identifiers is kept here.
        </p>
        <WarningText>
          The extract holds what people can be recognised by. Send it the agreed way, and delete it
          once receipt is confirmed.
        </WarningText>
        <Form
          method="post"
          action="/linkage/extract.csv"
          encType="multipart/form-data"
          noValidate
          reloadDocument
        >
          <LabelledField
            id="identifiers"
            label="File of identifiers"
            labelSize="s"
            hint={`CSV in UTF-8, smaller than ${megabytes} MB: client_id, initials, date_of_birth, postcode, national_insurance_number`}
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
          />
          <TextInput
            id="passphrase"
            name="passphrase"
            label="Passphrase of the coded field"
            labelSize="s"
            hint={`At least ${shortestPassphrase} characters. The return can be imported with it and not without. Leave it empty where you choose a key file.`}
            type="password"
            autoComplete="off"
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
          <Button>Make the extract</Button>
        </Form>
      </div>
    </div>
  );
}
