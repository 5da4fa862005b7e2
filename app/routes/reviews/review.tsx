import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import type { RouteHandle } from '#app/components/route-handle.ts';
import { OpenReview } from '#app/reviews/open-review.tsx';
import { openReviewPage } from '#app/reviews/open-review.server.ts';
import { reviewOf } from '#app/reviews/review-of.server.ts';
import { reviewReader } from '#app/reviews/review-reader.server.ts';
import { SignedOffReview } from '#app/reviews/signed-off-review.tsx';
import { signedOffReviewPage } from '#app/reviews/signed-off-review.server.ts';
import { signedInUser } from '#app/server/context.server.ts';

export const handle: RouteHandle<{ teamName: string }> = {
  title: ({ teamName }) => `Fidelity review: ${teamName}`,
  isStatic: true,
};

/** One address for a review's whole life: a task list while it is open, the result once it is signed off. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const route = await reviewOf(context, params);
  if (route.review.status !== 'signed-off') return openReviewPage(db, route);
  const reader = await reviewReader(db, signedInUser(context), route.review, today);
  return signedOffReviewPage(db, route, reader);
}

export default function ReviewPage() {
  const page = useLoaderData<typeof loader>();
  return page.status === 'signed-off' ? <SignedOffReview {...page} /> : <OpenReview {...page} />;
}
