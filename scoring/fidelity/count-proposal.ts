import { noProposal, proposed, type ItemFacts, type ItemProposal } from './proposal-types.ts';
import { scoreHeldByConditions, scoreSetByCondition } from './scale-conditions.ts';
import type { CountRule } from './scale-types.ts';

function requireKnown(rule: CountRule, keys: readonly string[], itemNumber: number): void {
  const unknown = keys.find((key) => !rule.components.some((component) => component.key === key));
  if (unknown !== undefined) {
    throw new RangeError(`itemProposal: item ${itemNumber} has no component "${unknown}"`);
  }
}

function requireReasons(
  rule: CountRule,
  notApplicable: Readonly<Record<string, string>>,
  itemNumber: number,
): void {
  const keys = Object.keys(notApplicable);
  requireKnown(rule, keys, itemNumber);
  if (keys.length > 0 && !rule.notApplicableCounts) {
    throw new RangeError(`itemProposal: every component of item ${itemNumber} applies`);
  }
  if (Object.values(notApplicable).some((reason) => reason.trim() === '')) {
    throw new RangeError(
      `itemProposal: a component of item ${itemNumber} that cannot apply needs a reason`,
    );
  }
}

/** The proposal of a count item; see itemProposal. */
export function countProposal(rule: CountRule, facts: ItemFacts, itemNumber: number): ItemProposal {
  const recorded = facts.conditions ?? {};
  const set = scoreSetByCondition(rule.conditions, recorded);
  if (set !== undefined) return proposed(set.score, [set.explanation]);
  const notApplicable = facts.notApplicable ?? {};
  requireReasons(rule, notApplicable, itemNumber);
  if (facts.components === undefined) return noProposal('No components are recorded.');
  requireKnown(rule, facts.components, itemNumber);
  const labelOf = (key: string) => rule.components.find((part) => part.key === key)?.label ?? key;
  const present = new Set([...facts.components, ...Object.keys(notApplicable)]);
  const missing = rule.components.filter(({ key }) => !present.has(key));
  const score = rule.scoreByCount[present.size];
  if (score === undefined) {
    throw new RangeError(
      `itemProposal: the rule of item ${itemNumber} has no score for ${present.size} components`,
    );
  }
  const held = scoreHeldByConditions(score, rule.conditions, recorded);
  return proposed(held.score, [
    `${present.size} of ${rule.components.length} components are in place, which scores ${score}.`,
    ...Object.entries(notApplicable).map(
      ([key, reason]) =>
        `Counted as in place because it cannot apply: “${labelOf(key)}” (${reason}).`,
    ),
    ...(missing.length > 0
      ? [`Not in place: ${missing.map(({ label }) => `“${label}”`).join('; ')}.`]
      : []),
    ...held.reasons,
  ]);
}
