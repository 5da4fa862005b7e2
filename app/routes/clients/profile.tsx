import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { clientAt } from '#app/clients/client-at.server.ts';
import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import { Radios } from '#app/components/govuk/radios.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { dateIds, dateProps, fieldProps } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { profileSchema } from '#app/forms/vocational-profile.schema.ts';
import {
  profileAnswers,
  profileFormValues,
  profileQuestions,
  profileWords,
} from '#app/forms/vocational-profile.ts';
import { actorOf } from '#app/server/context.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import { findClientFactors, saveClientFactors } from '#db/queries/client-factors.ts';

export const handle: RouteHandle = { title: 'Vocational profile' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const values = await findClientFactors(context.db, teamId, client.id);
  return {
    here,
    days: { today: context.today, enrolmentDate: client.enrolmentDate },
    version: values?.version ?? 0,
    initial: profileFormValues({ profileDate: client.profileDate, values }),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { teamId, client, here } = await clientAt(context.db, params);
  const days = { today: context.today, enrolmentDate: client.enrolmentDate };
  const form = await parseForm(request, profileSchema(days));
  if (!form.ok) return data(form, { status: 400 });
  try {
    await inChange(context.db, actorOf(context), (trx, record) =>
      saveClientFactors(trx, record, teamId, { clientId: client.id, ...form.value }),
    );
    return redirect(`${here}?done=profile`, 303);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const { client: now } = await clientAt(context.db, params);
    const values = await findClientFactors(context.db, teamId, client.id);
    const theirs = profileWords({ profileDate: now.profileDate, values });
    const conflict = conflictBetween(values?.version ?? 0, profileWords(form.value), theirs);
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
}

export default function VocationalProfile() {
  const { here, days, version, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/vocational-profile.schema.ts')).profileSchema(days),
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to the client</BackLink>
        <h1 className="govuk-heading-l">Vocational profile</h1>
        <p className="govuk-body">
          Sex, age and the date of enrolment are on the client’s record. What the client does not
          want to say, or nobody asked, is “Not known”.
        </p>
        <FormErrors
          errors={form.errors}
          fieldIds={dateIds('profileDate')}
          focusKey={useActionData()}
        />
        <ConflictNotice conflict={form.conflict} what="this profile" />
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={form.conflict?.version ?? version} />
          <DateInput
            {...dateProps(form, 'profileDate')}
            label="Date of the profile"
            labelSize="m"
          />
          {profileQuestions.map(({ key, question }) => (
            <Radios
              key={key}
              {...fieldProps(form, key)}
              label={question}
              labelSize="m"
              items={profileAnswers(key)}
            />
          ))}
          <Button preventDoubleClick>Save profile</Button>
        </Form>
      </div>
    </div>
  );
}
