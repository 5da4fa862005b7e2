import { ChartKey, type ChartKeyItem } from './chart-key.tsx';
import { ChartSvg } from './chart-svg.tsx';
import {
  controlChartGeometry,
  type ControlChartGeometry,
  type ControlChartInput,
} from './control-chart-geometry.ts';
import { PlotAxes } from './plot-axes.tsx';

export interface ControlChartPlotProps extends ControlChartInput {
  id: string;
  title: string;
  description: string;
  xTitle: string;
}

/** Values in order of time between their limits. */
export function ControlChartPlot({
  id,
  title,
  description,
  xTitle,
  ...input
}: ControlChartPlotProps) {
  const geometry = controlChartGeometry(input);
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
        {geometry.mean !== '' && <path className="gt-chart__band" d={geometry.baseline} />}
        <PlotAxes {...geometry} />
        {geometry.borders.map(({ path, x, y, label }) => (
          <g key={label}>
            <path className="gt-chart__border" d={path} />
            <text className="gt-chart__own-label" x={x} y={y} textAnchor="middle">
              {label}
            </text>
          </g>
        ))}
        <path className="gt-chart__line" d={geometry.mean} />
        <path className="gt-chart__line gt-chart__line--dashed" d={geometry.limits} />
        <path className="gt-chart__trace" d={geometry.trace} />
        <path className="gt-chart__dots" d={geometry.plain} />
        <path className="gt-chart__hollow" d={geometry.pattern} />
        <path className="gt-chart__diamond" d={geometry.beyond} />
      </ChartSvg>
      <p className="gt-chart__axis-title gt-chart__axis-title--x">{xTitle}</p>
      <ChartKey items={keyItems(geometry)} />
    </div>
  );
}

function keyItems({ mean, pattern, beyond, borders }: ControlChartGeometry): ChartKeyItem[] {
  const items: [string, ChartKeyItem][] = [
    [mean, { swatch: 'line', text: 'Mean' }],
    [mean, { swatch: 'dashed', text: 'Limits' }],
    [mean, { swatch: 'band', text: 'Baseline' }],
    [beyond, { swatch: 'diamond', text: 'Beyond a limit' }],
    [pattern, { swatch: 'hollow', text: 'Part of another signal' }],
    [
      borders.map(({ label }) => label).join(''),
      { swatch: 'border', text: 'New baseline, by its number' },
    ],
  ];
  return [
    { swatch: 'dot', text: 'Month' },
    ...items.flatMap(([drawn, item]) => (drawn === '' ? [] : [item])),
  ];
}
