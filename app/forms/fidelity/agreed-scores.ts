export const agreedScoreField = (itemNumber: number) => `score-${itemNumber}`;
export const agreedReasonField = (itemNumber: number) => `reason-${itemNumber}`;
export const agreedVersionField = (itemNumber: number) => `version-${itemNumber}`;

/** An item with what each reviewer scored, all of them submitted. */
export interface ScoredItem {
  itemNumber: number;
  scores: readonly number[];
}

export function isEqualScore({ scores }: ScoredItem): boolean {
  return new Set(scores).size === 1;
}

/** Reviewers two or more points apart, or a score that none of them gave, need a reason. */
export function needsAgreedReason({ scores }: ScoredItem, agreed: number): boolean {
  return Math.max(...scores) - Math.min(...scores) >= 2 || !scores.includes(agreed);
}
