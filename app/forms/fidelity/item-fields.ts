import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

/** The fields of an item's page follow from its rule; these are their names. */

export const evidenceField = (source: string) => `evidence-${source}`;
export const notApplicableField = (componentKey: string) => `not-applicable-${componentKey}`;

/** The tick that says "looked, and none is in place", which no tick at all does not say. */
export const noneOfThese = 'none';

/** Fields that may come several times. */
export const itemScoreLists = ['components', 'conditions'];

/** The fields that record facts, in the order of the page. */
export function factFields({ rule }: ScaleItem): string[] {
  const conditions = rule.conditions.length > 0 ? ['conditions'] : [];
  if (rule.kind === 'count') {
    const reasons = rule.notApplicableCounts
      ? rule.components.map(({ key }) => notApplicableField(key))
      : [];
    return ['components', ...reasons, ...conditions];
  }
  if (rule.kind === 'level')
    return [...(rule.perSpecialist ? ['perSpecialist'] : []), ...conditions];
  return [
    ...(rule.perSpecialist ? ['perSpecialist'] : []),
    ...(rule.perSpecialist && rule.fullFromJobSeekers !== null ? ['jobSeekersPerSpecialist'] : []),
    'measured',
    ...(rule.leastCases === null ? [] : ['cases']),
    ...(rule.fullFromJobSeekers === null ? [] : ['jobSeekers']),
    ...(rule.saysContactsBasis ? ['contactsBasis'] : []),
    ...conditions,
  ];
}
