import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { keptContent } from '#app/cache/kept-content.server.ts';
import { keptPage } from '#app/cache/kept-page.server.ts';
import { KeptContent } from '#app/components/kept-content.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { RelationsContent } from '#app/relations/relations-content.tsx';
import {
  relationsData,
  relationsKey,
  relationsQuestion,
} from '#app/relations/relations-data.server.ts';
import { relationsView } from '#app/relations/relations-view.server.ts';
import { readerKey } from '#app/relations/team-names.server.ts';
import { signedInUser } from '#app/server/context.server.ts';

export const handle: RouteHandle = {
  title: 'How service quality relates to job entry',
  wide: true,
  isStatic: true,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, today } = context;
  const user = signedInUser(context);
  const question = await relationsQuestion(db, new URL(request.url).searchParams, today);
  const key = `${relationsKey(question)} ${readerKey(user)}`;
  const html = await keptPage(db, key, async () => {
    const view = await relationsView(db, user, question, await relationsData(db, question));
    return <RelationsContent view={view} />;
  });
  return keptContent(context, html);
}

export default function Relations() {
  return <KeptContent html={useLoaderData<typeof loader>().html} />;
}
