import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Pagination } from '#app/components/govuk/pagination.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { openReviewRows, signedOffReviewRows } from '#app/reviews/review-rows.server.ts';
import { ReviewTable } from '#app/reviews/review-table.tsx';
import { signedInUser } from '#app/server/context.server.ts';

export const handle: RouteHandle = { title: 'Fidelity reviews', isStatic: true };

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = signedInUser(context);
  const asked = Number(new URL(request.url).searchParams.get('page') ?? '1');
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const slice = { limit: pageSize + 1, offset: (page - 1) * pageSize };
  const signedOff = await signedOffReviewRows(context.db, user, slice);
  return {
    mayCreate: user.role === 'reviewer' || user.role === 'administrator',
    open: page === 1 ? await openReviewRows(context.db, user) : [],
    signedOff: signedOff.slice(0, pageSize),
    previous: page > 1 ? `/reviews?page=${page - 1}` : null,
    next: signedOff.length > pageSize ? `/reviews?page=${page + 1}` : null,
  };
}

export default function ReviewList() {
  const { mayCreate, open, signedOff, previous, next } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-l">Fidelity reviews</h1>
      <p className="govuk-body">
        A review looks at how closely a team follows IPS and where it can grow.{' '}
        <a className="govuk-link" href="/scale">
          About the scale
        </a>
      </p>
      {mayCreate && <ButtonLink href="/reviews/new">Set up a review</ButtonLink>}
      {open.length > 0 && (
        <ReviewTable caption="Open reviews" resultHeading="Where it stands" rows={open} />
      )}
      <ReviewTable caption="Signed-off reviews" resultHeading="Total and band" rows={signedOff} />
      {(previous !== null || next !== null) && (
        <Pagination
          label="Signed-off reviews"
          previous={previous === null ? undefined : { href: previous }}
          next={next === null ? undefined : { href: next }}
        />
      )}
    </>
  );
}
