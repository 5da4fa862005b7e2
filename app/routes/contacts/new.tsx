import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { employerChoice, savedEmployerId } from '#app/employers/choose-employer.server.ts';
import { ContactForm } from '#app/employers/contact-form.tsx';
import { contactPeople } from '#app/employers/contact-people.server.ts';
import { contactPerson } from '#app/employers/contact-person.server.ts';
import {
  EmployerQuestion,
  type EmployerQuestionAnswer,
} from '#app/employers/employer-question.tsx';
import { recentEmployers } from '#app/employers/recent-employers.server.ts';
import { newContactSchema } from '#app/forms/employer-contact.schema.ts';
import { emptyContact } from '#app/forms/employer-contact.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { routeParam } from '#app/server/route-params.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertEmployerContact } from '#db/queries/employer-contacts.ts';

export const handle: RouteHandle = { title: 'Log an employer contact' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const people = await contactPeople(context, teamId);
  const own = people.own?.id;
  return {
    teamId,
    today: context.today,
    submissionId: randomUUID(),
    people,
    employers: await recentEmployers(context.db, teamId, own),
    initial: { ...emptyContact, specialistId: own ?? '' },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const teamId = routeParam(params, 'teamId');
  const form = await parseForm(request, newContactSchema(context.today));
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const { submissionId, specialistId, contactDate, ...contact } = form.value;
  const sent = { specialistId, contactDate };
  const person = await contactPerson(context, teamId, sent, { ownOnly: true });
  if (!person.ok) return data({ errors: [person.error], values }, { status: 400 });
  const choice = await employerChoice(context.db, teamId, contact);
  if (choice.kind === 'ask') return data({ errors: [], values, matches: choice.matches });
  if (choice.kind === 'unknown') {
    const errors = [{ field: 'employer', message: 'Choose the employer' }];
    return data({ errors, values }, { status: 400 });
  }
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    const employerId = await savedEmployerId(trx, record, teamId, choice, actor.at);
    const { mode, outcome, answered, withWhom, forWhom, note, nextStepDate } = contact;
    const facts = { mode, outcome, answered, withWhom, forWhom, note, nextStepDate };
    const kept = { ...facts, contactDate, employerId, specialistId: person.id };
    const id = await insertEmployerContact(trx, record, teamId, kept, actor);
    return { location: `/teams/${teamId}/contacts?saved=${id}` };
  });
  return redirect(location, 303);
}

export default function NewEmployerContact() {
  const { teamId, today, submissionId, people, employers, initial } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as EmployerQuestionAnswer;
  const form = useRouteForm(
    async () => (await import('#app/forms/employer-contact.schema.ts')).newContactSchema(today),
    initial,
  );
  if (answer?.matches !== undefined) {
    return <EmployerQuestion values={form.values} matches={answer.matches} />;
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={`/teams/${teamId}/contacts`}>Back to contacts</BackLink>
        <h1 className="govuk-heading-l" id="start">
          Log an employer contact
        </h1>
        <ContactForm
          form={form}
          employers={employers}
          people={people}
          submissionId={submissionId}
        />
      </div>
    </div>
  );
}
