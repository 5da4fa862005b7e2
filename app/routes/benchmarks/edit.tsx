import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData, type Params } from '@remix-run/react';

import { ConflictNotice } from '#app/components/forms/conflict-notice.tsx';
import { FormErrors } from '#app/components/forms/form-errors.tsx';
import { SubmissionFields } from '#app/components/forms/submission-fields.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { Button } from '#app/components/govuk/button.tsx';
import { DateInput } from '#app/components/govuk/date-input.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { BenchmarkFields } from '#app/definitions/benchmark-fields.tsx';
import { benchmarkInWords, benchmarkNumber } from '#app/definitions/benchmark-words.ts';
import { editBenchmarkForm } from '#app/forms/benchmark.schema.ts';
import { benchmarkFormValues, benchmarkWords, type BenchmarkBounds } from '#app/forms/benchmark.ts';
import { conflictBetween, conflictFailure } from '#app/forms/conflict.ts';
import { dateIds, dateProps } from '#app/forms/field-props.ts';
import { parseForm } from '#app/forms/parse-form.server.ts';
import { useRouteForm } from '#app/forms/use-route-form.ts';
import { actorOf } from '#app/server/context.server.ts';
import { found, routeParam } from '#app/server/route-params.server.ts';
import { inChange, StaleVersionError } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { findBenchmark, listBenchmarkValues, updateBenchmark } from '#db/queries/benchmarks.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Correct a benchmark' };

async function benchmarkAt(db: Db, params: Params) {
  const benchmark = found(await findBenchmark(db, routeParam(params, 'benchmarkId')));
  const { key, unit, validFrom } = benchmark;
  const later = (await listBenchmarkValues(db, key)).filter((other) => other.validFrom > validFrom);
  const bounds: BenchmarkBounds = { unit, validFrom, nextFrom: later.at(-1)?.validFrom ?? null };
  return { benchmark, bounds };
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { benchmark, bounds } = await benchmarkAt(context.db, params);
  const number = benchmarkNumber(benchmark.value, benchmark.unit);
  return {
    bounds,
    from: formatDay(benchmark.validFrom),
    version: benchmark.version,
    initial: benchmarkFormValues(benchmark, number),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { benchmark, bounds } = await benchmarkAt(context.db, params);
  const form = await parseForm(request, editBenchmarkForm(bounds));
  if (!form.ok) return data(form, { status: 400 });
  const { version, ...values } = form.value;
  const { id, unit } = benchmark;
  try {
    await inChange(context.db, actorOf(context), (trx, record) =>
      updateBenchmark(trx, record, { id, version }, values),
    );
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error;
    const { benchmark: saved } = await benchmarkAt(context.db, params);
    const conflict = conflictBetween(
      saved.version,
      benchmarkWords(values, benchmarkInWords(values.value, unit)),
      benchmarkWords(saved, benchmarkInWords(saved.value, unit)),
    );
    return data(conflictFailure(form.values, conflict), { status: 409 });
  }
  return redirect('/benchmarks', 303);
}

export default function EditBenchmark() {
  const { bounds, from, version, initial } = useLoaderData<typeof loader>();
  const form = useRouteForm(
    async () => (await import('#app/forms/benchmark.schema.ts')).editBenchmarkForm(bounds),
    initial,
  );
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href="/benchmarks">Back to benchmarks</BackLink>
        <FormErrors errors={form.errors} fieldIds={dateIds('validTo')} focusKey={form.errors} />
        <ConflictNotice conflict={form.conflict} what="this benchmark" />
        <h1 className="govuk-heading-l">Correct a benchmark</h1>
        <p className="govuk-body">
          This value holds from {from}. Correct a slip here; where the mark itself has changed, add
          a new value instead, so that the old one stays. The audit record keeps what stood here
          before.
        </p>
        <Form method="post" noValidate onSubmit={form.onSubmit}>
          <SubmissionFields version={form.conflict?.version ?? version} />
          <BenchmarkFields form={form} unit={bounds.unit} />
          <DateInput
            {...dateProps(form, 'validTo')}
            label={bounds.nextFrom === null ? 'Last day (optional)' : 'Last day'}
            labelSize="s"
            hint="The last day on which the value holds"
          />
          <Button preventDoubleClick>Save correction</Button>
        </Form>
      </div>
    </div>
  );
}
