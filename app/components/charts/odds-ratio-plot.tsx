import { oddsRatioGeometry } from './odds-ratio-geometry.ts';
import type { OddsRatioRow } from './odds-ratio-geometry.ts';
import { RowPlot } from './row-plot.tsx';
import type { Interval } from './scale.ts';

export interface OddsRatioPlotProps {
  id: string;
  title: string;
  description: string;
  rows: readonly OddsRatioRow[];
  axisTitle?: string | undefined;
  /** The span of the axis, where plots of one model share it; found from the rows when absent. */
  domain?: Interval | undefined;
  emptyText?: string | undefined;
}

/** Odds ratios on a log axis: half and double lie equally far from 1. */
export function OddsRatioPlot({
  id,
  title,
  description,
  rows,
  axisTitle = 'Odds ratio and 95% interval, log scale',
  domain,
  emptyText = 'There are no figures to draw yet.',
}: OddsRatioPlotProps) {
  if (rows.length === 0) return <p className="govuk-body">{emptyText}</p>;
  return (
    <div className="gt-chart">
      <RowPlot
        id={id}
        title={title}
        description={description}
        geometry={oddsRatioGeometry(rows, domain)}
        axisTitle={axisTitle}
      />
    </div>
  );
}
