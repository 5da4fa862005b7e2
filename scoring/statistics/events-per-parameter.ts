const FEWEST = 10;

/**
 * How many events stand behind each coefficient: few of them make estimates too far out.
 * Formula: events, or clients without the event where those are fewer, over coefficients beside the constant.
 *
 * @param n clients
 * @param events of them
 * @param parameters coefficients, the constant included
 * @returns the number, null where there is nothing but the constant, and a warning under 10
 * Errors: none. Source: Peduzzi and others (1996), Journal of Clinical Epidemiology 49, 1373-1379. Checked by example.
 */
export function eventsPerParameter(
  n: number,
  events: number,
  parameters: number,
): { readonly eventsPerParameter: number | null; readonly warnings: readonly string[] } {
  if (parameters < 2) return { eventsPerParameter: null, warnings: [] };
  const each = Math.min(events, n - events) / (parameters - 1);
  const warning = `only ${each.toFixed(1)} events per parameter: estimates may be too far out`;
  return { eventsPerParameter: each, warnings: each < FEWEST ? [warning] : [] };
}
