import { requireCounts } from '#scoring/statistics/checks.ts';
import { sum } from '#scoring/statistics/vectors.ts';

/** A team's own part of the log odds of a job entry, and its error. */
export interface TeamEffect {
  readonly effect: number;
  readonly standardError: number;
}

const MOST_STEPS = 100;

/**
 * The conditional mode of a team's random intercept for counts that are given, not counted from its clients' rows.
 *
 * For: adjusted rates that may be shown. The mode of a fitted model is worked out from exact counts and could be solved for
 * them; this one says no more than the rounded counts beside it and the model. With exact counts it is the model's own.
 * Formula: b where s^2 (x - n mean of p) = b, with p = 1 / (1 + exp(-(eta + b))) over the team's clients; its error is
 * s / sqrt(1 + s^2 n mean of p (1 - p)). The two sides meet once, since one falls and the other rises with b.
 *
 * @param fixedLogOdds eta, one per client of the team: the fitted linear predictor without the team's part
 * @param counts n clients and their job entries, rounded or exact; n need not be the number of eta
 * @param spread s, standard deviation of the random intercepts, 0 or more; 0 gives an effect of 0 without error
 * @returns effect and standard error, log odds
 * @throws RangeError for counts that are not 0 <= events <= n with n at least 1, no client, or a negative spread
 * Source: the model of randomIntercept with counts in the place of sums (ours). Checked against R's uniroot
 * (team-effects.expected.json), and with exact counts against randomIntercept.
 */
export function teamEffect(
  fixedLogOdds: readonly number[],
  { n, events }: { readonly n: number; readonly events: number },
  spread: number,
): TeamEffect {
  const caller = 'teamEffect';
  requireCounts(caller, events, n, { successes: 'events', n: 'n' });
  if (fixedLogOdds.length === 0) throw new RangeError(`${caller}: a team must have a client`);
  if (!(spread >= 0)) throw new RangeError(`${caller}: spread must be 0 or more`);
  const weight = n / fixedLogOdds.length;
  const variance = spread ** 2;
  let effect = 0;
  for (let step = 0; ; step += 1) {
    const chances = fixedLogOdds.map((eta) => 1 / (1 + Math.exp(-(eta + effect))));
    const information = weight * sum(chances.map((p) => p * (1 - p)));
    const curvature = 1 + variance * information;
    const move = (variance * (events - weight * sum(chances)) - effect) / curvature;
    if (Math.abs(move) <= 1e-13 * (1 + Math.abs(effect)) || step >= MOST_STEPS) {
      return { effect, standardError: spread / Math.sqrt(curvature) };
    }
    effect += Math.max(-1, Math.min(1, move));
  }
}
