import {
  data,
  redirect,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { employerChoice } from '#app/employers/choose-employer.server.ts';
import { ContactForm } from '#app/employers/contact-form.tsx';
import { contactPeople, type ContactPeople } from '#app/employers/contact-people.server.ts';
import { contactPerson } from '#app/employers/contact-person.server.ts';
import { contactWords } from '#app/employers/contact-words.ts';
import {
  EmployerQuestion,
  type EmployerQuestionAnswer,
} from '#app/employers/employer-question.tsx';
import { recentEmployers } from '#app/employers/recent-employers.server.ts';
import { saveContactEdit } from '#app/employers/save-contact-edit.server.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { editContactSchema } from '#app/forms/employer-contact.schema.ts';
import { contactFormValues } from '#app/forms/employer-contact.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, notFound, routeParam } from '#app/server/route-params.server.ts';
import { findEmployerContact, type EmployerContactRecord } from '#db/queries/employer-contacts.ts';
import { findEmployer } from '#db/queries/employers.ts';
import { findSpecialist } from '#db/queries/specialists.ts';

export const handle: RouteHandle = { title: 'Change an employer contact' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const contact = await contactAt(context, teamId, routeParam(params, 'contactId'));
  const { id, name } = { id: contact.employerId, name: contact.employerName };
  const employer = (await findEmployer(context.db, teamId, id)) ?? { id, name, postcode: null };
  const { specialistId } = contact;
  return {
    teamId,
    contactId: contact.id,
    today: context.today,
    version: contact.version,
    people: withPerson(await contactPeople(context, teamId), contact),
    employers: await recentEmployers(context.db, teamId, specialistId, [employer]),
    initial: contactFormValues(contact),
  };
}

/** An undone contact is gone from the pages. */
async function contactAt(context: AppLoadContext, teamId: string, id: string) {
  const contact = found(await findEmployerContact(context.db, teamId, id));
  if (contact.isUndone) throw notFound();
  return contact;
}

/** The contact's own person stays on the list, even when long gone. */
function withPerson(people: ContactPeople, contact: EmployerContactRecord): ContactPeople {
  const { choices } = people;
  if (choices.length === 0 || choices.some(({ id }) => id === contact.specialistId)) return people;
  const own = { id: contact.specialistId, name: contact.specialistName };
  return { ...people, choices: [...choices, own] };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const saved = await contactAt(context, teamId, routeParam(params, 'contactId'));
  const form = await parseForm(request, editContactSchema(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const { version, specialistId, employer, employerName, isNewEmployer, ...answers } = form.value;
  const { contactDate, mode, answered, outcome, withWhom, forWhom, note, nextStepDate } = answers;
  const kept = { contactDate, mode, answered, outcome, withWhom, forWhom, note, nextStepDate };
  const person = await personOf(context, teamId, saved, { specialistId, contactDate });
  if (!person.ok) return data({ errors: [person.error], values }, { status: 400 });
  const answer = { employer, employerName, isNewEmployer };
  const choice = await employerChoice(context.db, teamId, answer);
  if (choice.kind === 'ask') return data({ errors: [], values, matches: choice.matches });
  if (choice.kind === 'unknown') {
    const errors = [{ field: 'employer', message: 'Choose the employer' }];
    return data({ errors, values }, { status: 400 });
  }
  const isSaved = await saveContactEdit(context.db, actorOf(context), teamId, {
    id: saved.id,
    version,
    employer: choice,
    values: { ...kept, specialistId: person.id },
  });
  if (isSaved) return redirect(`/teams/${teamId}/contacts?changed=${saved.id}`, 303);
  const theirs = await contactAt(context, teamId, saved.id);
  const mine = {
    ...kept,
    specialistName: (await findSpecialist(context.db, teamId, person.id))?.name ?? '',
    employerName:
      choice.kind === 'new'
        ? choice.name
        : ((await findEmployer(context.db, teamId, choice.id))?.name ?? ''),
  };
  const conflict = conflictBetween(theirs.version, contactWords(mine), contactWords(theirs));
  return data(conflictFailure(values, conflict), { status: 409 });
}

/** Somebody who may not choose the person corrects a contact without taking it over. */
async function personOf(
  context: AppLoadContext,
  teamId: string,
  saved: EmployerContactRecord,
  sent: { specialistId: string; contactDate: string },
) {
  const { choices } = await contactPeople(context, teamId);
  const specialistId = choices.length > 0 ? sent.specialistId : saved.specialistId;
  return contactPerson(context, teamId, { ...sent, specialistId }, { ownOnly: false });
}

export default function EditEmployerContact() {
  const { teamId, contactId, today, version, people, employers, initial } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as EmployerQuestionAnswer;
  const form = useRouteForm(
    async () => (await import('#app/forms/employer-contact.schema.ts')).editContactSchema(today),
    initial,
  );
  if (answer?.matches !== undefined) {
    return <EmployerQuestion values={form.values} matches={answer.matches} />;
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/contacts`}>Back to contacts</BackLink>
        <h1 className="govuk-heading-l">Change an employer contact</h1>
        <ContactForm form={form} employers={employers} people={people} version={version} />
        <Form method="post" action={`/teams/${teamId}/contacts`}>
          <input type="hidden" name="undo" value={contactId} />
          <p className="govuk-body">
            Logged by mistake? Undo takes this contact out of every count.
          </p>
          <Button variant="secondary" preventDoubleClick>
            Undo this contact
          </Button>
        </Form>
      </div>
    </div>
  );
}
