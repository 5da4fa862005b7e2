import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import type { RouteHandle } from '#app/components/route-handle.ts';
import { OpenReview } from '#app/reviews/open-review.tsx';
import { openReviewPage } from '#app/reviews/open-review.server.ts';
import { reviewOf } from '#app/reviews/review-of.server.ts';
import { SignedOffReview } from '#app/reviews/signed-off-review.tsx';
import { signedOffReviewPage } from '#app/reviews/signed-off-review.server.ts';

export const handle: RouteHandle<{ teamName: string }> = {
  title: ({ teamName }) => `Fidelity review: ${teamName}`,
  isStatic: true,
};

/** One address for a review's whole life: a task list while it is open, the result once it is signed off. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const route = await reviewOf(context, params);
  return route.review.status === 'signed-off'
    ? await signedOffReviewPage(context.db, route)
    : await openReviewPage(context.db, route);
}

export default function ReviewPage() {
  const page = useLoaderData<typeof loader>();
  return page.status === 'signed-off' ? <SignedOffReview {...page} /> : <OpenReview {...page} />;
}
