import type { ReleasedFirstJobs } from '#scoring/outcomes/release/released-first-jobs.ts';

type Shown = Extract<ReleasedFirstJobs, { status: 'shown' }>;

/** By when half of all clients had started, as the shares beside it show; nothing where there are none. */
export function halfShownWords({
  months,
  halfByMonth,
}: Pick<Shown, 'months' | 'halfByMonth'>): string {
  if (months.every(({ startedOfAll }) => startedOfAll === null)) return '';
  return halfByMonth === null
    ? 'Of all clients, 50% is not reached.'
    : `Of all clients, 50% is shown by month ${halfByMonth}.`;
}
