import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { MeetingFields } from '#app/clients/meeting-fields.tsx';
import { meetingPerson } from '#app/clients/meeting-person.server.ts';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { Checkboxes } from '#app/components/govuk/checkboxes.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { contactPeople } from '#app/employers/contact-people.server.ts';
import { clinicSchema } from '#app/forms/client-meeting.schema.ts';
import { emptyMeeting } from '#app/forms/client-meeting.ts';
import { dateIds } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertClientMeetings } from '#db/queries/client-meetings.ts';
import { listClientsOnBooks } from '#db/queries/clients.ts';

export const handle: RouteHandle = { title: 'Log a clinic’s meetings' };

const lists = ['clients'];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const people = await contactPeople(context, teamId);
  const clients = await listClientsOnBooks(context.db, teamId, context.today);
  return {
    teamId,
    today: context.today,
    submissionId: randomUUID(),
    people,
    clients: clients.map(({ id, reference }) => ({ id, reference })),
    isSaved: new URL(request.url).searchParams.has('saved'),
    initial: { ...emptyMeeting, specialistId: people.own?.id ?? '' },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const form = await parseForm(request, clinicSchema(context.today), lists);
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, meetingDate, form: how, clients } = form.value;
  const onBooks = await listClientsOnBooks(context.db, teamId, meetingDate);
  const early = clients.filter(
    (id) => !onBooks.some((client) => client.id === id && client.enrolmentDate <= meetingDate),
  );
  if (early.length > 0) {
    const message = 'Choose clients who were on the books on the day of the clinic';
    return data({ errors: [{ field: 'clients', message }], values: form.values }, { status: 400 });
  }
  const specialistId = await meetingPerson(context, teamId, form.value.specialistId);
  const meetings = clients.map((clientId) => ({ clientId, specialistId, meetingDate, form: how }));
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    await insertClientMeetings(trx, record, teamId, meetings, actor);
    return { location: `/teams/${teamId}/meetings/new?saved` };
  });
  return redirect(location, 303);
}

export default function Clinic() {
  const { teamId, submissionId, clients, isSaved } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/clients`}>Back to clients</BackLink>
        {isSaved && <NotificationBanner type="success">Meetings saved</NotificationBanner>}
        <h1 className="govuk-heading-l">Log a clinic’s meetings</h1>
        {clients.length === 0 ? (
          <p className="govuk-body">There are no clients on the books.</p>
        ) : (
          // A form for each answer of the loader: after saving it starts afresh.
          <ClinicForm key={submissionId} />
        )}
      </div>
    </div>
  );
}

function ClinicForm() {
  const { teamId, today, submissionId, people, clients, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/client-meeting.schema.ts')).clinicSchema(today),
    initial,
    lists,
  );
  const chosen = form.values.clients;
  return (
    <>
      <p className="govuk-body">One day, one form of meeting, several clients.</p>
      <FormErrors
        errors={form.errors}
        fieldIds={dateIds('meetingDate')}
        focusKey={useActionData()}
      />
      <Form
        method="post"
        action={`/teams/${teamId}/meetings/new`}
        noValidate
        onSubmit={form.onSubmit}
      >
        <SubmissionFields submissionId={submissionId} />
        <MeetingFields form={form} people={people} />
        <Checkboxes
          id="clients"
          name="clients"
          label="Which clients?"
          labelSize="s"
          className="gt-columns"
          small
          items={clients.map(({ id, reference }) => ({ value: id, label: reference }))}
          defaultValues={Array.isArray(chosen) ? chosen : []}
          errorMessage={form.errorFor('clients')}
          register={form.register('clients')}
        />
        <Button preventDoubleClick>Save meetings</Button>
      </Form>
    </>
  );
}
