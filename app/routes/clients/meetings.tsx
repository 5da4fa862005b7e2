import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import { MeetingFields } from '#app/clients/meeting-fields.tsx';
import { meetingPerson } from '#app/clients/meeting-person.server.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { contactPeople } from '#app/employers/contact-people.server.ts';
import { clientMeetingSchema } from '#app/forms/client-meeting.schema.ts';
import { emptyMeeting, meetingForms } from '#app/forms/client-meeting.ts';
import { labelOf } from '#app/forms/employer-contact.ts';
import { dateIds } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import {
  insertClientMeetings,
  listClientMeetings,
  type ClientMeeting,
} from '#db/queries/client-meetings.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Meetings with a client' };

const meetingsPerPage = 25;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const people = await contactPeople(context, teamId);
  const meetings = await listClientMeetings(context.db, teamId, client.id);
  const search = new URL(request.url).searchParams;
  const page = pageOf(search.get('page'), meetings.length, meetingsPerPage);
  return {
    here,
    days: { today: context.today, enrolmentDate: client.enrolmentDate },
    submissionId: randomUUID(),
    people,
    saved: meetings.find(({ id }) => id === search.get('saved')) ?? null,
    isUndone: search.has('undone'),
    page,
    meetings: meetings.slice(page.offset, page.offset + page.limit),
    initial: { ...emptyMeeting, specialistId: people.own?.id ?? '' },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const schema = clientMeetingSchema(context.today, client.enrolmentDate);
  const form = await parseForm(request, schema);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, meetingDate, form: how } = form.value;
  if (meetingDate < client.enrolmentDate) {
    const message = 'The date of the meeting must be on or after the client’s enrolment';
    return data({ errors: [{ field: 'when', message }], values: form.values }, { status: 400 });
  }
  const specialistId = await meetingPerson(context, teamId, form.value.specialistId);
  const meeting = { clientId: client.id, specialistId, meetingDate, form: how };
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    const [id = ''] = await insertClientMeetings(trx, record, teamId, [meeting], actor);
    return { location: `${here}/meetings?saved=${id}` };
  });
  return redirect(location, 303);
}

export default function ClientMeetings() {
  const { here, submissionId, saved, isUndone, meetings, page } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the client</BackLink>
        {saved !== null && (
          <NotificationBanner type="success">
            <p className="govuk-notification-banner__heading">
              Meeting on {formatDay(saved.meetingDate)} saved
            </p>
            <UndoForm here={here} id={saved.id} text="Undo" />
          </NotificationBanner>
        )}
        {isUndone && (
          <NotificationBanner type="success">Meeting undone: it counts nowhere</NotificationBanner>
        )}
        <h1 className="govuk-heading-l">Meetings with a client</h1>
        {/* A form for each answer of the loader: after saving it starts afresh. */}
        <MeetingForm key={submissionId} />
        {meetings.length > 0 && <MeetingTable here={here} meetings={meetings} />}
        <PageLinks page={page} />
      </div>
    </div>
  );
}

function MeetingForm() {
  const { here, days, submissionId, people, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () =>
      (await import('#app/forms/client-meeting.schema.ts')).clientMeetingSchema(
        days.today,
        days.enrolmentDate,
      ),
    initial,
  );
  return (
    <>
      <FormErrors
        errors={form.errors}
        fieldIds={dateIds('meetingDate')}
        focusKey={useActionData()}
      />
      <Form method="post" action={`${here}/meetings`} noValidate onSubmit={form.onSubmit}>
        <SubmissionFields submissionId={submissionId} />
        <MeetingFields form={form} people={people} />
        <Button preventDoubleClick>Save meeting</Button>
      </Form>
    </>
  );
}

interface MeetingTableProps {
  here: string;
  meetings: readonly ClientMeeting[];
}

function MeetingTable({ here, meetings }: MeetingTableProps) {
  return (
    <Table
      wide
      caption="Meetings, newest first"
      captionSize="m"
      columns={[
        { heading: 'Date' },
        { heading: 'How' },
        { heading: 'With' },
        { heading: <span className="govuk-visually-hidden">Action</span> },
      ]}
      rows={meetings.map(({ id, meetingDate, form, specialistName }) => ({
        key: id,
        cells: [
          formatDay(meetingDate),
          labelOf(meetingForms, form),
          specialistName ?? 'Not known',
          <UndoForm
            key="undo"
            here={here}
            id={id}
            text="Undo"
            hidden={` the meeting on ${formatDay(meetingDate)}`}
          />,
        ],
      }))}
    />
  );
}

function UndoForm({ here, id, text, hidden }: UndoProps) {
  return (
    <Form method="post" action={`${here}/meetings/${id}/undo`} className="gt-banner-form">
      {hidden === undefined ? (
        <Button variant="secondary" preventDoubleClick>
          {text}
        </Button>
      ) : (
        <button type="submit" className="gt-link-button">
          {text}
          <span className="govuk-visually-hidden">{hidden}</span>
        </button>
      )}
    </Form>
  );
}

interface UndoProps {
  here: string;
  id: string;
  text: string;
  /** What is undone, for those who hear the button by itself. */
  hidden?: string;
}
