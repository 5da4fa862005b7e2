import { ChartKey } from './chart-key.tsx';
import type { ChartKeyItem } from './chart-key.tsx';
import { ChartSvg } from './chart-svg.tsx';
import { PlotAxes } from './plot-axes.tsx';
import { scatterGeometry } from './scatter-geometry.ts';
import type { ScatterGeometry, ScatterInput } from './scatter-geometry.ts';

export interface ScatterPlotProps extends ScatterInput {
  id: string;
  title: string;
  description: string;
  /** What one dot is. */
  pointText?: string | undefined;
  intervalText?: string | undefined;
  /** Printed instead of a chart when there is nothing to draw. */
  emptyText?: string | undefined;
}

export function ScatterPlot({
  id,
  title,
  description,
  pointText = 'One team',
  intervalText = '95% interval',
  emptyText = 'There are no figures to draw yet.',
  ...input
}: ScatterPlotProps) {
  if (input.points.length === 0) return <p className="govuk-body">{emptyText}</p>;
  const geometry = scatterGeometry(input);
  return (
    <div className="gt-chart">
      <p className="gt-chart__axis-title">{input.y.title}</p>
      <ChartSvg
        id={id}
        title={title}
        description={description}
        width={geometry.width}
        height={geometry.height}
      >
        <PlotAxes {...geometry} />
        {geometry.lines.map(({ label, dashed, path }) => (
          <path
            key={label}
            className={dashed ? 'gt-chart__line gt-chart__line--dashed' : 'gt-chart__line'}
            d={path}
          />
        ))}
        {geometry.intervals !== '' && (
          <path className="gt-chart__interval" d={geometry.intervals} />
        )}
        {geometry.marks !== '' && <path className="gt-chart__dots" d={geometry.marks} />}
        {geometry.highlights.map((own, index) => (
          <g key={index}>
            {own.interval !== '' && (
              <path className="gt-chart__interval gt-chart__interval--own" d={own.interval} />
            )}
            <path className="gt-chart__diamond" d={own.mark} />
            <text
              className="gt-chart__own-label"
              x={own.labelX}
              y={own.labelY}
              textAnchor={own.anchor}
            >
              {own.label}
            </text>
          </g>
        ))}
      </ChartSvg>
      <p className="gt-chart__axis-title gt-chart__axis-title--x">{input.x.title}</p>
      <ChartKey items={keyItems(geometry, pointText, intervalText)} />
      {geometry.outside > 0 && (
        <p className="gt-chart__note">
          {geometry.outside === 1
            ? '1 point lies beyond the axes and is drawn at the edge.'
            : `${geometry.outside} points lie beyond the axes and are drawn at the edge.`}
        </p>
      )}
    </div>
  );
}

function keyItems(
  geometry: ScatterGeometry,
  pointText: string,
  intervalText: string,
): ChartKeyItem[] {
  return [
    ...(geometry.marks === '' ? [] : [{ swatch: 'dot' as const, text: pointText }]),
    ...geometry.highlights
      .filter((own) => own.label !== '')
      .map((own) => ({ swatch: 'diamond' as const, text: own.label })),
    ...(geometry.intervals === '' && geometry.highlights.every((own) => own.interval === '')
      ? []
      : [{ swatch: 'interval' as const, text: intervalText }]),
    ...geometry.lines.map(({ label, dashed }) => ({
      swatch: dashed ? ('dashed' as const) : ('line' as const),
      text: label,
    })),
  ];
}
