import type { ItemFacts } from '#scoring/fidelity/proposal.ts';
import type { BandRule, CountRule, ScaleItem } from '#scoring/fidelity/scale-types.ts';

import type { FormValues } from '../form-values.ts';
import { noneOfThese, notApplicableField } from './item-fields.ts';
import {
  readNumber,
  readNumberLines,
  typedList,
  typedText,
  type NumberRule,
  type Report,
} from './read-numbers.ts';

/**
 * What was recorded about an item, from the fields of its page. Everything that the rule would refuse is reported
 * at its field here. For an item that is described, not measured, the score chosen says which description was found.
 */
export function readFacts(
  item: ScaleItem,
  values: FormValues,
  score: number | null,
  report: Report,
): ItemFacts {
  const { rule } = item;
  const conditions = readConditions(item, values, report);
  if (rule.kind === 'count') return { ...conditions, ...readComponents(rule, values, report) };
  if (rule.kind === 'band') return { ...conditions, ...readMeasured(rule, values, report) };
  const state = score === null ? {} : { state: score };
  if (!rule.perSpecialist) return { ...conditions, ...state };
  const each: NumberRule = { what: 'the score of each specialist', whole: true, from: 1, to: 5 };
  const perSpecialist = readNumberLines(values, 'perSpecialist', each, report);
  return { ...conditions, ...(perSpecialist === undefined ? state : { perSpecialist }) };
}

function readConditions({ rule }: ScaleItem, values: FormValues, report: Report): ItemFacts {
  const ticked = typedList(values, 'conditions');
  if (ticked.some((key) => !rule.conditions.some((condition) => condition.key === key))) {
    report('conditions', 'Select from the list');
  }
  if (ticked.length === 0) return {};
  return { conditions: Object.fromEntries(ticked.map((key) => [key, true])) };
}

function readComponents(rule: CountRule, values: FormValues, report: Report): ItemFacts {
  const ticked = typedList(values, 'components');
  const known = [noneOfThese, ...rule.components.map(({ key }) => key)];
  if (ticked.some((key) => !known.includes(key))) report('components', 'Select from the list');
  if (ticked.includes(noneOfThese) && ticked.length > 1) {
    report('components', 'Select the parts that are in place, or “None of these”');
  }
  const reasons = rule.notApplicableCounts ? readNotApplicable(rule, values, ticked, report) : {};
  const notApplicable = Object.keys(reasons).length > 0 ? { notApplicable: reasons } : {};
  if (ticked.length === 0) return notApplicable;
  return { components: ticked.filter((key) => key !== noneOfThese), ...notApplicable };
}

function readNotApplicable(
  rule: CountRule,
  values: FormValues,
  ticked: readonly string[],
  report: Report,
): Record<string, string> {
  const reasons: Record<string, string> = {};
  for (const { key } of rule.components) {
    const reason = typedText(values, notApplicableField(key));
    if (reason === '') continue;
    if (ticked.includes(key)) {
      report(
        notApplicableField(key),
        'Say either that this part is in place or that it cannot apply',
      );
    }
    reasons[key] = reason;
  }
  return reasons;
}

function readMeasured(rule: BandRule, values: FormValues, report: Report): ItemFacts {
  const limits = { from: 0, to: rule.unit.largest };
  const facts: ItemFacts = {};
  if (rule.perSpecialist) {
    const each = { what: 'the number of each specialist', ...limits };
    const numbers = readNumberLines(values, 'perSpecialist', each, report);
    if (numbers !== undefined) facts.perSpecialist = numbers;
  }
  const seekers = { what: 'the people looking for work', whole: true, from: 0, to: null };
  if (rule.perSpecialist && rule.fullFromJobSeekers !== null) {
    const numbers = readNumberLines(values, 'jobSeekersPerSpecialist', seekers, report);
    if (numbers !== undefined) facts.jobSeekersPerSpecialist = numbers;
    if (numbers !== undefined && numbers.length !== (facts.perSpecialist ?? []).length) {
      report(
        'jobSeekersPerSpecialist',
        'Enter the people looking for work for each specialist, as many lines as above',
      );
    }
  }
  const measured = readNumber(values, 'measured', { what: 'the number', ...limits }, report);
  if (measured !== undefined) facts.measured = measured;
  if (rule.leastCases !== null) {
    const what = `the number of ${rule.leastCases.label}`;
    const cases = readNumber(values, 'cases', { what, whole: true, from: 0, to: null }, report);
    if (cases !== undefined) facts.cases = cases;
  }
  if (rule.fullFromJobSeekers !== null) {
    const jobSeekers = readNumber(values, 'jobSeekers', seekers, report);
    if (jobSeekers !== undefined) facts.jobSeekers = jobSeekers;
  }
  if (rule.saysContactsBasis) {
    facts.contactsBasis =
      typedText(values, 'contactsBasis') === 'particular' ? 'particular' : 'all';
  }
  return facts;
}
