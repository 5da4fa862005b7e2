import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { ScatterPlot } from '#app/components/charts/scatter-plot.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { InputView, TeamRow } from './relations-view.ts';

interface Props {
  input: InputView;
  definitionName: string;
  periodLabel: string;
  caution: string;
}

/** One input against the job-entry rate: picture, table, statistics, published studies. */
export function InputSection({ input, definitionName, periodLabel, caution }: Props) {
  const { key, name, unit, finding, points, lines } = input;
  return (
    <section className="gt-section" aria-labelledby={`${key}-heading`}>
      <ChartFigure
        id={key}
        heading={finding}
        headingLevel={3}
        definition={`${name}: ${unit}. Rate: ${definitionName}, ${periodLabel}. Bars are 95% intervals (Wilson).`}
        caution={caution}
        table={teamTable(`${name} and job entry by team`, name, input.rows)}
      >
        <ScatterPlot
          id={`${key}-plot`}
          title={`${name} against the job-entry rate`}
          description={`${finding} The table beside holds the same figures.`}
          points={points}
          lines={lines}
          x={{ title: `${name}: ${unit}` }}
          y={{ title: 'Job-entry rate', format: 'percent' }}
        />
      </ChartFigure>
      {input.leftOut.length > 0 && <p className="govuk-hint">{input.leftOut.join(' ')}</p>}
      <Statistics input={input} />
      {input.published.length > 0 && <PublishedStudies studies={input.published} />}
    </section>
  );
}

export function teamTable(caption: string, valueHeading: string, rows: readonly TeamRow[]) {
  return {
    caption,
    captionSize: 's' as const,
    wide: true,
    columns: [
      { heading: 'Team' },
      { heading: valueHeading, numeric: true },
      { heading: 'Clients', numeric: true },
      { heading: 'Job entries', numeric: true },
      { heading: 'Rate', numeric: true },
      { heading: '95% interval', numeric: true },
    ],
    rows: rows.map((row, index) => ({
      key: String(index),
      cells: [
        row.isOwn ? <strong key="own">{row.team}</strong> : row.team,
        row.value,
        row.clients,
        row.entries,
        row.rate,
        row.interval,
      ],
    })),
  };
}

function Statistics({ input }: { input: InputView }) {
  const { name, statistics, teams, smallestDetectable, smallestSignificant } = input;
  return (
    <>
      {statistics.length > 0 && (
        <Table
          caption={`${name}: correlation with the rate over ${teams} teams`}
          captionSize="s"
          wide
          columns={[
            { heading: 'Statistic' },
            { heading: 'Estimate', numeric: true },
            { heading: '95% interval', numeric: true },
            { heading: 'p', numeric: true },
          ]}
          rows={statistics.map((row) => ({
            key: row.name,
            cells: [row.name, row.estimate, row.interval, row.p],
          }))}
        />
      )}
      <p className="govuk-body">
        {teams} teams. The smallest correlation this many teams would find in four of five cases is{' '}
        <strong>{smallestDetectable}</strong>; below {smallestSignificant} nothing is significant.
      </p>
    </>
  );
}

function PublishedStudies({ studies }: { studies: InputView['published'] }) {
  return (
    <Details summary="What studies of fidelity have published">
      <p className="govuk-body">
        The two studies from the United States use a quarterly rate of people served, which is not a
        cohort that is followed: their correlations stand beside ours and never on one axis with it.
      </p>
      <Table
        caption="Published relations of fidelity to employment"
        captionSize="s"
        wide
        columns={[
          { heading: 'Study' },
          { heading: 'Units' },
          { heading: 'Correlation', numeric: true },
          { heading: 'Rate' },
          { heading: 'Result' },
        ]}
        rows={studies.map((study) => ({
          key: study.name,
          cells: [study.name, study.units, study.correlation, study.rate, study.result],
        }))}
      />
    </Details>
  );
}
