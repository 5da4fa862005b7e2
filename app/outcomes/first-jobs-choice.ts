import type { BreakdownKey } from '#scoring/outcomes/cohort/breakdowns.ts';
import { breakdownsOfFirstJobs } from '#scoring/outcomes/release/released-first-jobs-by-group.ts';

import { breakdownName } from './outcomes-words.ts';

/** By which groups the page tells how soon first jobs come. */
export interface FirstJobsChoice {
  value: BreakdownKey;
  /** Every choice there is. */
  items: readonly { value: BreakdownKey; label: string }[];
}

const items = breakdownsOfFirstJobs.map((value) => ({ value, label: breakdownName(value) }));

/** What an address asks for; the report's first breakdown where it names none. */
export function firstJobsChoice(asked: string | null): FirstJobsChoice {
  return { value: items.find(({ value }) => value === asked)?.value ?? 'substance', items };
}
