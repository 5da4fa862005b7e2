import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { NotificationBanner } from '#app/components/govuk/notification-banner.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { OverTimeContent } from '#app/over-time/over-time-content.tsx';
import { overTimePage } from '#app/over-time/over-time-page.server.ts';
import type { OverTimeView } from '#app/over-time/over-time-view.ts';

interface PageData {
  view: OverTimeView;
  done: string | null;
}

export const handle: RouteHandle<PageData> = {
  title: ({ view }) => `${view.team.name} over time`,
  wide: true,
  isStatic: true,
};

export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<PageData> {
  const view = await overTimePage(request, params, context);
  const search = new URL(request.url).searchParams;
  if (search.has('begun')) return { view, done: 'New baseline begun' };
  return { view, done: search.has('removed') ? 'New baseline removed' : null };
}

export default function OverTime() {
  const { view, done } = useLoaderData<PageData>();
  return (
    <>
      {done !== null && <NotificationBanner type="success">{done}</NotificationBanner>}
      <OverTimeContent view={view} />
    </>
  );
}
