import { boxValues } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';

/**
 * The five criteria as fields of the form: `<key>` holds 0, 1 or 2, `<key>Evidence` what was seen. Their keys are the
 * scheme's; a scheme with other criteria would need its own form.
 */
export const criterionKeys = [
  'co-location',
  'team-meetings',
  'shared-records',
  'culture',
  'commissioner-support',
] as const;
export type CriterionKey = (typeof criterionKeys)[number];

export type EvidenceField = `${CriterionKey}-evidence`;
export const evidenceField = (key: CriterionKey): EvidenceField => `${key}-evidence`;

/** The criteria in the middle of a sentence. */
export const criterionWords: Record<CriterionKey, string> = {
  'co-location': 'co-location',
  'team-meetings': 'part in team meetings',
  'shared-records': 'shared records and IT',
  culture: 'culture',
  'commissioner-support': 'commissioner support',
};

export interface RatingStart {
  ratedOn: string;
  provider: 'same' | 'different' | '';
  criteria: Record<string, { rating: number | null; evidence: string }>;
}

/** What the form's inputs start with. */
export function ratingFormValues(start: RatingStart): FormValues {
  const values: FormValues = {
    ...boxValues('ratedOn', start.ratedOn),
    provider: start.provider,
  };
  for (const key of criterionKeys) {
    const entry = start.criteria[key];
    values[key] = entry?.rating === null || entry === undefined ? '' : String(entry.rating);
    values[evidenceField(key)] = entry?.evidence ?? '';
  }
  return values;
}
