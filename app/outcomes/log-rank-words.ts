import { pStatement } from '#app/relations/figure-words.ts';
import type { ReleasedFirstJobsByGroup } from '#scoring/outcomes/release/released-first-jobs-by-group.ts';

/** What the test says of the groups, or why there is none. */
export function logRankWords(test: ReleasedFirstJobsByGroup['test']): string {
  if (test === null) return 'No test, since a group is hidden or there are no two to compare.';
  const { chiSquared, df, p } = test;
  const degrees = df === 1 ? '1 degree of freedom' : `${df} degrees of freedom`;
  return `Log-rank test over the groups that are known: chi-squared ${chiSquared.toFixed(1)}, ${degrees}, ${pStatement(p)}; one test, not adjusted for the other breakdowns.`;
}
