import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  evidenceGap,
  publishedEvidenceGaps,
  type EvidenceGap,
  type EvidenceGapVariantResult,
} from '../evidence-gap.ts';
import type { LongerHoursShare } from '../longer-hours.ts';
import { emptyReleased, hiddenReleased, type ReleasedFigure } from './released-figure.ts';

/** Clients whose provider has evidence, each among those of the one before. */
export interface EvidencedCounts {
  readonly clients: number;
  readonly started: number;
  /** Of those who started: with evidence that the job was held for 13 weeks. */
  readonly sustained: number;
}

export const evidencedOutcomes = ['starts', 'sustained-13-weeks'] as const;
export type EvidencedOutcome = (typeof evidencedOutcomes)[number];

/** What is evidenced, and beside it what it may be with the outcomes nobody could get evidence of. */
export interface ReleasedEvidence {
  readonly outcome: EvidencedOutcome;
  readonly evidenced: ReleasedFigure;
  readonly gap: EvidenceGap;
  /** Empty where the evidenced figure is not shown. */
  readonly variants: readonly EvidenceGapVariantResult[];
}

/** A share of a cohort that is not the linked one: worked out from its rounded counts. */
function shareFromRounded(
  numerator: number,
  denominator: number,
  policy: DisclosurePolicy,
): ReleasedFigure {
  const figure = disclosedProportion(numerator, denominator, policy);
  if (figure.status !== 'shown') return figure.status === 'none' ? emptyReleased : hiddenReleased;
  const { value, lower, upper } = figure;
  return {
    status: 'shown',
    base: figure.denominator,
    count: figure.numerator,
    value,
    lower,
    upper,
  };
}

/**
 * Job starts and jobs held for 13 weeks with evidence, and what they may be without the gap in it, as everybody may see
 * them.
 *
 * For: the evidence gap on the outcomes page and in its files. Rule: shares and both adjustments are worked out from the
 * rounded counts. Those who started are the numerator of the first share and the base of the second; where the
 * first is hidden, so is the second.
 * @param counts exact
 * @param policy small-number settings
 * @returns both outcomes with the published gaps
 * @throws RangeError for impossible counts
 * Source: outcome definitions, sections 6 and 10. Checked: by hand.
 */
export function releasedEvidence(
  { clients, started, sustained }: EvidencedCounts,
  policy: DisclosurePolicy,
): ReleasedEvidence[] {
  const starts = shareFromRounded(started, clients, policy);
  const held = shareFromRounded(sustained, started, policy);
  return evidencedOutcomes.map((outcome) => {
    const evidenced =
      outcome === 'starts' ? starts : starts.status === 'hidden' ? hiddenReleased : held;
    const gap = publishedEvidenceGaps[outcome];
    const { count, base } = evidenced;
    const variants = count === null || base === null ? [] : evidenceGap(count, base, gap).variants;
    return { outcome, evidenced, gap, variants };
  });
}

export interface ReleasedHours {
  readonly share: ReleasedFigure;
  /** Jobs whose hours were not recorded, rounded; null where they are few. */
  readonly notRecorded: number | null;
}

/**
 * The share of jobs of 16 or more hours a week as everybody may see it.
 *
 * For: longer hours on the outcomes page and in its files. Rule: job starts are counts of people; from rounded counts.
 * @param exact as longerHoursOf
 * @param policy small-number settings
 * @returns the share, and how many jobs are in none
 * Errors: as disclosedProportion. Source: outcome definitions, section 6. Checked: by hand.
 */
export function releasedHours(
  { share, notRecorded }: LongerHoursShare,
  policy: DisclosurePolicy,
): ReleasedHours {
  return {
    share: shareFromRounded(share.numerator, share.denominator, policy),
    notRecorded: disclosedCount(notRecorded, policy).shown,
  };
}
