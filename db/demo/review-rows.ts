import { addDays } from '#scoring/calendar/iso-day.ts';
import { fidelityScale2008 } from '#scoring/fidelity/scale-2008.ts';

import { agreedScoreHash, itemScoreHash } from '../queries/review-hashes.ts';
import { SCALE_VERSION_2008_ID } from '../reference-data.ts';
import type {
  AgreedScoresTable,
  FidelityReviewsTable,
  ItemEvidenceTable,
  ItemScoresTable,
  ReviewReviewersTable,
} from '../schema/reviews.ts';
import { between, isDrawn, pick, streamOf, type SeededRandom } from './draw.ts';
import { agreedItemScores, reviewDraws, reviewerScore } from './fidelity-scores.ts';
import type { Identities } from './identities.ts';
import { recordedFacts } from './review-facts.ts';
import type { ReviewPlan } from './review-plan.ts';
import { agreements, departures, evidenceNotes, findings, grounds } from './review-words.ts';

export interface ReviewRows {
  reviews: FidelityReviewsTable[];
  reviewers: ReviewReviewersTable[];
  itemScores: ItemScoresTable[];
  evidence: ItemEvidenceTable[];
  agreedScores: AgreedScoresTable[];
}

const at = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:20:00.000Z`;

/** Items the two reviewers of the half-scored review have got to: different ones, so that nothing can be guessed. */
const halfScored = [
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 17],
  [1, 2, 3, 9, 10, 13, 14, 16, 17, 19, 20, 21, 22],
] as const;
/** An item each of them has notes on, but no score yet. */
const draftItems = [18, 23] as const;

function finding(itemNumber: number, score: number): string {
  const [weak, middling, strong] = findings[itemNumber - 1] ?? ['', '', ''];
  return score <= 2 ? weak : score === 3 ? middling : strong;
}

function reasonFor(
  random: SeededRandom,
  itemNumber: number,
  score: number,
  isDeparture: boolean,
): string {
  const ending = isDeparture ? pick(random, departures) : pick(random, grounds);
  return `${finding(itemNumber, score)} ${ending}`;
}

/** Rows of one review and what hangs on it. */
export function reviewRows(
  plan: ReviewPlan,
  weight: number,
  ids: Identities,
  seed: number,
): ReviewRows {
  const reviewId = ids.review(plan.key);
  const agreed = agreedItemScores(plan, reviewDraws(plan, seed), weight);
  const signedOffDay = addDays(plan.lastVisitDay, 20 + (plan.team.index % 12));
  const lead = ids.user(plan.reviewers[0] ?? '');
  const isSignedOff = plan.stage === 'signed-off';
  const rows: ReviewRows = {
    reviews: [
      {
        id: reviewId,
        teamId: ids.team(plan.team.index),
        kind: plan.kind,
        scaleVersionId: SCALE_VERSION_2008_ID,
        firstVisitDay: plan.firstVisitDay,
        lastVisitDay: plan.lastVisitDay,
        status: isSignedOff ? 'signed-off' : 'open',
        signedOffAt: isSignedOff ? at(signedOffDay, 15) : null,
        signedOffBy: isSignedOff ? lead : null,
        createdAt: at(addDays(plan.firstVisitDay, -70), 9),
        createdBy: lead,
        version: isSignedOff ? 2 : 1,
      },
    ],
    reviewers: [],
    itemScores: [],
    evidence: [],
    agreedScores: [],
  };
  for (const [place, key] of plan.reviewers.entries()) {
    addReviewer(rows, { plan, place, reviewId, reviewerId: ids.user(key), agreed }, ids, seed);
  }
  if (isSignedOff) addAgreedScores(rows, plan, { reviewId, decidedBy: lead, agreed }, ids, seed);
  return rows;
}

interface ReviewerPart {
  plan: ReviewPlan;
  place: number;
  reviewId: string;
  reviewerId: string;
  agreed: readonly number[];
}

function addReviewer(
  rows: ReviewRows,
  { plan, place, reviewId, reviewerId, agreed }: ReviewerPart,
  ids: Identities,
  seed: number,
): void {
  const random = streamOf(seed, 'reviewer', plan.key, place);
  const hasSubmitted = plan.stage === 'signed-off' || plan.stage === 'submitted';
  const submittedDay = addDays(plan.lastVisitDay, 6 + 2 * place);
  rows.reviewers.push({
    id: ids.reviewer(`${plan.key}/${place}`),
    reviewId,
    userId: reviewerId,
    isLead: place === 0 ? 1 : 0,
    submittedAt: hasSubmitted ? at(submittedDay, 16) : null,
  });
  if (plan.stage === 'planned') return;
  const started: readonly number[] | undefined =
    plan.stage === 'half-scored' ? halfScored[place] : undefined;
  for (const { number: itemNumber, sources } of fidelityScale2008.items) {
    const isDraft = started !== undefined && draftItems[place] === itemNumber;
    if (started !== undefined && !started.includes(itemNumber) && !isDraft) continue;
    const own =
      plan.reviewers.length === 1
        ? (agreed[itemNumber - 1] ?? 1)
        : reviewerScore(random, agreed[itemNumber - 1] ?? 1);
    const isDeparture = isDrawn(random, 0.06);
    const basis = isDeparture ? (own === 5 ? 4 : own + 1) : own;
    const { facts, proposedScore } = recordedFacts(random, itemNumber, basis);
    const values = {
      id: ids.itemScore(`${plan.key}/${place}/${itemNumber}`),
      reviewId,
      reviewerId,
      itemNumber,
      score: isDraft ? null : own,
      reason: isDraft
        ? ''
        : reasonFor(random, itemNumber, own, proposedScore !== own && proposedScore !== null),
      facts: JSON.stringify(isDraft ? {} : facts),
      proposedScore: isDraft ? null : proposedScore,
      adaptationReason: [17, 25].includes(itemNumber) && isDrawn(random, 0.12) ? adaptation : null,
      updatedAt: at(addDays(plan.lastVisitDay, between(random, 0, 5)), between(random, 9, 17)),
      version: between(random, 1, 3),
    };
    rows.itemScores.push({ ...values, rowHash: itemScoreHash(values) });
    const used = sources.filter((source) => source === sources[0] || isDrawn(random, 0.3));
    for (const source of used) {
      rows.evidence.push({
        id: ids.evidence(`${values.id}/${source}`),
        itemScoreId: values.id,
        source,
        note: pick(random, evidenceNotes[source]),
      });
    }
  }
}

const adaptation =
  'Clients of the treatment service often ask for no contact at home or through family; other ways were looked at.';

function addAgreedScores(
  rows: ReviewRows,
  plan: ReviewPlan,
  {
    reviewId,
    decidedBy,
    agreed,
  }: { reviewId: string; decidedBy: string; agreed: readonly number[] },
  ids: Identities,
  seed: number,
): void {
  const random = streamOf(seed, 'agreement', plan.key);
  for (const [index, score] of agreed.entries()) {
    const itemNumber = index + 1;
    const given = rows.itemScores.filter((row) => row.itemNumber === itemNumber);
    const isAgreed = given.every((row) => row.score === score);
    const values = {
      id: ids.agreedScore(`${plan.key}/${itemNumber}`),
      reviewId,
      itemNumber,
      score,
      reason: isAgreed ? '' : pick(random, agreements),
      decidedBy,
      decidedAt: at(addDays(plan.lastVisitDay, 12), 11),
      version: 1,
    };
    rows.agreedScores.push({ ...values, rowHash: agreedScoreHash(values) });
  }
}
