/** Said wherever a relation is shown. */
export const associationCaution =
  'This is an association between teams. It does not show that one brings about the other: teams differ in their clients, areas and records.';

/** A number with a set number of decimals and a true minus sign, never "−0.00". */
export function decimals(value: number, places = 2): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A p value as a page prints it. */
export function pWords(p: number): string {
  return p < 0.001 ? 'p below 0.001' : `p = ${p.toFixed(3)}`;
}

/** 'r = 0.31, 95% interval 0.06 to 0.52'. */
export function estimateWords(
  name: string,
  estimate: { readonly value: number; readonly lower: number; readonly upper: number },
  level: number,
): string {
  const { value, lower, upper } = estimate;
  const percent = Number((100 * level).toFixed(1));
  return `${name} = ${decimals(value)}, ${percent}% interval ${decimals(lower)} to ${decimals(upper)}`;
}
