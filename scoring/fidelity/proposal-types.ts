import type { RecordedConditions } from './scale-conditions.ts';
import type { ItemScore } from './scale-types.ts';

/** What was recorded about one item. What the item's rule does not use is left aside. */
export interface ItemFacts {
  /** The measured number of a band item, in the rule's unit; percentages from 0 to 100, unrounded. */
  measured?: number | undefined;
  /** How many cases it was measured on, for rules that need a least number (items 19, 20, 21). */
  cases?: number | undefined;
  /** Keys of the components in place; an empty list when none is. */
  components?: readonly string[] | undefined;
  /** Components that cannot apply, key to reason (item 25). */
  notApplicable?: Readonly<Record<string, string>> | undefined;
  /** Condition key to whether it holds; left out where it is not recorded. */
  conditions?: RecordedConditions | undefined;
  /** The score of the anchor recorded as the one that fits, for level items. */
  state?: number | undefined;
  /** One value for each specialist: measured numbers (items 17, 24) or states (item 18). */
  perSpecialist?: readonly number[] | undefined;
  /** People looking for work (item 17). */
  jobSeekers?: number | undefined;
  /** People looking for work with each specialist, in the order of perSpecialist (item 17). */
  jobSeekersPerSpecialist?: readonly number[] | undefined;
  /** Which employer contacts were counted (item 17); 'all' when left out. */
  contactsBasis?: 'all' | 'particular' | undefined;
}

export interface ProposedScore {
  status: 'proposed';
  score: ItemScore;
  /** The measured number, the threshold it met and the caps applied, in words. */
  explanation: string;
}

export interface NoProposal {
  status: 'no-proposal';
  reason: string;
  /** Set on an exact half, where the reviewers decide: whatever they score, their reason is kept. */
  reviewersDecide?: true;
}

/** A proposal never replaces the reviewer's score. */
export type ItemProposal = ProposedScore | NoProposal;

export function proposed(score: ItemScore, sentences: readonly string[]): ProposedScore {
  return { status: 'proposed', score, explanation: sentences.join(' ') };
}

export function noProposal(...sentences: string[]): NoProposal {
  return { status: 'no-proposal', reason: sentences.join(' ') };
}
