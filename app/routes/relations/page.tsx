import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { keptContent } from '#app/cache/kept-content.server.ts';
import { KeptContent } from '#app/components/kept-content.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { addressOf, relationsQuestion } from '#app/relations/relations-data.server.ts';
import { readerOf } from '#app/relations/team-names.server.ts';
import { keptWork } from '#app/work/kept-work.server.ts';

export const handle: RouteHandle = {
  title: 'How service quality relates to job entry',
  wide: true,
  isStatic: true,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const question = await relationsQuestion(db, new URL(request.url).searchParams, today);
  const asked = { query: addressOf(question), reader: readerOf(context), today };
  return keptContent(context, await keptWork(context, 'relationsPage', asked));
}

export default function Relations() {
  return <KeptContent html={useLoaderData<typeof loader>().html} />;
}
