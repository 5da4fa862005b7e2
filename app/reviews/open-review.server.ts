import { kindWords } from '#app/forms/fidelity/review-set-up.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import type { Db } from '#db/connection/open-database.ts';
import { listAgreedScores } from '#db/queries/agreed-scores.ts';
import { listOwnItemScores, type StoredItemScore } from '#db/queries/review-scores.ts';
import type { ReviewReviewer } from '#db/queries/reviews.ts';
import type { FidelityTotal } from '#scoring/fidelity/total.ts';

import { itemsNotReady, itemStatus, type PlainStatus } from './item-states.ts';
import type { ReviewOfRoute } from './review-of.server.ts';
import { visitWords } from './review-words.ts';
import { totalOf } from './scores-by-item.ts';

/** A task as it travels to the page: plain words only. */
export interface PlainTask {
  title: string;
  href?: string;
  status: PlainStatus;
}

export interface OpenReviewPage {
  status: 'open';
  teamName: string;
  kind: string;
  visits: string;
  scaleName: string;
  reviewers: { name: string; state: string }[];
  /** The reader's own scoring; null for an administrator, who sees none of it. */
  scoring: Scoring | null;
}

interface Scoring {
  isSubmitted: boolean;
  sections: { title: string; tasks: PlainTask[] }[];
  /** Of the reader's own scores only. */
  total: FidelityTotal;
  steps: PlainTask[];
}

export async function openReviewPage(db: Db, route: ReviewOfRoute): Promise<OpenReviewPage> {
  const { review, version, own } = route;
  return {
    status: 'open',
    teamName: review.teamName,
    kind: kindWords(review.kind),
    visits: visitWords(review),
    scaleName: version.name,
    reviewers: review.reviewers.map(({ name, isLead, submittedAt }) => ({
      name: isLead ? `${name}, lead reviewer` : name,
      state: submittedAt === null ? 'Scoring' : `Submitted ${whenInWords(submittedAt)}`,
    })),
    scoring: own === undefined ? null : await scoringOf(db, { ...route, own }),
  };
}

type OwnRoute = ReviewOfRoute & { own: ReviewReviewer };

async function scoringOf(db: Db, route: OwnRoute): Promise<Scoring> {
  const { review, scale, own, here } = route;
  const scores = await listOwnItemScores(db, { reviewId: review.id, reviewerId: own.userId });
  return {
    isSubmitted: own.submittedAt !== null,
    sections: scale.sections.map(({ title, itemNumbers }) => ({
      title,
      tasks: scale.items
        .filter(({ number }) => itemNumbers.includes(number))
        .map((item) => ({
          title: `${item.number}. ${item.title}`,
          href: `${here}/items/${item.number}`,
          status: itemStatus(
            item,
            scores.find(({ itemNumber }) => itemNumber === item.number),
          ),
        })),
    })),
    total: totalOf(scale, scores),
    steps: await stepsOf(db, route, scores),
  };
}

/** What comes after scoring: check and submit, agree, sign off. */
async function stepsOf(
  db: Db,
  { review, scale, own, here }: OwnRoute,
  scores: readonly StoredItemScore[],
): Promise<PlainTask[]> {
  const { items } = scale;
  const open = itemsNotReady(items, scores).length;
  const waiting = review.reviewers.some(({ submittedAt }) => submittedAt === null);
  const check: PlainTask = {
    title: 'Check your answers and submit your scores',
    href: `${here}/check`,
    status:
      own.submittedAt !== null
        ? { text: 'Submitted' }
        : open > 0
          ? { text: `${open} of ${items.length} to do`, tagColour: 'blue' }
          : { text: 'Ready', tagColour: 'teal' },
  };
  const agreed = waiting ? 0 : (await listAgreedScores(db, review.id)).length;
  const isAgreed = review.reviewers.length === 1 || agreed === items.length;
  const agree: PlainTask = waiting
    ? {
        title: 'Agree the scores',
        status: { text: 'Once every reviewer has submitted', cannotStart: true },
      }
    : {
        title: 'Agree the scores',
        href: `${here}/agree`,
        status: isAgreed
          ? { text: 'All agreed' }
          : { text: `${agreed} of ${items.length} agreed`, tagColour: 'blue' },
      };
  const mayOpen = own.isLead && !waiting && isAgreed;
  const signOff: PlainTask = {
    title: 'Sign off the review',
    ...(mayOpen ? { href: `${here}/sign-off` } : {}),
    status: mayOpen
      ? { text: 'Ready', tagColour: 'teal' }
      : { text: own.isLead ? 'Cannot start yet' : 'For the lead reviewer', cannotStart: true },
  };
  return review.reviewers.length === 1 ? [check, signOff] : [check, agree, signOff];
}
