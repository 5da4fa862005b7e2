import {
  hazardChangePoint,
  monthlyHazard,
  type HazardChangePoint,
} from '#scoring/statistics/survival/hazard-change-point.ts';
import { kaplanMeier, type KaplanMeier } from '#scoring/statistics/survival/kaplan-meier.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';
import type { ClientOutcomes, FollowedOutcomes } from '../spells/client-outcomes.ts';
import { followUpMonthsReported } from './first-jobs-by-month.ts';

/** Said beside every curve: Via's own curve runs from the vocational profile. */
export const firstJobClock = 'Days from enrolment to the first day of the first job started';

/** Days to the first job started, or days followed without starting one. */
function timesOf(clients: readonly FollowedOutcomes[]): SurvivalTimes {
  return {
    times: clients.map(({ daysToFirstJob, followUpDays }) => daysToFirstJob ?? followUpDays),
    events: clients.map(({ startedJob }) => startedJob),
  };
}

/** The month of the first job started, or of the end of follow-up without one; who is not followed at all is left out. */
export function monthsOf(clients: readonly ClientOutcomes[]): SurvivalTimes {
  const followed = clients.filter(({ followUpMonths }) => followUpMonths > 0);
  return {
    times: followed.map(({ firstJobMonth, followUpMonths }) => firstJobMonth ?? followUpMonths),
    events: followed.map(({ startedJob }) => startedJob),
  };
}

/**
 * The share of clients who have not started a job yet, as days go by.
 *
 * For: time to first job when some clients are followed for less than 18 months.
 * Formula: Kaplan-Meier from enrolment; clients without a start are censored at the end of their follow-up. Somebody
 * whose job was already running at enrolment has not started one and counts as still looking.
 * @param clients everybody included
 * @param level confidence, 0 to 1, usually 0.95
 * @returns the curve in days with its log interval and median; 'too-few' for nobody
 * @throws RangeError for a level outside 0 to 1
 * Source: outcome definitions, section 9. Checked: 400 synthetic clients against R's survfit.
 */
export function timeToFirstJob(clients: readonly FollowedOutcomes[], level = 0.95): KaplanMeier {
  return kaplanMeier(timesOf(clients), level);
}

/**
 * The share of clients who have not started a job yet, follow-up month by follow-up month.
 *
 * For: a curve that can be published beside the first jobs by month: one by days has a step for every person or two, and
 * needs days of follow-up, which are not kept of anybody.
 * Formula: Kaplan-Meier in follow-up months; clients without a start are censored in the last month they were followed
 * in, and those not followed at all are left out, as in firstJobSlowDown.
 * @param clients everybody included
 * @param level confidence, 0 to 1, usually 0.95
 * @returns the curve with times 1, 2, ... months; 'too-few' for nobody
 * @throws RangeError for a level outside 0 to 1
 * Source: outcome definitions, section 9. Checked: by hand; by group, synthetic clients against R's survfit
 * (firstJobsByGroup).
 */
export function monthsToFirstJob(clients: readonly ClientOutcomes[], level = 0.95): KaplanMeier {
  return kaplanMeier(monthsOf(clients), level);
}

/**
 * The follow-up month after which first jobs come at a slower pace.
 *
 * For: whether support of nine months ends too early or too late; the clock is enrolment.
 * Formula: hazardChangePoint of starts by follow-up month among clients without a start and not censored in an
 * earlier month.
 * @param clients everybody included
 * @param months how many months to look at
 * @returns the month with its interval; 'too-few' or 'constant' where there is none
 * Errors: none for outcomes of clientOutcomes. Source: outcome definitions, section 9.
 * Checked: 400 synthetic clients against R's dbinom.
 */
export function firstJobSlowDown(
  clients: readonly ClientOutcomes[],
  months = followUpMonthsReported,
): HazardChangePoint {
  const followed = clients
    .filter(({ followUpMonths }) => followUpMonths > 0)
    .map(({ firstJobMonth, followUpMonths, startedJob }) => ({
      month: firstJobMonth ?? followUpMonths,
      event: startedJob,
    }));
  return hazardChangePoint(monthlyHazard(followed, months));
}
