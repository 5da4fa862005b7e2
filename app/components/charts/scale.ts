import { scaleLinear, scaleLog } from 'd3-scale';
import type { ScaleContinuousNumeric } from 'd3-scale';

export type ChartFormat = 'number' | 'percent';
export type Interval = readonly [low: number, high: number];

export interface ChartAxis {
  /** With its unit: "Fidelity score (25 to 125)". */
  title: string;
  /** percent prints a rate of 0 to 1 as 0% to 100%. */
  format?: ChartFormat | undefined;
  /** What the axis spans; found from the figures when absent. */
  domain?: Interval | undefined;
}

export interface Tick {
  position: number;
  label: string;
}

export type Scale = ScaleContinuousNumeric<number, number>;

/** One decimal of a drawing unit is finer than any screen shows and keeps the page small. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Made once: building one costs more than drawing a chart. */
const numberFormats = [0, 1, 2, 3].map(
  (decimals) =>
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
);

export function formatValue(value: number, format: ChartFormat = 'number', step = 1): string {
  const shown = format === 'percent' ? value * 100 : value;
  const shownStep = format === 'percent' ? step * 100 : step;
  const decimals = shownStep >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(shownStep) - 1e-9));
  const text = numberFormats[decimals]?.format(shown) ?? String(shown);
  return format === 'percent' ? `${text}%` : text;
}

/**
 * The span of an axis. Figures alone decide it: rates start at nought and end at 100% at most, a single
 * figure gets room on both sides, and no figures at all give 0 to 1.
 */
export function axisDomain(values: readonly number[], axis: ChartAxis): Interval {
  if (axis.domain) return axis.domain;
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  if (axis.format === 'percent') low = Math.min(0, low);
  if (low === high) {
    const room = low === 0 ? 1 : Math.abs(low) * 0.1;
    low -= axis.format === 'percent' ? 0 : room;
    high += room;
  }
  const [niceLow = low, niceHigh = high] = scaleLinear([low, high], [0, 1]).nice(5).domain();
  return axis.format === 'percent' ? [niceLow, Math.min(1, niceHigh)] : [niceLow, niceHigh];
}

export function linearScale(domain: Interval, range: Interval): Scale {
  return scaleLinear(domain, range).clamp(true);
}

export function linearTicks(scale: Scale, count: number, format?: ChartFormat): Tick[] {
  const values = scale.ticks(count);
  const step = values.length > 1 ? (values[1] ?? 0) - (values[0] ?? 0) : 1;
  return values.map((value) => ({
    position: rounded(scale(value)),
    label: formatValue(value, format, step),
  }));
}

const ratioSteps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/**
 * The span of an odds ratio axis: round ratios that hold every interval, always with 1 inside and never
 * beyond 1/20 and 20, so that one wide interval does not squeeze the others together.
 */
export function ratioDomain(values: readonly number[]): Interval {
  const finite = values.filter((value) => Number.isFinite(value) && value > 0);
  const low = Math.min(0.5, ...finite);
  const high = Math.max(2, ...finite);
  return [
    ratioSteps.findLast((step) => step <= low) ?? 0.05,
    ratioSteps.find((step) => step >= high) ?? 20,
  ];
}

export function logScale(domain: Interval, range: Interval): Scale {
  return scaleLog(domain, range).clamp(true);
}

export function ratioTicks(scale: Scale): Tick[] {
  const [low = 0, high = Infinity] = scale.domain();
  return ratioSteps
    .filter((step) => step >= low && step <= high)
    .map((step) => ({ position: rounded(scale(step)), label: String(step) }));
}
