import { ChartSvg } from '#app/components/charts/chart-svg.tsx';
import { PlotAxes } from '#app/components/charts/plot-axes.tsx';
import { axisDomain, linearScale, linearTicks, rounded } from '#app/components/charts/scale.ts';

interface MonthColumnsProps {
  id: string;
  title: string;
  description: string;
  months: readonly { month: number; count: number }[];
}

const width = 400;
const height = 250;
const plot = { left: 46, right: 392, top: 12, bottom: 222 };
/** Of the room a month has. */
const columnShare = 0.7;
/** Every third month is named: on a phone more would touch. */
const namedEvery = 3;

/** People by month, one column each. */
export function MonthColumns({ id, title, description, months }: MonthColumnsProps) {
  const counts = months.map(({ count }) => count);
  const y = linearScale(axisDomain([0, ...counts], { title: '' }), [plot.bottom, plot.top]);
  const room = (plot.right - plot.left) / Math.max(1, months.length);
  const columns = months
    .map(({ count }, place) => {
      const left = rounded(plot.left + room * (place + (1 - columnShare) / 2));
      return `M${left} ${plot.bottom}V${rounded(y(count))}h${rounded(room * columnShare)}V${plot.bottom}z`;
    })
    .join('');
  const xTicks = months.flatMap(({ month }, place) =>
    month % namedEvery === 0
      ? [{ position: rounded(plot.left + room * (place + 0.5)), label: String(month) }]
      : [],
  );
  return (
    <div className="gt-chart">
      <p className="gt-chart__axis-title">Clients</p>
      <ChartSvg id={id} title={title} description={description} width={width} height={height}>
        <PlotAxes plot={plot} xTicks={xTicks} yTicks={linearTicks(y, 5)} />
        <path className="gt-chart__columns" d={columns} />
      </ChartSvg>
      <p className="gt-chart__axis-title gt-chart__axis-title--x">Follow-up month</p>
    </div>
  );
}
