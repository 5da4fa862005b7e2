import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { outcomesPage } from '#app/outcomes/outcomes-page.server.ts';
import type { OverviewView } from '#app/outcomes/outcomes-view.ts';
import { OverviewContent } from '#app/outcomes/overview-content.tsx';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Employment outcomes', wide: true, isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await outcomesPage(context, request);
  const { choices, status, round, previousRound, release, previous, hidden } = page;
  const view: OverviewView = {
    choices,
    status,
    report:
      round === undefined || release === undefined
        ? null
        : {
            linkedOn: formatDay(round.linkageDate),
            matchRate: release.matchRate,
            meanFollowUpDays: release.meanFollowUpDays,
            complete: release.complete,
            printed: release.printed,
            printedHead: release.printedHead,
            group: release.groups[choices.group],
            previousName: previousRound?.name ?? null,
            previous: previous?.groups[choices.group] ?? null,
            hidden: hidden ?? null,
          },
  };
  return status === 'working'
    ? data(view, { headers: { Refresh: String(askAgainAfter) } })
    : data(view);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Overview() {
  return <OverviewContent view={useLoaderData<OverviewView>()} />;
}
