import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { CaseMixContent, pageTitle } from '#app/case-mix/case-mix-content.tsx';
import { caseMixPage } from '#app/case-mix/case-mix-page.server.ts';
import type { CaseMixView } from '#app/case-mix/case-mix-view.ts';
import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';

export const handle: RouteHandle = { title: pageTitle, wide: true, isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await caseMixPage(context, request);
  return view.result.status === 'working'
    ? data(view, {
        headers: { Refresh: `${askAgainAfter}; url=/relations/case-mix?${view.filters.query}` },
      })
    : data(view);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function CaseMix() {
  return <CaseMixContent view={useLoaderData<CaseMixView>()} />;
}
