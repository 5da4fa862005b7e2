import { halfYearBounds, previousHalfYear } from '#scoring/calendar/half-year.ts';
import { getJobEntryDefinition } from '#scoring/outcomes/job-entry-definitions.ts';
import { jobEntryRate } from '#scoring/outcomes/job-entry-rate.ts';
import { fidelityReviewInForce } from '#scoring/relations/in-force.ts';
import { pearsonCorrelation } from '#scoring/statistics/correlation.ts';

import type { Db } from '../../connection/open-database.ts';
import { listClientsForRate, listSignedOffReviews } from '../../queries/team-facts.ts';
import { DEFAULT_PERIOD } from '../demo-constants.ts';
import { FEWEST_CLIENTS } from '../fidelity-weight.ts';

export interface FidelityAndRate {
  teams: number;
  r: number;
  /** All clients of all teams together. */
  clients: number;
  jobEntries: number;
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Fidelity against the ips-grow rate over teams with a review in force and at least 20 clients. */
export async function fidelityAndRate(db: Db, halfYears: 1 | 2): Promise<FidelityAndRate> {
  const { to } = halfYearBounds(DEFAULT_PERIOD);
  const first = halfYears === 1 ? DEFAULT_PERIOD : previousHalfYear(DEFAULT_PERIOD);
  const { from } = halfYearBounds(first);
  const clients = await listClientsForRate(db, { from, to });
  const reviews = await listSignedOffReviews(db, { to });
  const definition = getJobEntryDefinition('ips-grow');
  const teams = [...new Set(clients.map(({ teamId }) => teamId))].map((teamId) => {
    const own = clients
      .filter((client) => client.teamId === teamId)
      .map(({ jobEntries, ...client }) => ({
        ...client,
        jobEntries: jobEntries.map(({ fourHoursDone, ...job }) => ({
          ...job,
          fourHoursDone: fourHoursDone === 'not-known' ? null : fourHoursDone === 'yes',
        })),
      }));
    const rate = jobEntryRate(definition, own, { from, to, countDate: to });
    const ofTeam = reviews.filter((review) => review.teamId === teamId);
    return { rate, review: fidelityReviewInForce(ofTeam, to) };
  });
  const pairs = teams.flatMap(({ rate, review }) =>
    review === undefined || rate.denominator < FEWEST_CLIENTS
      ? []
      : [{ total: sumOf(Object.values(review.scores)), rate: rate.numerator / rate.denominator }],
  );
  const result = pearsonCorrelation(
    pairs.map(({ total }) => total),
    pairs.map(({ rate }) => rate),
  );
  return {
    teams: pairs.length,
    r: result.status === 'computed' ? result.r : Number.NaN,
    clients: sumOf(teams.map(({ rate }) => rate.denominator)),
    jobEntries: sumOf(teams.map(({ rate }) => rate.numerator)),
  };
}
