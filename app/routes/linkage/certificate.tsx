import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { fieldError } from '#app/components/forms/form-error.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { boxesOf, boxNames } from '#app/forms/date-boxes.ts';
import { dateIds } from '#app/forms/field-props.ts';
import type { FormFailure } from '#app/forms/form-values.ts';
import { deletionForm } from '#app/forms/linkage-steps.schema.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { ExtractMaking, type ExtractMakingView } from '#app/linkage/extract-making.tsx';
import { extractMaking, extractView, type ExtractView } from '#app/linkage/extract-view.server.ts';
import { heldExtracts } from '#app/linkage/held-extracts.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange } from '#db/audit/change.ts';
import { findLinkageExtract, recordDeletion } from '#db/queries/linkage-extracts.ts';

export const handle: RouteHandle = { title: 'Extract', isStatic: true };

/** Seconds after which the page of an extract that is being made asks again. */
const askAgainAfter = 2;

interface PageData {
  making: ExtractMakingView | null;
  extract: ExtractView | null;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = routeParam(params, 'extractId');
  const making = extractMaking(context, id);
  if (making === undefined) {
    return data<PageData>({ making: null, extract: await extractView(context, id) });
  }
  const refresh = `${askAgainAfter}; url=/linkage/extracts/${id}`;
  const headers = making.status === 'working' ? { Refresh: refresh } : undefined;
  return data<PageData>({ making, extract: null }, headers && { headers });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, today } = context;
  const { id } = found(await findLinkageExtract(db, routeParam(params, 'extractId')));
  const form = await parseForm(request, deletionForm(today));
  if (!form.ok) return data(form, { status: 400 });
  const actor = actorOf(context);
  await inChange(db, actor, (trx, record) =>
    recordDeletion(trx, record, actor, { id, ...form.value }),
  );
  heldExtracts(db).drop(id);
  return redirect(`/linkage/extracts/${id}`, 303);
}

export default function ExtractPage() {
  const { making, extract } = useLoaderData<PageData>();
  if (making !== null) return <ExtractMaking {...making} />;
  return extract === null ? null : <MadeExtract view={extract} />;
}

function MadeExtract({ view }: { view: ExtractView }) {
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
        {view.heldUntil !== null && (
          <InsetText>
            <p className="govuk-body">
              <a className="govuk-link" href={`/linkage/extracts/${view.id}/extract.csv`}>
                Download the extract
              </a>
            </p>
            <p className="govuk-body">
              It waits in memory for you alone until {view.heldUntil}, and is kept nowhere. After
              that another has to be made.
            </p>
          </InsetText>
        )}
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
