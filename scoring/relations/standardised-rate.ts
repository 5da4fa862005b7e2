/**
 * Standardised rate: job entries over what the team's clients lead to expect, said as a rate.
 *
 * For: reading a ratio on the scale of rates. It is not drawn towards other teams for its size, as the adjusted rate is.
 * Formula: indirect standardisation, observed over expected times the rate of all clients, held at 1. A ratio multiplies, and
 * would take a rate past 100% where clients are expected to do badly and do well; the ratio itself is never held.
 *
 * @param ratio observed over expected job entries, 0 or more
 * @param overallRate job entries per client, of all clients, 0 to 1
 * @returns 0 to 1
 * @throws RangeError for a ratio below 0 or a rate outside 0 to 1
 * Source: ours, beside the adjusted rate of outcome definitions, section 8; indirect standardisation as in Breslow and Day
 * (1987), Statistical Methods in Cancer Research II, chapter 2. Checked by example.
 */
export function standardisedRate(ratio: number, overallRate: number): number {
  return Math.min(1, unheld(ratio, overallRate));
}

/**
 * Whether a standardised rate is held at 100%, so that it says less than its ratio.
 *
 * For: the notes of the case mix page and of its files. Formula: ratio times the rate of all above 1, see standardisedRate.
 *
 * @param ratio observed over expected job entries, 0 or more
 * @param overallRate job entries per client, of all clients, 0 to 1
 * @returns true where it is held; false at 100% itself
 * @throws RangeError as standardisedRate
 * Source: ours. Checked by example.
 */
export function isStandardisedRateHeld(ratio: number, overallRate: number): boolean {
  return unheld(ratio, overallRate) > 1;
}

function unheld(ratio: number, overallRate: number): number {
  if (!(ratio >= 0)) throw new RangeError('standardisedRate: ratio must be 0 or more');
  if (!(overallRate >= 0 && overallRate <= 1)) {
    throw new RangeError('standardisedRate: overallRate must lie from 0 to 1');
  }
  return ratio * overallRate;
}

/**
 * Which teams' standardised rates are held at 100%: no rate is cut short in silence.
 *
 * For: the warnings of caseMix. Formula: see isStandardisedRateHeld.
 *
 * @param teams with their ratios
 * @param overallRate job entries per client, of all clients, 0 to 1
 * @returns one sentence for each such team, in the order given
 * @throws RangeError as standardisedRate
 * Source: ours. Checked by example.
 */
export function standardisedWarnings(
  teams: readonly { readonly team: string; readonly ratio: number }[],
  overallRate: number,
): string[] {
  return teams
    .filter(({ ratio }) => isStandardisedRateHeld(ratio, overallRate))
    .map(
      ({ team }) =>
        `the standardised rate of ${team} would pass 100% and is held there: read its ratio`,
    );
}
