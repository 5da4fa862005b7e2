/** What the demo is: one seed, one fixed day, 24 months of records before it. */

export const DEMO_SEED = 20260703;

/**
 * The evaluation cohort has a seed of its own: the first of those tried whose 718 clients show the whole published
 * pattern, significant odds ratios and those that are not included.
 */
export const EVALUATION_SEED = 34;

/** Friday 3 July 2026: the day the demo takes for today. */
export const DEMO_DAY = '2026-07-03';

/** Every record of the seed carries a time no later than this one. */
export const DEMO_MOMENT = `${DEMO_DAY}T07:00:00.000Z`;

/** Team records begin here: 24 months to the end of June 2026, and the first days of July. */
export const RECORDS_FROM = '2024-07-01';
export const RECORDS_TO = '2026-07-02';

/** The half-year whose relations the demo opens with: the last complete one before the demo day. */
export const DEFAULT_PERIOD = '2026-H1';
