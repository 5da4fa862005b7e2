import { line } from 'd3-shape';

import { diamond, dot, intervalOnAxis, verticalInterval } from './paths.ts';
import type { Position } from './paths.ts';
import { axisDomain, linearScale, linearTicks, rounded } from './scale.ts';
import type { ChartAxis, Scale, Tick } from './scale.ts';

export interface ScatterPoint {
  x: number;
  y: number;
  /** The interval of y. */
  low?: number | undefined;
  high?: number | undefined;
  /** Printed beside a highlighted point. */
  label?: string | undefined;
  /** The reader's own team: another shape, and named. */
  highlighted?: boolean | undefined;
}

export interface ScatterLine {
  label: string;
  points: readonly Position[];
  dashed?: boolean | undefined;
}

export interface ScatterInput {
  points: readonly ScatterPoint[];
  x: ChartAxis;
  y: ChartAxis;
  lines?: readonly ScatterLine[] | undefined;
}

export interface Highlight {
  mark: string;
  interval: string;
  label: string;
  labelX: number;
  labelY: number;
  anchor: 'start' | 'end';
}

export interface ScatterGeometry {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  xTicks: Tick[];
  yTicks: Tick[];
  /** Every interval but the highlighted ones, as one path. */
  intervals: string;
  /** Every point but the highlighted ones, as one path of dots. */
  marks: string;
  highlights: Highlight[];
  lines: { label: string; dashed: boolean; path: string }[];
  /** Points beyond the axes, drawn at the edge. */
  outside: number;
}

const width = 400;
const height = 300;
const plot = { left: 46, right: 388, top: 14, bottom: 270 };

export function scatterGeometry(input: ScatterInput): ScatterGeometry {
  const points = input.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const linePoints = (input.lines ?? []).flatMap((each) => each.points);
  const x = linearScale(axisDomain(xValues(points, linePoints), input.x), [plot.left, plot.right]);
  const y = linearScale(axisDomain(yValues(points, linePoints), input.y), [plot.bottom, plot.top]);
  const others = points.filter((point) => !point.highlighted);
  const toPath = line<Position>()
    .x((point) => rounded(x(point.x)))
    .y((point) => rounded(y(point.y)));
  return {
    width,
    height,
    plot,
    xTicks: linearTicks(x, 6, input.x.format),
    yTicks: linearTicks(y, 5, input.y.format),
    intervals: others.map((point) => pointInterval(point, x, y)).join(''),
    marks: others.map((point) => dot({ x: x(point.x), y: y(point.y) })).join(''),
    highlights: points
      .filter((point) => point.highlighted)
      .map((point) =>
        highlight(point, { x: x(point.x), y: y(point.y) }, pointInterval(point, x, y)),
      ),
    lines: (input.lines ?? []).map(({ label, dashed = false, points: path }) => ({
      label,
      dashed,
      path: toPath(path.filter((point) => isInside(point, x, y))) ?? '',
    })),
    outside: points.filter((point) => !isInside(point, x, y)).length,
  };
}

function xValues(points: readonly ScatterPoint[], linePoints: readonly Position[]): number[] {
  return [...points, ...linePoints].map((point) => point.x);
}

function yValues(points: readonly ScatterPoint[], linePoints: readonly Position[]): number[] {
  return [
    ...points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
    ...linePoints.map((point) => point.y),
  ];
}

function isInside(point: Position, x: Scale, y: Scale): boolean {
  return isOn(point.x, x) && isOn(point.y, y);
}

function isOn(value: number, scale: Scale): boolean {
  const [low = 0, high = 1] = scale.domain();
  return value >= low && value <= high;
}

function pointInterval(point: ScatterPoint, x: Scale, y: Scale): string {
  if (point.low === undefined || point.high === undefined) return '';
  const drawn = intervalOnAxis(point.low, point.high, y);
  return drawn ? verticalInterval(drawn, x(point.x)) : '';
}

/** The label stands on the side with more room and off the top edge. */
function highlight(point: ScatterPoint, at: Position, interval: string): Highlight {
  const right = at.x < (plot.left + plot.right) / 2;
  return {
    mark: diamond(at, 7),
    interval,
    label: point.label ?? '',
    labelX: rounded(at.x + (right ? 11 : -11)),
    labelY: rounded(Math.max(at.y - 6, plot.top + 12)),
    anchor: right ? 'start' : 'end',
  };
}
