import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { fieldError } from '#app/components/forms/form-error.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { boxesOf, boxNames } from '#app/forms/date-boxes.ts';
import { dateIds } from '#app/forms/field-props.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { deletionForm } from '#app/forms/linkage-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { disclosurePolicyOn } from '#app/relations/settings.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { inChange } from '#db/audit/change.ts';
import { findLinkageExtract, recordDeletion } from '#db/queries/linkage-extracts.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import { countFor } from '#scoring/disclosure/figure-for.ts';

export const handle: RouteHandle = { title: 'Extract', isStatic: true };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const extract = found(await findLinkageExtract(db, routeParam(params, 'extractId')));
  const policy = await disclosurePolicyOn(db, today);
  const people = (count: number) => countFor('others', count, policy).text;
  const day = (text: string | null) => (text === null ? null : formatDay(text));
  return {
    linkageDate: formatDay(extract.linkageDate),
    version: extract.version,
    madeAt: whenInWords(extract.createdAt),
    madeBy: extract.createdByName ?? 'The terminal of the server',
    sha256: extract.sha256,
    counts: [
      { key: 'Clients looked at', value: people(extract.clients) },
      { key: 'Clients sent', value: people(extract.sent) },
      ...extract.leftOut.map(({ reason, count }) => ({ key: reason, value: people(count) })),
    ],
    receiptConfirmedOn: day(extract.receiptConfirmedOn),
    deletedOn: day(extract.deletedOn),
    deletedBy: extract.deletionRecordedByName,
    recordedAt: extract.deletionRecordedAt && whenInWords(extract.deletionRecordedAt),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, today } = context;
  const { id } = found(await findLinkageExtract(db, routeParam(params, 'extractId')));
  const form = await parseForm(request, deletionForm(today));
  if (!form.ok) return data(form, { status: 400 });
  const actor = actorOf(context);
  await inChange(db, actor, (trx, record) =>
    recordDeletion(trx, record, actor, { id, ...form.value }),
  );
  return redirect(`/linkage/extracts/${id}`, 303);
}

export default function ExtractPage() {
  const view = useLoaderData<typeof loader>();
  const isDeleted = view.deletedOn !== null;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/linkage">Back to data linkage</BackLink>
        <DeletionErrors />
        <h1 className="govuk-heading-l">
          {isDeleted ? 'Certificate of deletion' : 'Extract'} for linkage on {view.linkageDate}
        </h1>
        {isDeleted && (
          <p className="govuk-body">
            The extract named below by its SHA-256 was made from the records of this site, its
            receipt was confirmed, and the original has been deleted.
          </p>
        )}
        <SummaryList
          rows={[
            { key: 'Made', value: view.madeAt },
            { key: 'Made by', value: view.madeBy },
            { key: 'SHA-256', value: <span className="gt-break">{view.sha256}</span> },
            ...view.counts,
            ...(isDeleted
              ? [
                  { key: 'Receipt confirmed', value: view.receiptConfirmedOn },
                  { key: 'Original deleted', value: view.deletedOn },
                  { key: 'Recorded by', value: view.deletedBy },
                  { key: 'Recorded', value: view.recordedAt },
                ]
              : []),
          ]}
        />
        <p className="govuk-body">
          Numbers of people are rounded, and small ones hidden. Identifiers are in the extract
          alone.
        </p>
        {!isDeleted && <DeletionForm version={view.version} />}
      </div>
    </div>
  );
}

const useFailure = () => useActionData() as FormFailure | undefined;
const dates = ['receiptConfirmedOn', 'deletedOn'] as const;

function DeletionErrors() {
  const answer = useFailure();
  return <FormErrors errors={answer?.errors} fieldIds={dateIds(...dates)} focusKey={answer} />;
}

const labels: Readonly<Record<(typeof dates)[number], string>> = {
  receiptConfirmedOn: 'When was receipt confirmed?',
  deletedOn: 'When was the original deleted?',
};

function DeletionForm({ version }: { version: number }) {
  const answer = useFailure();
  return (
    <Form method="post" noValidate reloadDocument>
      <SubmissionFields version={version} />
      {dates.map((name) => (
        <DateInput
          key={name}
          id={name}
          name={name}
          names={boxNames(name)}
          label={labels[name]}
          labelSize="s"
          defaultValue={boxesOf(answer?.values ?? {}, name)}
          errorMessage={fieldError(answer?.errors, name)}
        />
      ))}
      <Button preventDoubleClick>Record receipt and deletion</Button>
    </Form>
  );
}
