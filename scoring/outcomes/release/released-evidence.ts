import { disclosedCount } from '#scoring/disclosure/disclosed-count.ts';
import { disclosedProportion } from '#scoring/disclosure/disclosed-proportion.ts';
import type { DisclosurePolicy } from '#scoring/disclosure/disclosure-policy.ts';
import {
  evidenceGap,
  publishedEvidence,
  publishedEvidenceGaps,
  type EvidenceGap,
  type EvidenceGapVariantResult,
} from '../evidence-gap.ts';
import type { LongerHoursShare } from '../longer-hours.ts';
import { overlap, roundedTo, type Range } from '../published/range.ts';
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

/** A share printed elsewhere, and whether ours may be the same: decided on rounded counts, never on exact ones. */
export interface PublishedShare {
  readonly value: number;
  readonly isOpen: boolean;
}

/** What is evidenced, and beside it what it may be with the outcomes nobody could get evidence of. */
export interface ReleasedEvidence {
  readonly outcome: EvidencedOutcome;
  readonly evidenced: ReleasedFigure;
  readonly gap: EvidenceGap;
  /** Empty where the evidenced figure is not shown. */
  readonly variants: readonly EvidenceGapVariantResult[];
  /** From which to which share the exact one may lie, as far as the rounded counts tell; null where none is shown. */
  readonly open: Range | null;
  /** What the Via evaluation prints: evidenced, and with the gap as a part of what is evidenced. */
  readonly published: Readonly<Record<'evidenced' | 'adjusted', PublishedShare>>;
}

/** Counts from half the base below to half the base above, a few of which round to another. */
function countsNear(shown: number, { base }: DisclosurePolicy): number[] {
  return Array.from({ length: base + 2 }, (_, place) => shown - Math.ceil(base / 2) + place);
}

/** From which to which share the exact one may lie: of every pair of counts that is shown as this one. */
function openShares(part: number, whole: number, policy: DisclosurePolicy): Range | null {
  const figure = disclosedProportion(part, whole, policy);
  if (figure.status !== 'shown') return null;
  const isShownLike = (numerator: number, denominator: number) => {
    if (numerator < 0 || numerator > denominator) return false;
    const other = disclosedProportion(numerator, denominator, policy);
    return other.numerator === figure.numerator && other.denominator === figure.denominator;
  };
  const shares = countsNear(figure.numerator, policy).flatMap((numerator) =>
    countsNear(figure.denominator, policy)
      .filter((denominator) => isShownLike(numerator, denominator))
      .map((denominator) => numerator / denominator),
  );
  return { low: Math.min(...shares), high: Math.max(...shares) };
}

const hundredth = 0.01;

/** Whether some share of a range is printed as this one, a whole percent. */
function publishedShare(value: number, open: Range | null, times = 1): PublishedShare {
  if (open === null) return { value, isOpen: false };
  const ours = { low: Math.min(1, open.low * times), high: Math.min(1, open.high * times) };
  const both = overlap(ours, roundedTo(Math.round(value / hundredth), hundredth));
  return { value, isOpen: both.low <= both.high };
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
 * first is hidden, so is the second. Whether a published share may be ours is decided on the rounded counts as well: with
 * the answer from exact ones beside them a share of few hundred often leaves one count only.
 * @param counts exact
 * @param policy small-number settings
 * @returns both outcomes with the published gaps, and whether the published shares lie within what rounding leaves open
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
    const [part, whole] = outcome === 'starts' ? [started, clients] : [sustained, started];
    const open = evidenced.status === 'shown' ? openShares(part, whole, policy) : null;
    const { evidenced: printed, adjusted } = publishedEvidence[outcome];
    const published = {
      evidenced: publishedShare(printed, open),
      adjusted: publishedShare(adjusted, open, 1 + (gap.low + gap.high) / 2),
    };
    return { outcome, evidenced, gap, variants, open, published };
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
