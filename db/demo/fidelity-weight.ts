import { pearsonCorrelation } from '#scoring/statistics/correlation.ts';

import { agreedItemScores, reviewDraws, totalOf } from './fidelity-scores.ts';
import type { ReviewPlan } from './review-plan.ts';

/**
 * Fidelity goes with the ips-grow rate as in the published studies (.27, .34, .36), not better. A little under .3 for one
 * half-year, because over two there is less chance in the rates and the same fidelity goes with them a little more.
 */
const TARGET_CORRELATION = 0.28;

/** Teams with fewer clients are left out of the fit, as the studies' sites are larger. */
export const FEWEST_CLIENTS = 20;

export interface TeamRate {
  teamIndex: number;
  clients: number;
  jobEntries: number;
}

export interface FittedWeight {
  weight: number;
  correlation: number;
  teams: number;
}

/** The last review of each team that counts in the period. */
function reviewsInForce(
  plans: readonly ReviewPlan[],
  { from, to }: { from: string; to: string },
): Map<number, ReviewPlan> {
  const found = new Map<number, ReviewPlan>();
  for (const plan of plans) {
    if (plan.stage !== 'signed-off' || plan.lastVisitDay > to || plan.lastVisitDay < from) continue;
    found.set(plan.team.index, plan);
  }
  return found;
}

/**
 * How much weight the team's latent effect must have in fidelity for the correlation with the drawn job-entry rates
 * to come out as published. Rates stay as they were drawn, and no single score is touched: one number is chosen.
 */
export function fittedWeight(
  plans: readonly ReviewPlan[],
  rates: readonly TeamRate[],
  window: { from: string; to: string },
  seed: number,
): FittedWeight {
  const inForce = reviewsInForce(plans, window);
  const pairs = rates.flatMap(({ teamIndex, clients, jobEntries }) => {
    const plan = inForce.get(teamIndex);
    if (plan === undefined || clients < FEWEST_CLIENTS) return [];
    return [{ plan, draws: reviewDraws(plan, seed), rate: jobEntries / clients }];
  });
  const ratesOfPairs = pairs.map(({ rate }) => rate);
  let best: FittedWeight = {
    weight: 0,
    correlation: Number.POSITIVE_INFINITY,
    teams: pairs.length,
  };
  for (let step = 0; step <= 100; step += 1) {
    const weight = step / 100;
    const totals = pairs.map(({ plan, draws }) => totalOf(agreedItemScores(plan, draws, weight)));
    const result = pearsonCorrelation(totals, ratesOfPairs);
    if (result.status !== 'computed') continue;
    const isNearer =
      Math.abs(result.r - TARGET_CORRELATION) < Math.abs(best.correlation - TARGET_CORRELATION);
    if (isNearer) best = { weight, correlation: result.r, teams: pairs.length };
  }
  return best;
}
