import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';

import { DefinitionLink } from './definition-link.tsx';
import { breakdownName, figureInWords, printedWords } from './outcomes-words.ts';

/** Who the clients are, one small table for each way of grouping them. */
export function CohortSection({ description }: Pick<ReleasedGroup, 'description'>) {
  const shown = description.filter(({ rows }) => rows.length > 0);
  return (
    <section className="gt-section" aria-labelledby="cohort-heading">
      <h2 className="govuk-heading-m" id="cohort-heading">
        Who is in the cohort
      </h2>
      <p className="govuk-body">
        Shares of all <DefinitionLink of="outcomes-included">clients included</DefinitionLink>, by{' '}
        {shown.length} breakdowns, with the published share where the report prints one.
      </p>
      {shown.map(({ breakdown, rows }) => (
        <Details key={breakdown} summary={breakdownName(breakdown)}>
          <Table
            caption={`Clients by ${breakdownName(breakdown).toLowerCase()}`}
            captionHidden
            wide
            columns={[
              { heading: 'Group' },
              { heading: 'Clients', numeric: true },
              { heading: 'Share', numeric: true },
              { heading: '95% interval', numeric: true },
              { heading: 'Published', numeric: true },
            ]}
            rows={rows.map(({ group, figure, printed }) => {
              // A share of all clients is printed as the share with an outcome is.
              const { count, value, interval } = figureInWords('worked', figure);
              return {
                key: group,
                cells: [group, count, value, interval, printedWords('worked', printed)],
              };
            })}
          />
        </Details>
      ))}
    </section>
  );
}
