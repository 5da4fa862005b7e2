export const reviewKinds = [
  {
    value: 'independent',
    label: 'Independent review',
    hint: 'Reviewers from outside the service score it.',
  },
  {
    value: 'guided-self-assessment',
    label: 'Guided self-assessment',
    hint: 'The service scores itself with a reviewer’s guidance.',
  },
  {
    value: 'self-assessment',
    label: 'Self-assessment',
    hint: 'The service scores itself.',
  },
] as const;

export type ReviewKind = (typeof reviewKinds)[number]['value'];

export function kindWords(kind: ReviewKind): string {
  return reviewKinds.find(({ value }) => value === kind)?.label ?? kind;
}

/** Fields that may come several times. */
export const reviewSetUpLists = ['otherReviewerIds'];
