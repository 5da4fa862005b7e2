import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import {
  employerNameOf,
  jobEmployer,
  savedJobEmployerId,
} from '#app/clients/job-employer.server.ts';
import { JobEntryForm } from '#app/clients/job-entry-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import {
  EmployerQuestion,
  type EmployerQuestionAnswer,
} from '#app/employers/employer-question.tsx';
import { recentEmployers } from '#app/employers/recent-employers.server.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { editJobEntrySchema } from '#app/forms/job-entry.schema.ts';
import { jobEntryFormValues, jobEntryWords } from '#app/forms/job-entry.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findEmployer } from '#db/queries/employers.ts';
import { findJobEntry, updateJobEntry } from '#db/queries/job-entries.ts';

export const handle: RouteHandle = { title: 'Change a job entry' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context;
  const { teamId, client, here } = await clientAt(db, params);
  const job = found(await findJobEntry(db, teamId, client.id, routeParam(params, 'jobEntryId')));
  const own = job.employerId === null ? undefined : await findEmployer(db, teamId, job.employerId);
  return {
    here,
    days: { today: context.today, enrolmentDate: client.enrolmentDate },
    version: job.version,
    employers: await recentEmployers(db, teamId, undefined, own === undefined ? [] : [own]),
    initial: jobEntryFormValues(job),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = context;
  const { teamId, client, here } = await clientAt(db, params);
  const id = routeParam(params, 'jobEntryId');
  found(await findJobEntry(db, teamId, client.id, id));
  const days = { today: context.today, enrolmentDate: client.enrolmentDate };
  const form = await parseForm(request, editJobEntrySchema(days));
  if (!form.ok) return data(form, { status: 400 });
  const { values } = form;
  const { version, employerAnswer, job } = form.value;
  const employer = await jobEmployer(db, teamId, employerAnswer);
  if (employer.kind === 'ask') return data({ errors: [], values, matches: employer.matches });
  if (employer.kind === 'unknown') {
    const errors = [{ field: 'employer', message: 'Choose the employer' }];
    return data({ errors, values }, { status: 400 });
  }
  const actor = actorOf(context);
  try {
    await inChange(db, actor, async (trx, record) => {
      const employerId = await savedJobEmployerId(trx, record, teamId, employer, actor.at);
      const whose = { teamId, clientId: client.id };
      const edit = { id, version, values: { ...job, employerId } };
      await updateJobEntry(trx, record, whose, edit);
    });
    return redirect(`${here}?done=job`, 303);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const theirs = found(await findJobEntry(db, teamId, client.id, id));
    const mine = { ...job, employerName: await employerNameOf(db, teamId, employer) };
    const conflict = conflictBetween(theirs.version, jobEntryWords(mine), jobEntryWords(theirs));
    return data(conflictFailure(values, conflict), { status: 409 });
  }
}

export default function EditJobEntry() {
  const { here, days, version, employers, initial } = useLoaderData<typeof loader>();
  const answer = useActionData() as EmployerQuestionAnswer;
  const form = useRouteForm(
    async () => (await import('#app/forms/job-entry.schema.ts')).editJobEntrySchema(days),
    initial,
  );
  if (answer?.matches !== undefined) {
    return <EmployerQuestion values={form.values} matches={answer.matches} />;
  }
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the client</BackLink>
        <h1 className="govuk-heading-l">Change a job entry</h1>
        <JobEntryForm form={form} employers={employers} version={version} />
      </div>
    </div>
  );
}
