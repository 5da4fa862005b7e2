import type { Tick } from './scale.ts';

export interface PlotAxesProps {
  plot: { left: number; right: number; top: number; bottom: number };
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

/** Both axes of a plot of points: level rules, and notches below. */
export function PlotAxes({ plot, xTicks, yTicks }: PlotAxesProps) {
  const rules = yTicks.map(({ position }) => `M${plot.left} ${position}H${plot.right}`).join('');
  const notches = xTicks.map(({ position }) => `M${position} ${plot.bottom}v5`).join('');
  return (
    <>
      <path className="gt-chart__rule" d={rules} />
      <path className="gt-chart__axis" d={`M${plot.left} ${plot.bottom}H${plot.right}${notches}`} />
      {yTicks.map(({ position, label }) => (
        <text key={position} x={plot.left - 7} y={position + 5} textAnchor="end">
          {label}
        </text>
      ))}
      {xTicks.map(({ position, label }) => (
        <text key={position} x={position} y={plot.bottom + 20} textAnchor="middle">
          {label}
        </text>
      ))}
    </>
  );
}
