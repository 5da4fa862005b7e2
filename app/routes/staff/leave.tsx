import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { leaveSchema } from '#app/forms/staff.schema.ts';
import { emptyLeave, leaveParts } from '#app/forms/staff.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { leaveDays, longestLeave } from '#app/staff/leave-days.ts';
import { RemoveForm } from '#app/staff/remove-form.tsx';
import { staffAt } from '#app/staff/staff-at.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { listLeave, saveLeave } from '#db/queries/specialists.ts';
import { listBankHolidays } from '#db/queries/team-facts.ts';
import { daysBetween, formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Leave' };

const daysPerPage = 50;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  const leave = await listLeave(context.db, teamId, person.id);
  const search = new URL(request.url).searchParams;
  const page = pageOf(search.get('page'), leave.length, daysPerPage);
  return {
    here,
    name: person.name,
    submissionId: randomUUID(),
    isSaved: search.has('saved'),
    page,
    leave: leave.slice(page.offset, page.offset + page.limit),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, person, here } = await staffAt(context.db, params);
  const form = await parseForm(request, leaveSchema);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, part, firstDay, lastDay } = form.value;
  const refuse = (field: string, message: string) =>
    data({ errors: [{ field, message }], values: form.values }, { status: 400 });
  if (daysBetween(firstDay, lastDay) >= longestLeave) {
    return refuse('lastDay', 'The last day of leave must be within a year of the first');
  }
  const days = leaveDays(firstDay, lastDay, new Set(await listBankHolidays(context.db)));
  if (days.length === 0) {
    return refuse(
      'firstDay',
      'Leave must have a day from Monday to Friday that is no bank holiday',
    );
  }
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    const entries = days.map((day) => ({ day, part }));
    await saveLeave(trx, record, teamId, person.id, entries);
    return { location: `${here}/leave?saved` };
  });
  return redirect(location, 303);
}

export default function Leave() {
  const { here, name, submissionId, isSaved, leave, page } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to {name}</BackLink>
        {isSaved && <NotificationBanner type="success">Leave saved</NotificationBanner>}
        <h1 className="govuk-heading-l">Leave of {name}</h1>
        <LeaveForm key={submissionId} />
        {leave.length > 0 && (
          <Table
            wide
            caption="Days of leave, newest first"
            captionSize="m"
            columns={[
              { heading: 'Day' },
              { heading: 'Length' },
              { heading: <span className="govuk-visually-hidden">Action</span> },
            ]}
            rows={leave.map(({ id, day, part }) => ({
              key: id,
              cells: [
                formatDay(day),
                part === 1 ? 'Whole day' : 'Half a day',
                <RemoveForm
                  key="remove"
                  action={`${here}/leave/${id}/remove`}
                  what={` leave on ${formatDay(day)}`}
                />,
              ],
            }))}
          />
        )}
        <PageLinks page={page} />
      </div>
    </div>
  );
}

function LeaveForm() {
  const { here, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/staff.schema.ts')).leaveSchema,
    emptyLeave,
  );
  return (
    <>
      <FormErrors
        errors={form.errors}
        fieldIds={dateIds('firstDay', 'lastDay')}
        focusKey={useActionData()}
      />
      <Form method="post" action={`${here}/leave`} noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} />
        <Radios
          {...fieldProps(form, 'part')}
          label="How long?"
          labelSize="s"
          inline
          items={leaveParts}
        />
        <DateInput {...dateProps(form, 'firstDay')} label="First day of leave" labelSize="s" />
        <DateInput
          {...dateProps(form, 'lastDay')}
          label="Last day of leave (optional)"
          labelSize="s"
          hint="Weekends and bank holidays in between are left out"
        />
        <Button preventDoubleClick>Save leave</Button>
      </Form>
    </>
  );
}
