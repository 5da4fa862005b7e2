import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import type { ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';

import { DefinitionLink } from './definition-link.tsx';
import { breakdownName, figureInWords, printedWords } from './outcomes-words.ts';

type Described = ReleasedGroup['description'][number];

/** Who the clients are, one chart and table for each way of grouping them. */
export function CohortSection({ description }: Pick<ReleasedGroup, 'description'>) {
  const shown = description.filter(({ rows }) => rows.length > 0);
  return (
    <section className="gt-section" aria-labelledby="cohort-heading">
      <h2 className="govuk-heading-m" id="cohort-heading">
        Who is in the cohort
      </h2>
      <p className="govuk-body">
        Shares of all <DefinitionLink of="outcomes-included">clients included</DefinitionLink>, with
        the published share where the report prints one.
      </p>
      {shown.map((described) => (
        <Details key={described.breakdown} summary={breakdownName(described.breakdown)}>
          <CohortFigure described={described} />
        </Details>
      ))}
    </section>
  );
}

function CohortFigure({ described: { breakdown, rows } }: { described: Described }) {
  const heading = `Clients by ${withSmallFirst(breakdownName(breakdown))}`;
  // A share of all clients is printed as the share with an outcome is.
  const lines = rows.map(({ group, figure, printed }) => ({
    group,
    figure,
    words: figureInWords('worked', figure),
    printed: printedWords('worked', printed),
  }));
  return (
    <ChartFigure
      id={`cohort-${breakdown}`}
      heading={heading}
      headingLevel={3}
      definition="Clients of each group, of all clients included."
      table={{
        caption: heading,
        captionHidden: true,
        small: true,
        wide: true,
        columns: [
          { heading: 'Group' },
          { heading: 'Clients', numeric: true },
          { heading: 'Share', numeric: true },
          { heading: '95% interval', numeric: true },
          { heading: 'Published', numeric: true },
        ],
        rows: lines.map(({ group, words: { count, value, interval }, printed }) => ({
          key: group,
          cells: [group, count, value, interval, printed],
        })),
      }}
    >
      <DotPlot
        id={`cohort-${breakdown}-chart`}
        title={heading}
        description={lines.map(({ group, words }) => `${group} ${words.value}`).join('; ')}
        axis={{ title: 'Share of all clients', format: 'percent' }}
        rows={lines.map(({ group, figure, words }) => ({
          key: group,
          label: group,
          value: figure.value,
          low: figure.lower ?? undefined,
          high: figure.upper ?? undefined,
          text: words.value,
        }))}
      />
    </ChartFigure>
  );
}
