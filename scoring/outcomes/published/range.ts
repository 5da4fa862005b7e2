/** All values a number may have: both ends included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a printed whole number stands for: up to half a unit on either side. */
export function roundedTo(printed: number, unit = 1): Range {
  return { low: (printed - 0.5) * unit, high: (printed + 0.5) * unit };
}

export function exactly(value: number): Range {
  return { low: value, high: value };
}

/** Values in both ranges; a range of nothing where they share none, its low end above its high end. */
export function overlap(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function plus(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function minus(a: Range, b: Range): Range {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function times(a: Range, b: Range): Range {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...products), high: Math.max(...products) };
}

/** Undefined where the divisor may be 0: then the quotient may be anything. */
export function dividedBy(a: Range, b: Range): Range | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  return times(a, { low: 1 / b.high, high: 1 / b.low });
}
