/**
 * A version of the fidelity scale as plain data. Everything that decides a proposal is a value in
 * here, never a branch in code, so that an administrator can publish a corrected version. Every field
 * is always present (null or an empty list where nothing applies), so the whole is one JSON document.
 */

export const itemScores = [1, 2, 3, 4, 5] as const;

/** A whole number from 1 (not in place) to 5 (fully in place). */
export type ItemScore = (typeof itemScores)[number];

export const evidenceSources = ['MIS', 'DOC', 'INT', 'OBS', 'ISP'] as const;

/** Management information, documents, interviews, observation, the client's employment plan. */
export type EvidenceSource = (typeof evidenceSources)[number];

/** verified: read in a public copy of the form. to-check: to be checked against it by the service owner. */
export type AnchorVerification = 'verified' | 'to-check';

export interface ScaleAnchor {
  score: ItemScore;
  text: string;
  verification: AnchorVerification;
}

/**
 * Something a reviewer ticks that limits the score.
 * cap: the score is at most `score`. set: the score is `score`, whatever was measured.
 * when 'absent': takes effect unless the condition is recorded as true (an anchor needs it).
 * when 'present': takes effect only when the condition is recorded as true.
 */
export interface ScaleCondition {
  key: string;
  label: string;
  when: 'absent' | 'present';
  effect: 'cap' | 'set';
  score: ItemScore;
  /** Other conditions of the item that make this one hold too (a weekly review is a monthly one). */
  heldBy: string[];
}

export interface BandThreshold {
  score: ItemScore;
  /** The printed end of the band, in the unit of the measured number. */
  limit: number;
  /** Whether the limit itself reaches the score ("50 or more") or lies just outside ("above 30"). */
  limitReaches: boolean;
}

export interface MeasuredUnit {
  /** Written straight after the number: '%', ' days'. */
  suffix: string;
  /** The largest value there can be (100 for a percentage), or null. */
  largest: number | null;
}

/** Too few cases to measure: below `least`, propose `scoreBelow`, or nothing when it is null. */
export interface LeastCases {
  least: number;
  label: string;
  scoreBelow: ItemScore | null;
}

/** A measured number maps to a score. */
export interface BandRule {
  kind: 'band';
  /** What is measured, as a heading for the number: 'Share of …'. */
  measuredLabel: string;
  /** How the number is made from records, as printed beside it. */
  measuredHow: string;
  unit: MeasuredUnit;
  better: 'lower' | 'higher';
  /** From the highest score down. */
  thresholds: BandThreshold[];
  /** The score when no threshold is reached. */
  scoreOtherwise: ItemScore;
  /** Rate each employment specialist, then average. */
  perSpecialist: boolean;
  /** Whether to say which employer contacts were counted. */
  saysContactsBasis: boolean;
  /** Below this many people looking for work, every limit shrinks in proportion; null: never. */
  fullFromJobSeekers: number | null;
  leastCases: LeastCases | null;
  conditions: ScaleCondition[];
}

export interface ScaleComponent {
  key: string;
  label: string;
}

/** The number of listed components in place maps to a score. */
export interface CountRule {
  kind: 'count';
  components: ScaleComponent[];
  /** The score for 0, 1, 2 … components in place: one entry more than there are components. */
  scoreByCount: ItemScore[];
  /** Whether a component that cannot apply counts as in place, with a reason. */
  notApplicableCounts: boolean;
  conditions: ScaleCondition[];
}

/** A described state: the anchor the reviewer recorded as the one that fits, less any cap. */
export interface LevelRule {
  kind: 'level';
  perSpecialist: boolean;
  conditions: ScaleCondition[];
}

export type ItemRule = BandRule | CountRule | LevelRule;

export const itemKinds = ['band', 'level', 'count', 'level-and-band'] as const;

/** level-and-band has a band rule of which some conditions set the score outright. */
export type ItemKind = (typeof itemKinds)[number];

export interface ScaleItem {
  number: number;
  key: string;
  /** Key of the section. */
  section: string;
  title: string;
  definition: string;
  kind: ItemKind;
  sources: EvidenceSource[];
  /** Five, from score 1 to score 5. */
  anchors: ScaleAnchor[];
  rule: ItemRule;
  /** What the team's own records can show beside the item; null where there is nothing. */
  recordsShow: string | null;
  /** What to know about this item in alcohol and drug treatment; null where nothing is special. */
  alcoholAndDrugs: string | null;
}

export interface ScaleSection {
  key: string;
  title: string;
  itemNumbers: number[];
}

/** A named range of totals, both ends included. */
export interface ScaleBand {
  key: string;
  label: string;
  from: number;
  to: number;
}

export interface FidelityScale {
  id: string;
  name: string;
  source: string;
  sourceUrl: string;
  note: string;
  sections: ScaleSection[];
  bands: ScaleBand[];
  items: ScaleItem[];
}
