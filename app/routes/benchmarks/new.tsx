import { randomUUID } from 'node:crypto';

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, type Params } from '@remix-run/react';

import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { addBenchmark } from '#app/definitions/add-benchmark.server.ts';
import { BenchmarkFields } from '#app/definitions/benchmark-fields.tsx';
import { benchmarkInWords, daysInForce } from '#app/definitions/benchmark-words.ts';
import { newBenchmarkForm } from '#app/forms/benchmark.schema.ts';
import type { BenchmarkBounds } from '#app/forms/benchmark.ts';
import { boxValues } from '#app/forms/date-boxes.ts';
import { dateIds, dateProps } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listBenchmarkValues } from '#db/queries/benchmarks.ts';

export const handle: RouteHandle = { title: 'New value of a benchmark' };

/** The newest value of the benchmark in the address. */
async function newestAt(db: Db, params: Params) {
  return found((await listBenchmarkValues(db, routeParam(params, 'key')))[0]);
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, unit, value, validFrom, validTo } = await newestAt(context.db, params);
  const bounds: BenchmarkBounds = { unit, validFrom, nextFrom: null };
  return {
    name,
    bounds,
    present: `${benchmarkInWords(value, unit)}. ${daysInForce(validFrom, validTo)}.`,
    submissionId: randomUUID(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { key, unit } = await newestAt(context.db, params);
  // The day is checked against the newest value once more when it is saved: the form's own check may be of before.
  const form = await parseForm(request, newBenchmarkForm({ unit, validFrom: '', nextFrom: null }));
  if (!form.ok) return data(form, { status: 400 });
  const error = await addBenchmark(context.db, actorOf(context), { key, ...form.value });
  if (error === undefined) return redirect('/benchmarks', 303);
  return data({ errors: [error], values: form.values }, { status: 400 });
}

export default function NewBenchmarkValue() {
  const { name, bounds, present, submissionId } = useLoaderData<typeof loader>();
  const initial = { name, value: '', source: '', ...boxValues('validFrom', null) };
  const form = useRouteForm(
    async () => (await import('#app/forms/benchmark.schema.ts')).newBenchmarkForm(bounds),
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/benchmarks">Back to benchmarks</BackLink>
        <FormErrors errors={form.errors} fieldIds={dateIds('validFrom')} focusKey={form.errors} />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">New value of a benchmark</h1>
        <p className="govuk-body">
          The newest value is {present} It is kept, and ends on the day before the new one begins.
        </p>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields submissionId={submissionId} />
          <BenchmarkFields form={form} unit={bounds.unit} />
          <DateInput
            {...dateProps(form, 'validFrom')}
            label="First day"
            labelSize="s"
            hint="For example 1 4 2027"
          />
          <Button preventDoubleClick>Add value</Button>
        </Form>
      </div>
    </div>
  );
}
