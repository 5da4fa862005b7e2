import { ChartSvg } from './chart-svg.tsx';
import { lineHeight } from './row-geometry.ts';
import type { RowGeometry, RowText } from './row-geometry.ts';

export interface RowPlotProps {
  id: string;
  title: string;
  description: string;
  geometry: RowGeometry;
  axisTitle: string;
}

/** Draws what dot plots and odds ratio plots share: rows of words and marks over one axis. */
export function RowPlot({ id, title, description, geometry, axisTitle }: RowPlotProps) {
  const { plot, reference } = geometry;
  const notches = geometry.ticks.map(({ position }) => `M${position} ${plot.bottom}v5`).join('');
  return (
    <>
      <ChartSvg
        id={id}
        title={title}
        description={description}
        width={geometry.width}
        height={geometry.height}
      >
        <path className="gt-chart__rule" d={geometry.separators} />
        <path
          className="gt-chart__axis"
          d={`M${plot.left} ${plot.bottom}H${plot.right}${notches}`}
        />
        {reference && (
          <>
            <path
              className="gt-chart__reference"
              d={`M${reference.x} ${plot.top - 3}v5${reference.path}`}
            />
            <text
              className="gt-chart__reference-label"
              x={reference.x}
              y={plot.top - 7}
              textAnchor={reference.anchor}
            >
              {reference.label}
            </text>
          </>
        )}
        {geometry.headings.map(({ y, text }) => (
          <text key={text} className="gt-chart__heading" x={plot.left} y={y}>
            {text}
          </text>
        ))}
        {geometry.rows.map((row) => (
          <RowWords key={row.key} row={row} left={plot.left} right={plot.right} />
        ))}
        <RowMarks {...geometry} />
        {geometry.ticks.map(({ position, label }) => (
          <text
            key={position}
            x={position}
            y={plot.bottom + 20}
            textAnchor={tickAnchor(position, plot.left, plot.right)}
          >
            {label}
          </text>
        ))}
      </ChartSvg>
      <p className="gt-chart__axis-title gt-chart__axis-title--x">{axisTitle}</p>
    </>
  );
}

/** The outermost labels turn inwards, so that none is cut off. */
function tickAnchor(position: number, left: number, right: number): 'start' | 'middle' | 'end' {
  if (position - left < 12) return 'start';
  return right - position < 12 ? 'end' : 'middle';
}

function RowWords({ row, left, right }: { row: RowText; left: number; right: number }) {
  const className = row.strong ? 'gt-chart__own-label' : 'gt-chart__row-label';
  return (
    <>
      {row.lines.map((words, index) => (
        <text key={index} className={className} x={left} y={row.y + index * lineHeight}>
          {words}
        </text>
      ))}
      <text className={className} x={right} y={row.y} textAnchor="end">
        {row.value}
      </text>
    </>
  );
}

function RowMarks({ intervals, dots, diamonds, hollows }: RowGeometry) {
  return (
    <>
      {intervals !== '' && <path className="gt-chart__bar" d={intervals} />}
      {dots !== '' && <path className="gt-chart__dots gt-chart__dots--large" d={dots} />}
      {diamonds !== '' && <path className="gt-chart__diamond" d={diamonds} />}
      {hollows !== '' && <path className="gt-chart__hollow" d={hollows} />}
    </>
  );
}
