import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import type { OddsRatioRow } from '#app/components/charts/odds-ratio-geometry.ts';
import { OddsRatioPlot } from '#app/components/charts/odds-ratio-plot.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { FigureEightReport, RoundedEstimate, TeamInReport } from './figure-eight-report.ts';
import { oddsRatioWords, referenceName } from './figure-eight-words.ts';

/** Figure 8 as the evaluation printed it: odds ratios without and with meetings, side by side. */
export function OddsRatioSection({ report }: { report: FigureEightReport }) {
  const { teams, cautions } = report;
  return (
    <section className="gt-section" aria-labelledby="odds-ratios-heading">
      <ChartFigure
        id="odds-ratios"
        heading="Odds ratios of a job start, without and with meetings"
        definition={`Odds of a job start against ${referenceName(report)}, on the same clients, the other factors held equal. Bars are Wald’s 95% intervals.`}
        caution={cautions[0]}
        table={{
          caption: 'Odds ratios with 95% intervals',
          captionSize: 's',
          wide: true,
          columns: [
            { heading: 'Team' },
            { heading: 'Without meetings', numeric: true },
            { heading: 'With meetings', numeric: true },
          ],
          rows: teams.map((team) => ({
            key: team.anchor,
            cells: [
              team.name,
              oddsRatioWords(team.oddsRatioWithout),
              oddsRatioWords(team.oddsRatioWith),
            ],
          })),
        }}
      >
        <OddsRatioPlot
          id="odds-ratios-plot"
          title="Odds ratios of a job start by team, without and with meetings"
          description="Two odds ratios a team, the first without and the second with meetings in the model. The table beside holds the same figures."
          rows={teams.flatMap((team) => [
            ratioRow(team, 'Without meetings', team.oddsRatioWithout),
            ratioRow(team, 'With meetings', team.oddsRatioWith),
          ])}
        />
      </ChartFigure>
      <SameScale report={report} />
    </section>
  );
}

/** Odds ratios of two models may be set side by side on one scale only. */
function SameScale({ report: { teams } }: { report: FigureEightReport }) {
  return (
    <Details summary="The check of Karlson, Holm and Breen: both on one scale">
      <p className="govuk-body">
        The odds ratio without meetings, on the scale of the model with them. Where it stays by the
        first column, the scale makes little difference, and the step to the last one goes with
        counting meetings in.
      </p>
      <Table
        caption="Odds ratios with 95% intervals, the check in the middle"
        captionSize="s"
        wide
        columns={[
          { heading: 'Team' },
          { heading: 'Without meetings', numeric: true },
          { heading: 'Without, same scale', numeric: true },
          { heading: 'With meetings', numeric: true },
        ]}
        rows={teams.map((team) => ({
          key: team.anchor,
          cells: [
            team.name,
            oddsRatioWords(team.oddsRatioWithout),
            team.oddsRatioWithoutSameScale === null
              ? 'not estimable'
              : oddsRatioWords(team.oddsRatioWithoutSameScale),
            oddsRatioWords(team.oddsRatioWith),
          ],
        }))}
      />
    </Details>
  );
}

function ratioRow(
  { name, anchor }: TeamInReport,
  label: string,
  estimate: RoundedEstimate,
): OddsRatioRow {
  return {
    key: `${anchor} ${label}`,
    label,
    group: name,
    oddsRatio: estimate.value,
    low: estimate.lower,
    high: estimate.upper,
    text: oddsRatioWords(estimate),
    highlighted: label === 'With meetings',
  };
}
