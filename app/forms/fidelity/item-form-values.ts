import type { ContactsBasis } from '#scoring/employers/employer-contact.ts';
import type { ItemFacts } from '#scoring/fidelity/proposal.ts';
import type { ScaleItem } from '#scoring/fidelity/scale-types.ts';

import type { FormValues } from '../form-values.ts';
import { evidenceField, factFields, noneOfThese, notApplicableField } from './item-fields.ts';

export interface SavedItem {
  score: number | null;
  reason: string;
  facts: ItemFacts;
  adaptationReason: string | null;
  evidence: readonly { source: string; note: string }[];
  version: number;
}

/** What the page of an item starts with: the saved answers, or empty fields and the usual way of counting contacts. */
export function itemFormValues(
  item: ScaleItem,
  saved: SavedItem | undefined,
  usualBasis: ContactsBasis = 'all',
): FormValues {
  const facts = { contactsBasis: usualBasis, ...saved?.facts };
  const noteOf = (source: string) =>
    saved?.evidence.find((evidence) => evidence.source === source)?.note ?? '';
  return {
    version: String(saved?.version ?? 0),
    score: saved?.score == null ? '' : String(saved.score),
    reason: saved?.reason ?? '',
    adaptationReason: saved?.adaptationReason ?? '',
    ...Object.fromEntries(factFields(item).map((field) => [field, factValue(facts, field)])),
    ...Object.fromEntries(item.sources.map((source) => [evidenceField(source), noteOf(source)])),
  };
}

function factValue(facts: ItemFacts, field: string): string | string[] {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  const lines = (values: readonly number[] | undefined) => (values ?? []).join('\n');
  switch (field) {
    case 'measured':
      return text(facts.measured);
    case 'cases':
      return text(facts.cases);
    case 'jobSeekers':
      return text(facts.jobSeekers);
    case 'perSpecialist':
      return lines(facts.perSpecialist);
    case 'jobSeekersPerSpecialist':
      return lines(facts.jobSeekersPerSpecialist);
    case 'contactsBasis':
      return facts.contactsBasis ?? 'all';
    case 'components':
      return facts.components?.length === 0 ? [noneOfThese] : [...(facts.components ?? [])];
    case 'conditions':
      return Object.entries(facts.conditions ?? {}).flatMap(([key, holds]) =>
        holds === true ? [key] : [],
      );
    default:
      return notApplicableReason(facts, field);
  }
}

function notApplicableReason(facts: ItemFacts, field: string): string {
  const found = Object.entries(facts.notApplicable ?? {}).find(
    ([key]) => notApplicableField(key) === field,
  );
  return found?.[1] ?? '';
}
