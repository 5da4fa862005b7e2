import type { AgreedScoreForm } from '#app/forms/fidelity/agreed-scores.schema.ts';
import {
  agreedReasonField,
  agreedScoreField,
  agreedVersionField,
  isEqualScore,
  type ScoredItem,
} from '#app/forms/fidelity/agreed-scores.ts';
import type { Conflict, FormValues } from '#app/forms/form-values.ts';
import { StaleVersionError, type Actor } from '#db/audit/change.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listAgreedScores, saveAgreedScores, type AgreedScore } from '#db/queries/agreed-scores.ts';
import { listSubmittedItemScores } from '#db/queries/review-scores.ts';
import { ReviewRefusedError, type ReviewRefusal } from '#db/queries/review-state.ts';
import type { Review } from '#db/queries/reviews.ts';
import type { FidelityScale } from '#scoring/fidelity/scale-types.ts';

export interface ItemToAgree extends ScoredItem {
  title: string;
  /** Each reviewer's score and reason, the lead reviewer's first. */
  given: { name: string; score: number; reason: string }[];
  agreed: AgreedScore | undefined;
}

/** Every item with all reviewers' scores; empty until the last of them has submitted. */
export async function itemsToAgree(
  db: Db,
  review: Review,
  scale: FidelityScale,
): Promise<ItemToAgree[]> {
  const submitted = await listSubmittedItemScores(db, review.id);
  const agreed = await listAgreedScores(db, review.id);
  if (submitted.length === 0) return [];
  return scale.items.map(({ number, title }) => {
    const given = review.reviewers.flatMap(({ userId, name }) =>
      submitted
        .filter(({ itemNumber, reviewerId }) => itemNumber === number && reviewerId === userId)
        .flatMap(({ score, reason }) => (score === null ? [] : [{ name, score, reason }])),
    );
    return {
      itemNumber: number,
      title,
      scores: given.map(({ score }) => score),
      given,
      agreed: agreed.find(({ itemNumber }) => itemNumber === number),
    };
  });
}

/** The items that need a decision: those that differ, and one of equal scores that is looked at again. */
export function itemsToDecide(items: readonly ItemToAgree[], url: string): ItemToAgree[] {
  const again = new URL(url).searchParams.get('change');
  return items.filter((item) => !isEqualScore(item) || String(item.itemNumber) === again);
}

/** The equal scores that nobody has confirmed yet, as agreed scores. */
export function equalScores(items: readonly ItemToAgree[]): AgreedScoreForm[] {
  return items.flatMap((item) => {
    const [score] = item.scores;
    if (score === undefined || item.agreed !== undefined || !isEqualScore(item)) return [];
    return [{ itemNumber: item.itemNumber, score, reason: '', version: 0 }];
  });
}

export function decisionValues(items: readonly ItemToAgree[]): FormValues {
  return Object.fromEntries(
    items.flatMap(({ itemNumber, agreed }) => [
      [agreedScoreField(itemNumber), agreed === undefined ? '' : String(agreed.score)],
      [agreedReasonField(itemNumber), agreed?.reason ?? ''],
      [agreedVersionField(itemNumber), String(agreed?.version ?? 0)],
    ]),
  );
}

export type AgreeOutcome =
  | { kind: 'saved' }
  | { kind: 'refused'; refusal: ReviewRefusal }
  /** `versions` are the fields that let the next save write over what was saved meanwhile, knowingly. */
  | { kind: 'conflict'; conflict: Conflict; versions: FormValues };

/** Saves what was decided, all or nothing. Decisions that already stand as they are need no saving. */
export async function saveDecisions(
  db: Db,
  actor: Actor & { userId: string },
  reviewId: string,
  entries: readonly AgreedScoreForm[],
): Promise<AgreeOutcome> {
  const saved = await listAgreedScores(db, reviewId);
  const savedOf = (itemNumber: number) => saved.find((score) => score.itemNumber === itemNumber);
  const changed = entries.filter(({ itemNumber, score, reason }) => {
    const before = savedOf(itemNumber);
    return before?.score !== score || before.reason !== reason;
  });
  const overtaken = changed.filter(
    ({ itemNumber, version }) => (savedOf(itemNumber)?.version ?? 0) !== version,
  );
  if (overtaken.length > 0) return conflictOf(overtaken, saved);
  if (changed.length === 0) return { kind: 'saved' };
  try {
    await saveAgreedScores(db, actor, reviewId, changed);
    return { kind: 'saved' };
  } catch (error) {
    if (error instanceof ReviewRefusedError) return { kind: 'refused', refusal: error.refusal };
    if (!(error instanceof StaleVersionError)) throw error;
    return conflictOf(changed, await listAgreedScores(db, reviewId));
  }
}

function conflictOf(
  entries: readonly AgreedScoreForm[],
  saved: readonly AgreedScore[],
): AgreeOutcome {
  const theirs = (itemNumber: number) => saved.find((score) => score.itemNumber === itemNumber);
  const rows = entries.map((entry) => ({
    label: `Item ${entry.itemNumber}`,
    yours: decisionWords(entry),
    theirs: decisionWords(theirs(entry.itemNumber)),
  }));
  const versions = Object.fromEntries(
    entries.map(({ itemNumber }) => [
      agreedVersionField(itemNumber),
      String(theirs(itemNumber)?.version ?? 0),
    ]),
  );
  const version = Math.max(0, ...saved.map((score) => score.version));
  return { kind: 'conflict', conflict: { version, rows }, versions };
}

function decisionWords(decision: { score: number; reason: string } | undefined): string {
  if (decision === undefined) return '';
  return decision.reason === ''
    ? `Score ${decision.score}`
    : `Score ${decision.score}\n${decision.reason}`;
}
