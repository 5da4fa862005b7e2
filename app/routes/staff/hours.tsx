import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { dateIds, dateProps } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { workingPatternSchema } from '#app/forms/staff.schema.ts';
import { emptyPattern } from '#app/forms/staff.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { FteInput } from '#app/staff/fte-input.tsx';
import { RemoveForm } from '#app/staff/remove-form.tsx';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { listWorkingPatterns, saveWorkingPattern } from '#db/queries/specialists.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Working hours' };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  return {
    here,
    name: person.name,
    submissionId: randomUUID(),
    isSaved: new URL(request.url).searchParams.has('saved'),
    patterns: await listWorkingPatterns(context.db, teamId, person.id),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  const form = await parseForm(request, workingPatternSchema);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, fromDate, fte } = form.value;
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    await saveWorkingPattern(trx, record, teamId, person.id, { fromDate, fte });
    return { location: `${here}/hours?saved` };
  });
  return redirect(location, 303);
}

export default function WorkingHours() {
  const { here, name, submissionId, isSaved, patterns } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to {name}</BackLink>
        {isSaved && <NotificationBanner type="success">Working hours saved</NotificationBanner>}
        <h1 className="govuk-heading-l">Working hours of {name}</h1>
        <HoursForm key={submissionId} />
        <Table
          wide
          caption="Working hours, newest first"
          captionSize="m"
          columns={[
            { heading: 'From' },
            { heading: 'Full-time equivalent', numeric: true },
            { heading: <span className="govuk-visually-hidden">Action</span> },
          ]}
          rows={patterns.map(({ id, fromDate, fte }) => ({
            key: id,
            cells: [
              formatDay(fromDate),
              fte,
              // One entry has to stay: without hours nobody has working weeks.
              patterns.length > 1 && (
                <RemoveForm
                  key="remove"
                  action={`${here}/hours/${id}/remove`}
                  what={` the hours from ${formatDay(fromDate)}`}
                />
              ),
            ],
          }))}
        />
      </div>
    </div>
  );
}

function HoursForm() {
  const { here, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/staff.schema.ts')).workingPatternSchema,
    emptyPattern,
  );
  return (
    <>
      <FormErrors errors={form.errors} fieldIds={dateIds('fromDate')} focusKey={useActionData()} />
      <Form method="post" action={`${here}/hours`} noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} />
        <DateInput
          {...dateProps(form, 'fromDate')}
          label="From which day?"
          labelSize="s"
          hint="An entry for the same day is replaced"
        />
        <FteInput form={form} />
        <Button preventDoubleClick>Save working hours</Button>
      </Form>
    </>
  );
}
