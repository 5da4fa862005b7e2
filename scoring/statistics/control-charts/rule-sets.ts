/** What a control chart can signal. */
export type RuleKey = 'beyond-limits' | 'one-side' | 'trend' | 'two-of-three';

export interface Rule {
  readonly key: RuleKey;
  /** What the page says the rule looks for. */
  readonly words: string;
}

export interface RuleSet {
  readonly key: 'seven-point' | 'six-point';
  readonly name: string;
  /** Points in a run that make a signal. */
  readonly runLength: number;
  readonly rules: readonly Rule[];
}

function ruleSet(key: RuleSet['key'], name: string, runLength: number, number: string): RuleSet {
  return {
    key,
    name,
    runLength,
    rules: [
      { key: 'beyond-limits', words: 'A point above the upper or below the lower limit.' },
      {
        key: 'one-side',
        words: `${number} points in a row on the same side of the mean. A point on the mean ends the row.`,
      },
      {
        key: 'trend',
        words: `${number} points in a row, each above the one before, or each below it. A value equal to the one before neither adds to the row nor breaks it.`,
      },
      {
        key: 'two-of-three',
        words:
          'Two of three points in a row more than two sigma from the mean, on the same side. Points beyond the limit (three sigma) count.',
      },
    ],
  };
}

/**
 * The two sets of rules in use for control charts in English health services. They differ only in how many
 * points make a run; a chart names the set that it was read by.
 * Source: published guidance on statistical process control in the NHS, which has used both lengths.
 */
export const SEVEN_POINT_RULES = ruleSet('seven-point', 'Seven-point rules', 7, 'Seven');
export const SIX_POINT_RULES = ruleSet('six-point', 'Six-point rules', 6, 'Six');
export const RULE_SETS: readonly RuleSet[] = [SEVEN_POINT_RULES, SIX_POINT_RULES];
