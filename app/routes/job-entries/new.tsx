import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import { jobEmployer, savedJobEmployerId } from '#app/clients/job-employer.server.ts';
import { JobEntryForm } from '#app/clients/job-entry-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import {
  EmployerQuestion,
  type EmployerQuestionAnswer,
} from '#app/employers/employer-question.tsx';
import { recentEmployers } from '#app/employers/recent-employers.server.ts';
import { newJobEntrySchema } from '#app/forms/job-entry.schema.ts';
import { emptyJobEntry } from '#app/forms/job-entry.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertJobEntry } from '#db/queries/job-entries.ts';

export const handle: RouteHandle = { title: 'Record a job entry' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  return {
    here,
    days: { today: context.today, enrolmentDate: client.enrolmentDate },
    submissionId: randomUUID(),
    employers: await recentEmployers(context.db, teamId, undefined),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const days = { today: context.today, enrolmentDate: client.enrolmentDate };
  const form = await parseForm(request, newJobEntrySchema(days));
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const { submissionId, employerAnswer, job } = form.value;
  const employer = await jobEmployer(context.db, teamId, employerAnswer);
  if (employer.kind === 'ask') return data({ errors: [], values, matches: employer.matches });
  if (employer.kind === 'unknown') {
    const errors = [{ field: 'employer', message: 'Choose the employer' }];
    return data({ errors, values }, { status: 400 });
  }
  const actor = actorOf(context);
  const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
    const employerId = await savedJobEmployerId(trx, record, teamId, employer, actor.at);
    const whose = { teamId, clientId: client.id };
    await insertJobEntry(trx, record, whose, { ...job, employerId }, actor);
    return { location: `${here}?done=job` };
  });
  return redirect(location, 303);
}

export default function NewJobEntry() {
  const { here, days, submissionId, employers } = useLoaderData<typeof loader>();
  const answer = useActionData() as EmployerQuestionAnswer;
  const form = useRouteForm(
    async () => (await import('#app/forms/job-entry.schema.ts')).newJobEntrySchema(days),
    emptyJobEntry,
  );
  if (answer?.matches !== undefined) {
    return <EmployerQuestion values={form.values} matches={answer.matches} />;
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the client</BackLink>
        <h1 className="govuk-heading-l">Record a job entry</h1>
        <JobEntryForm form={form} employers={employers} submissionId={submissionId} />
      </div>
    </div>
  );
}
