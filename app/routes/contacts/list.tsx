import {
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import { Select } from '#app/components/govuk/select.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { PageLinks } from '#app/components/lists/page-links.tsx';
import { pageOf } from '#app/components/lists/paging.ts';
import { ContactRates } from '#app/employers/contact-rate-table.tsx';
import { contactRateTable } from '#app/employers/contact-rates.server.ts';
import { modeWords } from '#app/employers/contact-words.ts';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { contactOutcomes, labelOf } from '#app/forms/employer-contact.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange } from '#db/audit/change.ts';
import {
  countEmployerContacts,
  findEmployerContact,
  listEmployerContacts,
  undoEmployerContact,
  type EmployerContactRecord,
} from '#db/queries/employer-contacts.ts';
import { listSpecialists } from '#db/queries/specialists.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Employer contacts', wide: true };

const contactsPerPage = 25;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const { db, today } = context;
  const search = new URL(request.url).searchParams;
  const staff = await listSpecialists(db, teamId);
  const specialistId = staff.find(({ id }) => id === search.get('who'))?.id;
  const total = await countEmployerContacts(db, teamId, specialistId);
  const page = pageOf(search.get('page'), total, contactsPerPage);
  const { limit, offset } = page;
  const contacts = await listEmployerContacts(db, teamId, { specialistId, limit, offset });
  return {
    teamId,
    page,
    specialistId: specialistId ?? '',
    staff: staff.map(({ id, name }) => ({ id, name })),
    notice: await noticeFor(context, teamId, search),
    rates: await contactRateTable(db, teamId, today),
    contacts: contacts.map(rowOf),
  };
}

function rowOf(contact: EmployerContactRecord) {
  const { id, contactDate, employerName, specialistName, outcome } = contact;
  return { id, contactDate, employerName, specialistName, outcome, mode: modeWords(contact) };
}

/** What was just done, by the identifier in the address. */
async function noticeFor(context: AppLoadContext, teamId: string, search: URLSearchParams) {
  for (const done of ['saved', 'changed', 'undone'] as const) {
    const id = search.get(done);
    const contact = id === null ? undefined : await findEmployerContact(context.db, teamId, id);
    if (contact === undefined) continue;
    const { employerName, isUndone } = contact;
    return { done: isUndone ? ('undone' as const) : done, contactId: contact.id, employerName };
  }
  return null;
}

const undoForm = z.strictObject({ undo: z.uuid('Choose the contact') });

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const form = await parseForm(request, undoForm);
  if (!form.ok) throw new Response('Bad form', { status: 400 });
  const { id } = found(await findEmployerContact(context.db, teamId, form.value.undo));
  const actor = actorOf(context);
  await inChange(context.db, actor, (trx, record) =>
    undoEmployerContact(trx, record, teamId, id, actor.at),
  );
  return redirect(`/teams/${teamId}/contacts?undone=${id}`, 303);
}

export default function EmployerContacts() {
  const { teamId, notice, rates, contacts, staff, specialistId, page } =
    useLoaderData<typeof loader>();
  return (
    <>
      <Notice teamId={teamId} notice={notice} />
      <h1 className="govuk-heading-l">Employer contacts</h1>
      {/* To the form's own heading: on a phone the three questions then fill one screen. */}
      <ButtonLink href={`/teams/${teamId}/contacts/new#start`}>Log an employer contact</ButtonLink>
      <ContactRates table={rates} />
      <h2 className="govuk-heading-m">Recent contacts</h2>
      <Form method="get" className="gt-filter">
        <Select
          id="who"
          name="who"
          label="Made by"
          defaultValue={specialistId}
          items={[
            { value: '', label: 'Everybody' },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button variant="secondary">Show</Button>
      </Form>
      <Contacts teamId={teamId} contacts={contacts} />
      <PageLinks page={page} keep={{ who: specialistId }} />
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function Notice({ teamId, notice }: Pick<Loaded, 'teamId' | 'notice'>) {
  if (notice === null) return null;
  const { done, contactId, employerName } = notice;
  const words = { saved: 'saved', changed: 'changed', undone: 'undone: it counts nowhere' }[done];
  return (
    <NotificationBanner type="success">
      <p className="govuk-notification-banner__heading">
        Contact with {employerName} {words}
      </p>
      {done === 'saved' && (
        <Form method="post" action={`/teams/${teamId}/contacts`} className="gt-banner-form">
          <input type="hidden" name="undo" value={contactId} />
          <Button variant="secondary" preventDoubleClick>
            Undo
          </Button>
        </Form>
      )}
    </NotificationBanner>
  );
}

function Contacts({ teamId, contacts }: Pick<Loaded, 'teamId' | 'contacts'>) {
  if (contacts.length === 0) {
    return <p className="govuk-body">No contacts have been logged yet.</p>;
  }
  return (
    <Table
      wide
      caption="Recent contacts, newest first"
      captionHidden
      columns={[
        { heading: 'Employer' },
        { heading: 'Date' },
        { heading: 'How' },
        { heading: 'What came of it' },
        { heading: 'Made by' },
        { heading: <span className="govuk-visually-hidden">Action</span> },
      ]}
      rows={contacts.map((contact) => ({
        key: contact.id,
        cells: [
          contact.employerName,
          formatDay(contact.contactDate),
          contact.mode,
          labelOf(contactOutcomes, contact.outcome),
          contact.specialistName,
          <a key="change" className="govuk-link" href={`/teams/${teamId}/contacts/${contact.id}`}>
            Change
            <span className="govuk-visually-hidden"> contact with {contact.employerName}</span>
          </a>,
        ],
      }))}
    />
  );
}
