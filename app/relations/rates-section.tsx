import { Fragment } from 'react';

import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { DefinitionView, NamedRate } from './relations-view.ts';

/** The definition in words, at hand wherever its rate is shown. */
export function DefinitionDetails({ definition }: { definition: DefinitionView }) {
  return (
    <Details summary={`What counts under “${definition.name}”`}>
      <p className="govuk-body">
        <strong>Counted:</strong> {definition.numerator}.
      </p>
      <p className="govuk-body">
        <strong>Out of:</strong> {definition.denominator}.
      </p>
      <p className="govuk-body">
        <strong>Over:</strong> {definition.window}. Source: {definition.source}.
      </p>
      {definition.choices.length > 0 && (
        <>
          <p className="govuk-body">Where the source does not say, we chose:</p>
          <ul className="govuk-list govuk-list--bullet">
            {definition.choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        </>
      )}
    </Details>
  );
}

/** One number a definition: no two of them are the same quantity. */
export function NamedRates({ rates }: { rates: readonly NamedRate[] }) {
  return (
    <Table
      caption="England’s rate under every named definition"
      captionSize="m"
      wide
      columns={[
        { heading: 'Definition' },
        { heading: 'Population' },
        { heading: 'Job entries', numeric: true },
        { heading: 'Rate', numeric: true },
        { heading: '95% interval', numeric: true },
      ]}
      rows={rates.map(({ key, name, population, counts, rate, interval, note }) => ({
        key,
        cells: [
          <Fragment key="name">
            {name}
            <div className="govuk-hint govuk-!-margin-bottom-0">Out of: {note}</div>
          </Fragment>,
          population,
          counts,
          rate,
          interval,
        ],
      }))}
    />
  );
}
