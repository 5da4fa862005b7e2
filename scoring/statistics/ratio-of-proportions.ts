import { requireCounts, requireLevel } from './checks.ts';
import { normalQuantile } from './distributions.ts';

export type RatioOfProportions =
  | {
      readonly status: 'computed';
      /** First proportion over second; 1 means equal. */
      readonly ratio: number;
      readonly lower: number;
      readonly upper: number;
      readonly method: 'Katz log interval' | 'log interval within a caseload';
    }
  | {
      readonly status: 'no-interval';
      /** Missing where the second proportion is 0. */
      readonly ratio: number | undefined;
      readonly reason: string;
    };

function withLogInterval(
  ratio: number,
  variance: number,
  level: number,
  method: 'Katz log interval' | 'log interval within a caseload',
): RatioOfProportions {
  const reach = normalQuantile(1 - (1 - level) / 2) * Math.sqrt(variance);
  return {
    status: 'computed',
    ratio,
    lower: ratio * Math.exp(-reach),
    upper: ratio * Math.exp(reach),
    method,
  };
}

/**
 * Ratio of two proportions of groups that share nobody, with Katz's interval: a group's share among one
 * set of people against its share among another.
 * Formula: r = (x1 / n1) / (x2 / n2); interval r exp(+- z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2)).
 *
 * @param successes1, n1 the first group: whole numbers, 0 <= successes1 <= n1, n1 >= 1
 * @param successes2, n2 the second group, which shares nobody with the first
 * @param level confidence, 0 to 1, usually 0.95
 * @returns ratio and interval; 'no-interval' when either group has none, or both have everybody
 * @throws RangeError for impossible counts or a level outside 0 to 1
 * Source: Katz and others (1978), Biometrics 34, 469-474. Checked against intervals.expected.json (R).
 */
export function katzRatio(
  successes1: number,
  n1: number,
  successes2: number,
  n2: number,
  level = 0.95,
): RatioOfProportions {
  const caller = 'katzRatio';
  requireCounts(caller, successes1, n1, { successes: 'successes1', n: 'n1' });
  requireCounts(caller, successes2, n2, { successes: 'successes2', n: 'n2' });
  requireLevel(caller, level);
  if (successes2 === 0) {
    const reason = 'nobody in the second group has the characteristic';
    return { status: 'no-interval', ratio: undefined, reason };
  }
  if (successes1 === 0) {
    const reason = 'nobody in the first group has the characteristic';
    return { status: 'no-interval', ratio: 0, reason };
  }
  if (successes1 === n1 && successes2 === n2) {
    return { status: 'no-interval', ratio: 1, reason: 'everybody in both groups has it' };
  }
  // (n - x) / (x n) is 1/x - 1/n without the subtraction.
  const variance = (n1 - successes1) / (successes1 * n1) + (n2 - successes2) / (successes2 * n2);
  const ratio = (successes1 / n1) * (n2 / successes2);
  return withLogInterval(ratio, variance, level, 'Katz log interval');
}

/**
 * A group's share among IPS clients over its share in the caseload that the clients are part of: 1 is a
 * fair share. Katz's interval would be too wide, since the caseload is known and not a sample.
 * Formula: r = (a / A) / (b / B); interval r exp(+- z sqrt((1 - a / A) / a x (B - A) / (B - 1))).
 *
 * @param groupClients, clients a of A: IPS clients of the group, all IPS clients
 * @param groupCaseload, caseload b of B: people of the group in the caseload, the whole caseload;
 * these counts contain the clients
 * @param level confidence, 0 to 1, usually 0.95
 * @returns ratio and interval; 'no-interval' when the group has no clients or nobody in the caseload, when
 * all clients belong to it, or when the clients are the whole caseload
 * @throws RangeError for impossible counts, clients who cannot be part of the caseload, or a level outside
 * 0 to 1
 * Source: variance of a proportion sampled without replacement (Cochran, Sampling Techniques, section 3.2)
 * on the log scale. Checked against intervals.expected.json (R).
 */
export function representationRatio(
  groupClients: number,
  clients: number,
  groupCaseload: number,
  caseload: number,
  level = 0.95,
): RatioOfProportions {
  const caller = 'representationRatio';
  requireCounts(caller, groupClients, clients, { successes: 'groupClients', n: 'clients' });
  requireCounts(caller, groupCaseload, caseload, { successes: 'groupCaseload', n: 'caseload' });
  requireLevel(caller, level);
  if (groupClients > groupCaseload || clients - groupClients > caseload - groupCaseload) {
    throw new RangeError(`${caller}: the clients must be part of the caseload`);
  }
  if (groupCaseload === 0) {
    const reason = 'nobody in the caseload belongs to the group';
    return { status: 'no-interval', ratio: undefined, reason };
  }
  const ratio = (groupClients / clients) * (caseload / groupCaseload);
  if (groupClients === 0) {
    return { status: 'no-interval', ratio, reason: 'no client belongs to the group' };
  }
  if (clients === caseload) {
    const reason = 'the clients are the whole caseload: nothing is left to chance';
    return { status: 'no-interval', ratio, reason };
  }
  if (groupClients === clients) {
    return { status: 'no-interval', ratio, reason: 'every client belongs to the group' };
  }
  const variance =
    ((clients - groupClients) / (clients * groupClients)) * ((caseload - clients) / (caseload - 1));
  return withLogInterval(ratio, variance, level, 'log interval within a caseload');
}
