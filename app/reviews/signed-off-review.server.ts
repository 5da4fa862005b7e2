import { kindWords } from '#app/forms/fidelity/review-set-up.ts';
import type { AnswerWords } from '#app/forms/conflict.ts';
import type { PeopleReader } from '#app/forms/fidelity/item-answers.ts';
import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listAgreedScores } from '#db/queries/agreed-scores.ts';
import { listSubmittedItemScores } from '#db/queries/review-scores.ts';
import { findPreviousReview } from '#db/queries/reviews.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';
import type { FidelityTotal } from '#scoring/fidelity/total.ts';

import { mergedAnswers } from './merged-answers.ts';
import type { ReviewOfRoute } from './review-of.server.ts';
import { reviewWords, visitWords } from './review-words.ts';
import { scoresByItem, totalOf } from './scores-by-item.ts';

export interface SignedOffItem {
  number: number;
  title: string;
  score: number | null;
  previous: number | null;
  answers: AnswerWords;
}

export interface SignedOffReviewPage {
  status: 'signed-off';
  teamName: string;
  kind: string;
  visits: string;
  scaleName: string;
  reviewers: string[];
  signedOff: string;
  total: FidelityTotal;
  /** The review before this one, in words, when there was one. */
  previousReview: string | null;
  sections: { title: string; items: SignedOffItem[] }[];
  /** For the review's own reviewers: where their scores stand side by side. */
  links: { href: string; text: string }[];
}

export async function signedOffReviewPage(
  db: Db,
  { review, version, scale, own, here }: ReviewOfRoute,
  reader: PeopleReader,
): Promise<SignedOffReviewPage> {
  const agreed = await listAgreedScores(db, review.id);
  const entries = await listSubmittedItemScores(db, review.id);
  const previous = await findPreviousReview(db, review);
  const before =
    previous === undefined ? {} : scoresByItem(await listAgreedScores(db, previous.id));
  const signedOffOn = review.signedOffAt === null ? '' : dayInEngland(new Date(review.signedOffAt));
  return {
    status: 'signed-off',
    teamName: review.teamName,
    kind: kindWords(review.kind),
    visits: visitWords(review),
    scaleName: version.name,
    reviewers: review.reviewers.map(({ name, isLead }) => (isLead ? `${name} (lead)` : name)),
    signedOff: `${formatDay(signedOffOn)}, by ${review.signedOffByName ?? 'the lead reviewer'}`,
    total: totalOf(scale, agreed),
    previousReview: previous === undefined ? null : reviewWords(previous),
    sections: scale.sections.map(({ title, itemNumbers }) => ({
      title,
      items: scale.items
        .filter(({ number }) => itemNumbers.includes(number))
        .map((item) => {
          const score = agreed.find(({ itemNumber }) => itemNumber === item.number);
          const recorded = entries.filter(({ itemNumber }) => itemNumber === item.number);
          return {
            number: item.number,
            title: item.title,
            score: score?.score ?? null,
            previous: before[item.number] ?? null,
            answers: mergedAnswers(item, recorded, score?.reason ?? '', reader),
          };
        }),
    })),
    links: own === undefined ? [] : linksOfReviewer(here, review.reviewers.length),
  };
}

function linksOfReviewer(here: string, reviewers: number) {
  const own = { href: `${here}/check`, text: 'Your own scores' };
  if (reviewers === 1) return [own];
  return [own, { href: `${here}/agree`, text: 'Reviewers’ scores side by side' }];
}
