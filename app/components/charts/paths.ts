import { rounded } from './scale.ts';
import type { Scale } from './scale.ts';

export interface Position {
  x: number;
  y: number;
}

/** A line of no length: drawn with a round cap it is a dot, and a hundred dots are one element. */
export function dot({ x, y }: Position): string {
  return `M${rounded(x)} ${rounded(y)}h0`;
}

export function diamond({ x, y }: Position, radius: number): string {
  const r = radius;
  return `M${rounded(x)} ${rounded(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
}

export function square({ x, y }: Position, radius: number): string {
  return `M${rounded(x - radius)} ${rounded(y - radius)}h${radius * 2}v${radius * 2}h${-radius * 2}z`;
}

export interface DrawnInterval {
  from: number;
  to: number;
  /** An end lies beyond the axis: it is drawn as an arrow, not as an end. */
  clippedLow: boolean;
  clippedHigh: boolean;
}

/** Where an interval lies on an axis; undefined when none of it does. */
export function intervalOnAxis(low: number, high: number, scale: Scale): DrawnInterval | undefined {
  const [axisLow = 0, axisHigh = 1] = scale.domain();
  if (Number.isNaN(low) || Number.isNaN(high) || high < axisLow || low > axisHigh) return undefined;
  return {
    from: rounded(scale(Math.max(low, axisLow))),
    to: rounded(scale(Math.min(high, axisHigh))),
    clippedLow: low < axisLow,
    clippedHigh: high > axisHigh,
  };
}

const arrow = 4;

export function horizontalInterval(drawn: DrawnInterval, y: number): string {
  const level = rounded(y);
  const left = drawn.clippedLow
    ? `M${rounded(drawn.from + arrow)} ${rounded(level - arrow)}l${-arrow} ${arrow}l${arrow} ${arrow}`
    : '';
  const right = drawn.clippedHigh
    ? `M${rounded(drawn.to - arrow)} ${rounded(level - arrow)}l${arrow} ${arrow}l${-arrow} ${arrow}`
    : '';
  return `M${drawn.from} ${level}H${drawn.to}${left}${right}`;
}

export function verticalInterval(drawn: DrawnInterval, x: number): string {
  const column = rounded(x);
  const bottom = drawn.clippedLow
    ? `M${rounded(column - arrow)} ${rounded(drawn.from - arrow)}l${arrow} ${arrow}l${arrow} ${-arrow}`
    : '';
  const top = drawn.clippedHigh
    ? `M${rounded(column - arrow)} ${rounded(drawn.to + arrow)}l${arrow} ${-arrow}l${arrow} ${arrow}`
    : '';
  return `M${column} ${drawn.from}V${drawn.to}${bottom}${top}`;
}
