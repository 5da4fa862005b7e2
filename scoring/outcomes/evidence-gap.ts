import { rateOf, type RateResult } from './job-entry-rate.ts';

/**
 * How large a gap is, and of what: the evaluation adds it to the evidenced figure, the contract's page speaks of a
 * part of the achieved one. The two give different answers, so each is named.
 */
export type EvidenceGapVariant = 'of-evidenced' | 'of-achieved';

export const evidenceGapVariants: Readonly<
  Record<EvidenceGapVariant, { readonly name: string; readonly formula: string }>
> = {
  'of-evidenced': {
    name: 'The gap as a part of what is evidenced (evaluation)',
    formula: 'evidenced x (1 + gap)',
  },
  'of-achieved': {
    name: 'The gap as a part of what was achieved (outcomes contract)',
    formula: 'evidenced / (1 - gap)',
  },
};

/** Smallest and largest gap thought likely, 0 up to 1; the estimate is their middle. */
export interface EvidenceGap {
  readonly low: number;
  readonly high: number;
}

/** What the Via evaluation says: about 5% of job starts, 15 to 20% of jobs held for 13 weeks. */
export const publishedEvidenceGaps = {
  starts: { low: 0.05, high: 0.05 },
  'sustained-13-weeks': { low: 0.15, high: 0.2 },
} as const satisfies Readonly<Record<string, EvidenceGap>>;

/** What the Via evaluation prints for both, 0 to 1: evidenced, and allowing for the gap. */
export const publishedEvidence = {
  starts: { evidenced: 0.3, adjusted: 0.31 },
  'sustained-13-weeks': { evidenced: 0.48, adjusted: 0.56 },
} as const;

export interface EvidenceGapVariantResult {
  readonly variant: EvidenceGapVariant;
  readonly name: string;
  readonly formula: string;
  /** Rates 0 to 1 at the middle, the low and the high gap; null where nobody is in the base. */
  readonly adjusted: number | null;
  readonly atLowGap: number | null;
  readonly atHighGap: number | null;
  /** Whether a rate had to be held to 1. */
  readonly isCapped: boolean;
}

/** Evidenced beside adjusted: never only the second. */
export interface EvidenceGapResult {
  readonly evidenced: RateResult;
  readonly gap: EvidenceGap;
  readonly variants: readonly EvidenceGapVariantResult[];
}

function adjustedRate(variant: EvidenceGapVariant, evidenced: number, gap: number): number {
  return variant === 'of-evidenced' ? evidenced * (1 + gap) : evidenced / (1 - gap);
}

/**
 * A provider-evidenced rate, and what it might be with the outcomes nobody could get evidence of.
 *
 * For: job starts and 13-week sustainment of team records and the evaluation cohort. The adjusted rates are
 * assumptions, not counts: they carry no interval and stand beside the evidenced one.
 * Formula: evidenced x (1 + gap), or evidenced / (1 - gap); at the low, middle and high gap; held to at most 1.
 * @param evidenced clients with evidence of the outcome
 * @param of clients of the base: all for starts, those with an evidenced start for sustainment
 * @param gap low and high, 0 <= low <= high < 1
 * @returns the evidenced rate with Wilson's interval, and both variants by name
 * @throws RangeError for impossible counts or a gap outside its bounds
 * Source: outcome definitions, section 10. Checked: 215 of 718 gives 29.9% and 31.4%; 48% gives 56.4% (55.2 to
 * 57.6) and 58.2%.
 */
export function evidenceGap(evidenced: number, of: number, gap: EvidenceGap): EvidenceGapResult {
  const { low, high } = gap;
  if (!(low >= 0 && low <= high && high < 1)) {
    throw new RangeError('evidenceGap: the gap must have 0 <= low <= high < 1');
  }
  if (!Number.isSafeInteger(of) || !Number.isSafeInteger(evidenced)) {
    throw new RangeError('evidenceGap: evidenced and of must be whole numbers');
  }
  if (of < 0 || evidenced < 0 || evidenced > of) {
    throw new RangeError('evidenceGap: evidenced must lie from 0 to of');
  }
  const rate = rateOf(evidenced, of);
  const variants = (Object.keys(evidenceGapVariants) as EvidenceGapVariant[]).map((variant) => {
    const { value } = rate;
    const raw = (size: number) => (value === null ? null : adjustedRate(variant, value, size));
    const held = (size: number) => {
      const result = raw(size);
      return result === null ? null : Math.min(1, result);
    };
    return {
      variant,
      ...evidenceGapVariants[variant],
      adjusted: held((low + high) / 2),
      atLowGap: held(low),
      atHighGap: held(high),
      isCapped: (raw(high) ?? 0) > 1,
    };
  });
  return { evidenced: rate, gap, variants };
}
