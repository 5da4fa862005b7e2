import type {
  BandRule,
  CountRule,
  ItemKind,
  ItemRule,
  ScaleCondition,
  ScaleItem,
} from './scale-types.ts';

function isScore(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 5;
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function conditionProblems(conditions: readonly ScaleCondition[]): string[] {
  const keys = conditions.map(({ key }) => key);
  return [
    ...repeated(keys).map((key) => `condition "${key}" must appear once`),
    ...conditions.flatMap(({ key, label, score, heldBy }) => [
      ...(key.trim() === '' ? ['every condition must have a key'] : []),
      ...(label.trim() === '' ? [`condition "${key}" must have a label`] : []),
      ...(isScore(score) ? [] : [`condition "${key}" must name a whole score from 1 to 5`]),
      ...heldBy
        .filter((other) => other === key || !keys.includes(other))
        .map((other) => `condition "${key}" must be held by another condition, not "${other}"`),
    ]),
  ];
}

function thresholdProblems(rule: BandRule): string[] {
  const problems: string[] = [];
  if (rule.thresholds.length === 0) problems.push('a band must have at least one threshold');
  rule.thresholds.forEach((threshold, index) => {
    const { score, limit } = threshold;
    const before = rule.thresholds[index - 1];
    const largest = rule.unit.largest ?? Infinity;
    if (!isScore(score)) problems.push(`threshold ${limit} must name a whole score from 1 to 5`);
    if (!(Number.isFinite(limit) && limit >= 0 && limit <= largest)) {
      problems.push(`the limit of score ${score} must be a number the measure can reach`);
    }
    if (score <= rule.scoreOtherwise) {
      problems.push(`threshold score ${score} must be above the score otherwise given`);
    }
    if (before === undefined) return;
    if (score !== before.score - 1) {
      problems.push(
        `thresholds must go down one score at a time, not from ${before.score} to ${score}`,
      );
    }
    const isOrdered = rule.better === 'higher' ? limit < before.limit : limit > before.limit;
    if (!isOrdered) {
      problems.push(
        `the limit of score ${score} must be ${rule.better === 'higher' ? 'below' : 'above'} that of score ${before.score}`,
      );
    }
  });
  if (rule.thresholds.length > 0) {
    if (rule.thresholds[0]?.score !== 5)
      problems.push('the first threshold must be that of score 5');
    if (rule.thresholds.at(-1)?.score !== rule.scoreOtherwise + 1) {
      problems.push('the last threshold must be one above the score otherwise given');
    }
  }
  return problems;
}

function bandProblems(rule: BandRule): string[] {
  const problems = thresholdProblems(rule);
  const { fullFromJobSeekers: full, leastCases, unit } = rule;
  if (rule.measuredLabel.trim() === '') problems.push('the measured number must have a label');
  if (!isScore(rule.scoreOtherwise)) {
    problems.push('the score otherwise given must be a whole score from 1 to 5');
  }
  if (unit.largest !== null && !(unit.largest > 0)) {
    problems.push('the largest measured number must be above 0');
  }
  if (full !== null && !(Number.isInteger(full) && full >= 1)) {
    problems.push('the full number of people looking for work must be a whole number from 1');
  }
  if (leastCases !== null) {
    if (!(Number.isInteger(leastCases.least) && leastCases.least >= 1)) {
      problems.push('the least number of cases must be a whole number from 1');
    }
    if (leastCases.scoreBelow !== null && !isScore(leastCases.scoreBelow)) {
      problems.push('the score below the least number of cases must be a whole score from 1 to 5');
    }
  }
  return problems;
}

function countProblems(rule: CountRule): string[] {
  const { components, scoreByCount } = rule;
  const problems = repeated(components.map(({ key }) => key)).map(
    (key) => `component "${key}" must appear once`,
  );
  if (components.length === 0) problems.push('a count must have at least one component');
  if (components.some(({ key, label }) => key.trim() === '' || label.trim() === '')) {
    problems.push('every component must have a key and a label');
  }
  if (scoreByCount.length !== components.length + 1) {
    problems.push(
      `${components.length} components need ${components.length + 1} scores by count, not ${scoreByCount.length}`,
    );
  }
  if (!scoreByCount.every(isScore)) {
    problems.push('scores by count must be whole scores from 1 to 5');
  }
  if (scoreByCount.some((score, index) => score < (scoreByCount[index - 1] ?? 1))) {
    problems.push('scores by count must never go down');
  }
  if (scoreByCount[0] !== 1 || scoreByCount.at(-1) !== 5) {
    problems.push('scores by count must run from 1 to 5');
  }
  return problems;
}

const ruleKindOf: Record<ItemKind, ItemRule['kind']> = {
  band: 'band',
  'level-and-band': 'band',
  count: 'count',
  level: 'level',
};

/** What is wrong with the rule of one item, without the item's number; see scaleProblems. */
export function ruleProblems({ kind, rule }: ScaleItem): string[] {
  const problems = conditionProblems(rule.conditions);
  if (ruleKindOf[kind] !== rule.kind) {
    problems.push(`an item of kind ${kind} cannot have a rule of kind ${rule.kind}`);
  }
  if (kind === 'level-and-band' && !rule.conditions.some(({ effect }) => effect === 'set')) {
    problems.push('an item of kind level-and-band must have a condition that sets the score');
  }
  if (rule.kind === 'band') problems.push(...bandProblems(rule));
  if (rule.kind === 'count') problems.push(...countProblems(rule));
  return problems;
}
