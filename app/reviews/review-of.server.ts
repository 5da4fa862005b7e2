import type { AppLoadContext } from '@remix-run/node';
import type { Params } from '@remix-run/react';

import { signedInUser } from '#app/server/context.server.ts';
import { found, notFound, routeParam } from '#app/server/route-params.server.ts';
import { findReview, type Review, type ReviewReviewer } from '#db/queries/reviews.ts';
import { getScaleVersion, type ScaleVersion } from '#db/queries/scale-versions.ts';
import type { FidelityScale, ScaleItem } from '#scoring/fidelity/scale-types.ts';

/** The review in the address, with the version of the scale it is scored on. */
export interface ReviewOfRoute {
  review: Review;
  version: ScaleVersion;
  scale: FidelityScale;
  /** The signed-in person as a reviewer of this review; undefined for its other readers. */
  own: ReviewReviewer | undefined;
  here: string;
}

export async function reviewOf(context: AppLoadContext, params: Params): Promise<ReviewOfRoute> {
  const review = found(await findReview(context.db, routeParam(params, 'reviewId')));
  const version = await getScaleVersion(context.db, review.scaleVersionId);
  const user = signedInUser(context);
  const own = review.reviewers.find(({ userId }) => userId === user.id);
  return { review, version, scale: version.scale, own, here: `/reviews/${review.id}` };
}

/** The same for pages that only reviewers of the review have: the policy has made sure of it. */
export async function ownReviewOf(
  context: AppLoadContext,
  params: Params,
): Promise<ReviewOfRoute & { own: ReviewReviewer }> {
  const route = await reviewOf(context, params);
  return { ...route, own: found(route.own) };
}

/** The item in the address; a number that the scale does not have is not found. */
export function itemOf(scale: FidelityScale, params: Params): ScaleItem {
  const text = routeParam(params, 'itemNumber');
  const item = /^\d{1,2}$/.test(text)
    ? scale.items.find(({ number }) => String(number) === text)
    : undefined;
  if (item === undefined) throw notFound();
  return item;
}
