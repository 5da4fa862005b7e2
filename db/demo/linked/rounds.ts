import { followUpRules2025, type FollowUpRules } from '#scoring/outcomes/follow-up.ts';

import { COHORT } from './plan.ts';

export interface LinkageRound {
  name: string;
  linkageDate: string;
  /** Enrolment dates included. */
  rules: FollowUpRules;
  sent: number;
}

/**
 * The round of the 2025 report, and one a year earlier with what was known of the same people by then. Of the earlier
 * one only the number with complete follow-up is published.
 */
export const rounds: readonly LinkageRound[] = [
  {
    name: 'Data linkage of December 2023 (synthetic)',
    linkageDate: '2023-12-01',
    rules: { ...followUpRules2025, lastEnrolment: '2023-02-28' },
    sent: 2655,
  },
  {
    name: 'Data linkage of December 2024 (synthetic)',
    linkageDate: COHORT.linkageDate,
    rules: followUpRules2025,
    sent: COHORT.sent,
  },
];
