import { dotPlotGeometry } from './dot-plot-geometry.ts';
import type { DotPlotInput } from './dot-plot-geometry.ts';
import { RowPlot } from './row-plot.tsx';

export interface DotPlotProps extends DotPlotInput {
  id: string;
  title: string;
  description: string;
  emptyText?: string | undefined;
}

/** A rate with its interval for each category, on one axis. */
export function DotPlot({
  id,
  title,
  description,
  emptyText = 'There are no figures to draw yet.',
  ...input
}: DotPlotProps) {
  if (input.rows.length === 0) return <p className="govuk-body">{emptyText}</p>;
  return (
    <div className="gt-chart">
      <RowPlot
        id={id}
        title={title}
        description={description}
        geometry={dotPlotGeometry(input)}
        axisTitle={input.axis.title}
      />
    </div>
  );
}
