import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { FigureEightContent } from '#app/figure-eight/figure-eight-content.tsx';
import { figureEightPage } from '#app/figure-eight/figure-eight-page.server.ts';
import { figureEightView } from '#app/figure-eight/figure-eight-view.server.ts';
import type { FigureEightView } from '#app/figure-eight/figure-eight-view.ts';
import { pageTitle } from '#app/figure-eight/figure-eight-words.ts';
import { signedInUser } from '#app/server/context.server.ts';

export const handle: RouteHandle = { title: pageTitle, wide: true, isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await figureEightPage(context, request);
  const view = figureEightView(page, signedInUser(context));
  if (view.result.status !== 'working') return data(view);
  // With the address: without it, a browser whose address ends in #team-3 would jump there and never ask again.
  const refresh = `${askAgainAfter}; url=/relations/figure-eight?${page.address}`;
  return data(view, { headers: { Refresh: refresh } });
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function FigureEight() {
  return <FigureEightContent view={useLoaderData<FigureEightView>()} />;
}
