import { ChartKey, type ChartKeyItem } from './chart-key.tsx';
import { ChartSvg } from './chart-svg.tsx';
import { funnelGeometry, type FunnelGeometry, type FunnelInput } from './funnel-geometry.ts';
import { PlotAxes } from './plot-axes.tsx';

export interface FunnelPlotProps extends FunnelInput {
  id: string;
  title: string;
  description: string;
  /** What the level line is. */
  targetText: string;
  /** Printed instead of a chart when there is nothing to draw. */
  emptyText?: string | undefined;
}

/** Teams by size, between limits that narrow as teams grow. */
export function FunnelPlot({
  id,
  title,
  description,
  targetText,
  emptyText = 'There are no figures to draw yet.',
  ...input
}: FunnelPlotProps) {
  if (input.points.length === 0) return <p className="govuk-body">{emptyText}</p>;
  const geometry = funnelGeometry(input);
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
        {geometry.band !== '' && <path className="gt-chart__band" d={geometry.band} />}
        <PlotAxes {...geometry} />
        <path className="gt-chart__reference" d={geometry.target} />
        <path className="gt-chart__line" d={geometry.inner} />
        <path className="gt-chart__line gt-chart__line--dashed" d={geometry.outer} />
        {geometry.inside !== '' && <path className="gt-chart__dots" d={geometry.inside} />}
        {geometry.outside !== '' && <path className="gt-chart__hollow" d={geometry.outside} />}
        {geometry.own.map(({ mark, label, labelX, labelY, anchor }) => (
          <g key={label}>
            <path className="gt-chart__diamond" d={mark} />
            <text className="gt-chart__own-label" x={labelX} y={labelY} textAnchor={anchor}>
              {label}
            </text>
          </g>
        ))}
      </ChartSvg>
      <p className="gt-chart__axis-title gt-chart__axis-title--x">{input.x.title}</p>
      <ChartKey items={keyItems(geometry, targetText)} />
    </div>
  );
}

function keyItems(geometry: FunnelGeometry, targetText: string): ChartKeyItem[] {
  const { inside, outside, own, band } = geometry;
  return [
    ...(inside === '' ? [] : [{ swatch: 'dot' as const, text: 'Team inside the 95% limits' }]),
    ...(outside === '' ? [] : [{ swatch: 'hollow' as const, text: 'Team outside them' }]),
    ...own.map(({ label }) => ({ swatch: 'diamond' as const, text: label })),
    { swatch: 'reference', text: targetText },
    { swatch: 'line', text: '95% limits' },
    { swatch: 'dashed', text: '99.8% limits' },
    ...(band === ''
      ? []
      : [{ swatch: 'band' as const, text: '95% limits if teams differ as much as they seem to' }]),
  ];
}
