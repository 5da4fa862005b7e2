import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { BackLink } from '#app/components/govuk/back-link.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { chartBaselineSchema } from '#app/forms/chart-baseline.schema.ts';
import { emptyBaseline } from '#app/forms/chart-baseline.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { BaselineForm } from '#app/over-time/baseline-form.tsx';
import { monthsToBegin } from '#app/over-time/months-to-begin.server.ts';
import { actorOf } from '#app/server/context.server.ts';
import { StaleVersionError } from '#db/audit/change.ts';
import { createOnce } from '#db/audit/create-once.ts';
import { insertChartBaseline } from '#db/queries/chart-baselines.ts';
import { formatMonth } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Begin a new baseline' };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { team, measure, here, ...months } = await monthsToBegin(request, params, context);
  return { team: team.name, measure: measure.name, ...months, here, submissionId: randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { team, measure, months, here } = await monthsToBegin(request, params, context);
  const form = await parseForm(request, chartBaselineSchema(months));
  if (!form.ok) return data(form, { status: 400 });
  const { submissionId, month, reason } = form.value;
  const actor = actorOf(context);
  try {
    const { location } = await createOnce(context.db, actor, submissionId, async (trx, record) => {
      const baseline = { measure: measure.key, month, reason };
      await insertChartBaseline(trx, record, team.id, baseline, actor);
      return { location: `${here}&begun` };
    });
    return redirect(location, 303);
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const message = `Choose another month: a new baseline begins in ${formatMonth(month)} already`;
    return data({ errors: [{ field: 'month', message }], values: form.values }, { status: 409 });
  }
}

export default function NewBaseline() {
  const { team, measure, months, taken, here, submissionId } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/chart-baseline.schema.ts')).chartBaselineSchema(months),
    emptyBaseline,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={here}>Back to {team} over time</BackLink>
        {months.length === 0 ? (
          <>
            <h1 className="govuk-heading-l">Begin a new baseline</h1>
            <InsetText>This chart has no month yet in which a new baseline could begin.</InsetText>
          </>
        ) : (
          <BaselineForm form={form} {...{ measure, months, taken, submissionId }} />
        )}
      </div>
    </div>
  );
}
