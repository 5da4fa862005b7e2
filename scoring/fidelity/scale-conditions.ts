import type { ItemScore, ScaleCondition } from './scale-types.ts';

export type RecordedConditions = Readonly<Record<string, boolean | undefined>>;

/** Recorded as true itself, or made to hold by another condition that is. */
function isHeld(condition: ScaleCondition, recorded: RecordedConditions): boolean {
  return [condition.key, ...condition.heldBy].some((key) => recorded[key] === true);
}

/** The conditions that limit the score as recorded. */
function limitingConditions(
  conditions: readonly ScaleCondition[],
  recorded: RecordedConditions,
): ScaleCondition[] {
  return conditions.filter((condition) => {
    const held = isHeld(condition, recorded);
    return condition.when === 'present' ? held : !held;
  });
}

function reason(condition: ScaleCondition, recorded: RecordedConditions): string {
  if (condition.when === 'present') return `this holds: “${condition.label}”`;
  return recorded[condition.key] === false
    ? `this does not hold: “${condition.label}”`
    : `this is not recorded: “${condition.label}”`;
}

export interface DecidedScore {
  score: ItemScore;
  explanation: string;
}

/** The score that a recorded state decides by itself, the lowest where several do. */
export function scoreSetByCondition(
  conditions: readonly ScaleCondition[],
  recorded: RecordedConditions,
): DecidedScore | undefined {
  const [lowest] = limitingConditions(conditions, recorded)
    .filter(({ effect }) => effect === 'set')
    .sort((a, b) => a.score - b.score);
  if (lowest === undefined) return undefined;
  return {
    score: lowest.score,
    explanation: `Score ${lowest.score}: ${reason(lowest, recorded)}.`,
  };
}

/** An anchor counts only when all its conditions hold: the score held down to the lowest cap. */
export function scoreHeldByConditions(
  score: ItemScore,
  conditions: readonly ScaleCondition[],
  recorded: RecordedConditions,
): { score: ItemScore; reasons: string[] } {
  const caps = limitingConditions(conditions, recorded).filter(
    (condition) => condition.effect === 'cap' && condition.score < score,
  );
  const lowest = caps.reduce<ItemScore>(
    (held, cap) => (cap.score < held ? cap.score : held),
    score,
  );
  const reasons = caps
    .filter((cap) => cap.score === lowest)
    .map((cap) => `Held at ${cap.score} because ${reason(cap, recorded)}.`);
  return { score: lowest, reasons };
}
