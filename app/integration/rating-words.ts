import type { AnswerWords } from '#app/forms/conflict.ts';
import { criterionKeys } from '#app/forms/integration-rating.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

import { criterionTexts } from './criterion-texts.ts';

export const ratingLabels = ['Absent', 'Partly in place', 'In place'] as const;

/** A criterion's rating as people read it. */
export function ratingInWords(rating: number | null | undefined): string {
  const label = ratingLabels[rating ?? -1];
  return label === undefined ? 'Not rated yet' : `${String(rating)} – ${label}`;
}

export const providerWords = {
  same: 'One provider runs both services',
  different: 'Different providers',
} as const;

interface Facts {
  ratedOn: string;
  provider: keyof typeof providerWords;
  criteria: Readonly<Record<string, { rating: number | null; evidence: string }>>;
}

/** The criteria page's answers in words, in its order. */
export function ratingWords({ ratedOn, provider, criteria }: Facts): AnswerWords {
  return [
    { label: 'Rated on', text: formatDay(ratedOn) },
    { label: 'Providers', text: providerWords[provider] },
    ...criterionKeys.flatMap((key) => {
      const title = criterionTexts.find((criterion) => criterion.key === key)?.title ?? key;
      return [
        { label: title, text: ratingInWords(criteria[key]?.rating) },
        { label: `${title}: evidence`, text: criteria[key]?.evidence ?? '' },
      ];
    }),
  ];
}
