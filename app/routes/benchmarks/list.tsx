import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { benchmarkInWords, daysInForce } from '#app/definitions/benchmark-words.ts';
import { listBenchmarks, type Benchmark } from '#db/queries/dated-data.ts';

export const handle: RouteHandle = { title: 'Benchmarks' };

export async function loader({ context }: LoaderFunctionArgs) {
  const values = await listBenchmarks(context.db);
  const keys = [...new Set(values.map(({ key }) => key))];
  return {
    benchmarks: keys.map((key) => {
      const own = values.filter((value) => value.key === key);
      return { key, name: own[0]?.name ?? key, values: own.map(rowOf) };
    }),
  };
}

function rowOf({ id, value, unit, validFrom, validTo, source }: Benchmark) {
  const days = daysInForce(validFrom, validTo);
  return { id, value: benchmarkInWords(value, unit), days, source };
}

export default function Benchmarks() {
  const { benchmarks } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Benchmarks</h1>
        <p className="govuk-body">
          Published marks that figures are held against. A new value holds from a day on; the one
          before it is kept, and figures of its own time stay beside it. Everybody who may read
          figures sees those in force under{' '}
          <a className="govuk-link" href="/definitions">
            Definitions
          </a>
          .
        </p>
        {benchmarks.length === 0 && <p className="govuk-body">No benchmarks are recorded yet.</p>}
        {benchmarks.map((benchmark) => (
          <Values key={benchmark.key} benchmark={benchmark} />
        ))}
      </div>
    </div>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>['benchmarks'][number];

function Values({ benchmark: { key, name, values } }: { benchmark: Loaded }) {
  return (
    <section className="gt-section">
      <Table
        caption={name}
        captionSize="m"
        wide
        columns={[
          { heading: 'In force' },
          { heading: 'Value' },
          { heading: 'Source' },
          { heading: 'Correct it' },
        ]}
        rows={values.map(({ id, days, value, source }) => ({
          key: id,
          cells: [
            days,
            value,
            source,
            <a key="edit" className="govuk-link" href={`/benchmarks/${id}/edit`}>
              Correct
              <span className="govuk-visually-hidden">
                {' '}
                {name}, {days}
              </span>
            </a>,
          ],
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={`/benchmarks/${encodeURIComponent(key)}/new`}>
          Add a new value<span className="govuk-visually-hidden"> of {name}</span>
        </a>
      </p>
    </section>
  );
}
