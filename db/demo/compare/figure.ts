/** A published figure beside the demo's own, before any suppression. */
export interface ComparedFigure {
  /** Where the published figure stands: the file's own words joined by dots. */
  figure: string;
  published: string;
  demo: string;
  /** Whether the demo's figure comes back within the rounding of the published one; null where it is not compared. */
  isWithin: boolean | null;
  /** Why it is not compared, or not within. */
  reason: string;
}

/** What the demo holds for one published figure. */
export interface DemoFigure {
  value: string;
  isWithin: boolean;
  /** Only where not within: why. */
  reason?: string;
}

/** Demo figures by the path of the published figure. */
export type DemoFigures = ReadonlyMap<string, DemoFigure>;

const decimals = (value: number, places: number) =>
  Number.isFinite(value) ? value.toFixed(places) : 'none';

/** A number that must round to the published whole number. */
export function rounded(value: number, published: number): DemoFigure {
  return { value: decimals(value, 2), isWithin: Math.round(value) === published };
}

/** A count that must be the published one. */
export function exact(value: number, published: number): DemoFigure {
  return { value: String(value), isWithin: value === published };
}

/** A number that must lie in a range, where the published figure is words such as "almost 45". */
export function inRange(
  value: number,
  [low, high]: readonly [number, number],
  places = 1,
): DemoFigure {
  return { value: decimals(value, places), isWithin: value >= low && value < high };
}

/** A statement that holds or not. */
export function holds(value: string, isWithin: boolean): DemoFigure {
  return { value, isWithin };
}
