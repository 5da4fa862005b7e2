import type {
  BandRule,
  BandThreshold,
  CountRule,
  ItemScore,
  LevelRule,
  MeasuredUnit,
  ScaleAnchor,
  ScaleCondition,
} from './scale-types.ts';

/** Shorthand for writing a scale version in code. The result is the same plain data as a published one. */

export const percent: MeasuredUnit = { suffix: '%', largest: 100 };

/** Five anchors from score 1 to score 5, with the scores whose wording was verified. */
export function anchors(
  texts: [string, string, string, string, string],
  verified: ItemScore[] | 'all' | 'none',
): ScaleAnchor[] {
  return texts.map((text, index) => {
    const score = (index + 1) as ItemScore;
    const isVerified = verified === 'all' || (verified !== 'none' && verified.includes(score));
    return { score, text, verification: isVerified ? 'verified' : 'to-check' };
  });
}

/** Thresholds from score 5 down, all reached at the limit itself. */
export function thresholds(...limits: number[]): BandThreshold[] {
  return limits.map((limit, index) => ({
    score: (5 - index) as ItemScore,
    limit,
    limitReaches: true,
  }));
}

export function bandRule(
  rule: Pick<BandRule, 'measuredLabel' | 'measuredHow' | 'unit' | 'better' | 'thresholds'> &
    Partial<BandRule>,
): BandRule {
  return {
    kind: 'band',
    scoreOtherwise: 1,
    perSpecialist: false,
    saysContactsBasis: false,
    fullFromJobSeekers: null,
    leastCases: null,
    conditions: [],
    ...rule,
  };
}

/** Components given as key: label, with the score for 0, 1, 2 … of them. */
export function countRule(
  components: Record<string, string>,
  scoreByCount: ItemScore[],
  more: Partial<CountRule> = {},
): CountRule {
  return {
    kind: 'count',
    components: Object.entries(components).map(([key, label]) => ({ key, label })),
    scoreByCount,
    notApplicableCounts: false,
    conditions: [],
    ...more,
  };
}

export function levelRule(more: Partial<LevelRule> = {}): LevelRule {
  return { kind: 'level', perSpecialist: false, conditions: [], ...more };
}

/** A condition an anchor needs: without it the score is at most `score`. */
export function needed(
  key: string,
  label: string,
  score: ItemScore,
  heldBy: string[] = [],
): ScaleCondition {
  return { key, label, when: 'absent', effect: 'cap', score, heldBy };
}

/** A state that holds the score at most at `score`. */
export function capping(key: string, label: string, score: ItemScore): ScaleCondition {
  return { key, label, when: 'present', effect: 'cap', score, heldBy: [] };
}

/** A state that decides the score by itself. */
export function setting(key: string, label: string, score: ItemScore): ScaleCondition {
  return { key, label, when: 'present', effect: 'set', score, heldBy: [] };
}

/** 1, 1, 2, 3, 4, 5: five components, the score is their number and at least 1. */
export const scoreOfFive: ItemScore[] = [1, 1, 2, 3, 4, 5];
/** 1, 2, 3, 4, 5: four components, the score is one more than their number. */
export const scoreOfFour: ItemScore[] = [1, 2, 3, 4, 5];
/** 1, 1, 1, 2, 3, 4, 5: six components, the score is one less than their number and at least 1. */
export const scoreOfSix: ItemScore[] = [1, 1, 1, 2, 3, 4, 5];
