import type { ComponentProps } from 'react';

import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import { teamTable } from './input-section.tsx';
import type { EvaluationView, IntegrationView } from './relations-view.ts';

interface Props {
  integration: IntegrationView;
  definitionName: string;
  periodLabel: string;
  caution: string;
}

/** Job entry by level of integration, with trend, rank test and the team furthest from the pattern. */
export function IntegrationSection({ integration, definitionName, periodLabel, caution }: Props) {
  const { finding, dots, levels, statistics, furthest, leftOut, rows } = integration;
  return (
    <section className="gt-section" aria-labelledby="integration-heading">
      <ChartFigure
        id="integration"
        heading={finding}
        headingLevel={3}
        definition={`Clients of all teams at a level together. Level: the last rating signed by both services by the end of the period. Rate: ${definitionName}, ${periodLabel}. Bars are 95% intervals (Wilson).`}
        caution={caution}
        table={levelTable('Job entry by level of integration', 'Job entries', levels)}
      >
        <DotPlot
          id="integration-plot"
          title="Job-entry rate by level of integration"
          description={`${finding} The table beside holds the same figures.`}
          rows={dots}
          axis={{ title: 'Job-entry rate', format: 'percent' }}
        />
      </ChartFigure>
      {furthest !== null && <p className="govuk-body">{furthest}</p>}
      {leftOut.length > 0 && <p className="govuk-hint">{leftOut.join(' ')}</p>}
      {statistics.length > 0 && (
        <SummaryList rows={statistics.map(({ name, result }) => ({ key: name, value: result }))} />
      )}
      <Details summary={`Show the ${rows.length} teams`}>
        <Table {...teamTable('Integration and job entry by team', 'Level', rows)} />
      </Details>
    </section>
  );
}

function levelTable(
  caption: string,
  counted: string,
  levels: IntegrationView['levels'],
): ComponentProps<typeof Table> {
  return {
    caption,
    captionSize: 's',
    wide: true,
    columns: [
      { heading: 'Level' },
      { heading: 'Teams', numeric: true },
      { heading: counted, numeric: true },
      { heading: 'Rate', numeric: true },
      { heading: '95% interval', numeric: true },
    ],
    rows: levels.map((row) => ({
      key: row.level,
      cells: [row.level, row.teams, row.counts, row.rate, row.interval],
    })),
  };
}

/** The evaluation cohort: another population, with too few teams for a statement. */
export function EvaluationSection({ evaluation }: { evaluation: EvaluationView }) {
  const { finding, dots, levels, rows, furthest, leftOut } = evaluation;
  return (
    <section className="gt-section" aria-labelledby="evaluation-heading">
      <ChartFigure
        id="evaluation"
        heading={finding}
        headingLevel={3}
        definition="Evaluation cohort: clients with at least one job start evidenced by the provider by the count date, of all clients enrolled by it. It shares no client and no team with the records above."
        caution="With eight teams a correlation under .71 is not significant, and one under .85 is found less than four times in five."
        table={{
          caption: 'Evaluation cohort by team',
          captionSize: 's',
          wide: true,
          columns: [
            { heading: 'Team' },
            { heading: 'Integration' },
            { heading: 'Job starts', numeric: true },
            { heading: 'Rate', numeric: true },
            { heading: '95% interval', numeric: true },
          ],
          rows: rows.map((row, index) => ({
            key: String(index),
            cells: [row.team, row.level, row.counts, row.rate, row.interval],
          })),
        }}
      >
        <DotPlot
          id="evaluation-plot"
          title="Job-entry rate of the evaluation cohort by team"
          description={`${finding} The table beside holds the same figures.`}
          rows={dots}
          axis={{ title: 'Job-entry rate', format: 'percent' }}
        />
      </ChartFigure>
      {furthest !== null && <p className="govuk-body">{furthest}</p>}
      {leftOut.length > 0 && <p className="govuk-hint">{leftOut.join(' ')}</p>}
      <Table {...levelTable('Evaluation cohort by level of integration', 'Job starts', levels)} />
    </section>
  );
}
