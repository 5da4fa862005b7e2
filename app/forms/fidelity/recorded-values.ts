import { limitsFor } from '#scoring/fidelity/band-rating.ts';
import { writtenNumber } from '#scoring/fidelity/measured-words.ts';
import type { ItemFacts } from '#scoring/fidelity/proposal.ts';
import type { BandRule, ScaleItem } from '#scoring/fidelity/scale-types.ts';

import type { FormValues } from '../form-values.ts';
import { factFields } from './item-fields.ts';

/**
 * Facts from the team's own records as they are written into the fields of an item. Every number of the item is
 * replaced, a number without a record by an empty field; conditions stay the reviewer's own. Empty for an item whose
 * rule measures nothing.
 */
export function recordedValues(item: ScaleItem, facts: ItemFacts): FormValues {
  const { rule } = item;
  if (rule.kind !== 'band') return {};
  const values = numbersIn(rule, facts);
  return Object.fromEntries(
    factFields(item)
      .filter((field) => field !== 'conditions')
      .map((field) => [field, values[field] ?? '']),
  );
}

function numbersIn(rule: BandRule, facts: ItemFacts): Record<string, string | undefined> {
  const written = (value: number, jobSeekers: number | undefined) =>
    writtenNumber(
      value,
      limitsFor(rule, jobSeekers).map(({ limit }) => limit),
    );
  const { measured, perSpecialist, jobSeekersPerSpecialist, jobSeekers } = facts;
  return {
    measured: measured === undefined ? undefined : written(measured, jobSeekers),
    cases: facts.cases?.toString(),
    perSpecialist: perSpecialist
      ?.map((value, index) => written(value, jobSeekersPerSpecialist?.[index] ?? jobSeekers))
      .join('\n'),
    jobSeekersPerSpecialist: jobSeekersPerSpecialist?.join('\n'),
    jobSeekers: jobSeekers?.toString(),
    contactsBasis: facts.contactsBasis,
  };
}
