import { oddsRatioGeometry } from './odds-ratio-geometry.ts';
import type { OddsRatioRow } from './odds-ratio-geometry.ts';
import { RowPlot } from './row-plot.tsx';

export interface OddsRatioPlotProps {
  id: string;
  title: string;
  description: string;
  rows: readonly OddsRatioRow[];
  axisTitle?: string | undefined;
  emptyText?: string | undefined;
}

/** Odds ratios on a log axis: half and double lie equally far from 1. */
export function OddsRatioPlot({
  id,
  title,
  description,
  rows,
  axisTitle = 'Odds ratio and 95% interval, log scale',
  emptyText = 'There are no figures to draw yet.',
}: OddsRatioPlotProps) {
  if (rows.length === 0) return <p className="govuk-body">{emptyText}</p>;
  return (
    <div className="gt-chart">
      <RowPlot
        id={id}
        title={title}
        description={description}
        geometry={oddsRatioGeometry(rows)}
        axisTitle={axisTitle}
      />
    </div>
  );
}
