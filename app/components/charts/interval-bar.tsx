import { dot, horizontalInterval, intervalOnAxis } from './paths.ts';
import { linearScale, rounded } from './scale.ts';
import type { Interval } from './scale.ts';

export interface IntervalBarProps {
  value: number;
  low: number;
  high: number;
  domain: Interval;
  /** A thin upright line, such as the rate of all teams. */
  reference?: number | undefined;
  /** The picture in words; without it the bar is hidden from assistive technology, its cell says it. */
  label?: string | undefined;
}

const width = 120;
const height = 16;

/** A value and its interval within a line of text or a cell. */
export function IntervalBar({ value, low, high, domain, reference, label }: IntervalBarProps) {
  const scale = linearScale(domain, [6, width - 6]);
  const drawn = intervalOnAxis(low, high, scale);
  const named =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      className="gt-interval-bar"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      focusable="false"
      {...named}
    >
      <path className="gt-chart__rule" d={`M6 8H${width - 6}`} />
      {reference !== undefined && (
        <path className="gt-chart__reference" d={`M${rounded(scale(reference))} 1V15`} />
      )}
      {drawn && <path className="gt-chart__bar" d={horizontalInterval(drawn, 8)} />}
      <path className="gt-chart__dots" d={dot({ x: scale(value), y: 8 })} />
    </svg>
  );
}
