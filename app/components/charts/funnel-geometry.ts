import { area, line } from 'd3-shape';

import { diamond, dot, square, type Position } from './paths.ts';
import { axisDomain, linearScale, linearTicks, rounded } from './scale.ts';
import type { ChartAxis, Interval, Scale, Tick } from './scale.ts';

export interface FunnelPoint extends Position {
  /** Outside the limits by its own figures: another shape. */
  isOutside: boolean;
  /** The reader's own team: another shape again, and named. */
  label?: string | undefined;
}

/** Lower and upper limit at some sizes, from the smallest on. */
export type FunnelCurve = readonly { x: number; low: number; high: number }[];

export interface FunnelInput {
  points: readonly FunnelPoint[];
  x: ChartAxis;
  y: ChartAxis;
  target: number;
  /** The limits that one team in twenty passes by chance. */
  inner: FunnelCurve;
  /** The limits that one in five hundred passes. */
  outer: FunnelCurve;
  /** The inner limits where teams differ by more than chance: drawn as a band. */
  band?: FunnelCurve | undefined;
}

export interface OwnMark {
  mark: string;
  label: string;
  labelX: number;
  labelY: number;
  anchor: 'start' | 'end';
}

export interface FunnelGeometry {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  xTicks: Tick[];
  yTicks: Tick[];
  target: string;
  inner: string;
  outer: string;
  band: string;
  inside: string;
  outside: string;
  own: OwnMark[];
}

const width = 400;
const height = 300;
const plot = { left: 46, right: 388, top: 14, bottom: 270 };

/**
 * The span upwards holds every point and the limits from a third of the way along: at a handful of clients limits
 * reach so far that the teams would be squeezed together.
 */
function heights({ points, inner, outer, band = [], target }: FunnelInput): number[] {
  const later = (curve: FunnelCurve): number[] =>
    curve.slice(Math.floor(curve.length / 3)).flatMap(({ low, high }) => [low, high]);
  return [...points.map(({ y }) => y), target, ...later(inner), ...later(outer), ...later(band)];
}

export function funnelGeometry(input: FunnelInput): FunnelGeometry {
  const { points, target, inner, outer, band = [] } = input;
  const x = linearScale(axisDomain([0, ...points.map((point) => point.x)], input.x), [
    plot.left,
    plot.right,
  ]);
  const y = linearScale(axisDomain(heights(input), input.y), [plot.bottom, plot.top]);
  const at = (point: Position): Position => ({ x: x(point.x), y: y(point.y) });
  const others = points.filter(({ label }) => label === undefined);
  return {
    width,
    height,
    plot,
    xTicks: linearTicks(x, 6, input.x.format),
    yTicks: linearTicks(y, 5, input.y.format),
    target: `M${plot.left} ${rounded(y(target))}H${plot.right}`,
    inner: bothLines(inner, x, y),
    outer: bothLines(outer, x, y),
    band: bandBetween(band, x, y),
    inside: others
      .filter(({ isOutside }) => !isOutside)
      .map((point) => dot(at(point)))
      .join(''),
    outside: others
      .filter(({ isOutside }) => isOutside)
      .map((point) => square(at(point), 4))
      .join(''),
    own: points.flatMap((point) =>
      point.label === undefined ? [] : [ownMark(point.label, at(point))],
    ),
  };
}

/** Both limits, each drawn only where it is on the axes: held at an edge it would look like a limit there. */
function bothLines(curve: FunnelCurve, x: Scale, y: Scale): string {
  const toPath = line<Position>()
    .defined((point) => isOn(point.x, x) && isOn(point.y, y))
    .x((point) => rounded(x(point.x)))
    .y((point) => rounded(y(point.y)));
  const limit = (key: 'low' | 'high'): string =>
    toPath(curve.map((point) => ({ x: point.x, y: point[key] }))) ?? '';
  return limit('low') + limit('high');
}

/** A band may touch the edges of the plot: it is an area, and its own edge is not drawn. */
function bandBetween(curve: FunnelCurve, x: Scale, y: Scale): string {
  const toPath = area<FunnelCurve[number]>()
    .defined((point) => isOn(point.x, x))
    .x((point) => rounded(x(point.x)))
    .y0((point) => rounded(y(point.low)))
    .y1((point) => rounded(y(point.high)));
  return toPath([...curve]) ?? '';
}

function isOn(value: number, scale: Scale): boolean {
  const [low = 0, high = 1]: Interval | number[] = scale.domain();
  return value >= low && value <= high;
}

/** The label stands on the side with more room and off the top edge. */
function ownMark(label: string, at: Position): OwnMark {
  const isLeft = at.x < (plot.left + plot.right) / 2;
  return {
    mark: diamond(at, 7),
    label,
    labelX: rounded(at.x + (isLeft ? 11 : -11)),
    labelY: rounded(Math.max(at.y - 6, plot.top + 12)),
    anchor: isLeft ? 'start' : 'end',
  };
}
