import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { firstJobsChoice } from '#app/outcomes/first-jobs-choice.ts';
import { outcomesPage } from '#app/outcomes/outcomes-page.server.ts';
import type { OverviewView } from '#app/outcomes/outcomes-view.ts';
import { OverviewContent } from '#app/outcomes/overview-content.tsx';
import { overviewReport } from '#app/outcomes/overview-report.ts';
import { keptModel } from '#app/work/kept-models.server.ts';

export const handle: RouteHandle = { title: 'Employment outcomes', wide: true, isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { today, now, isDemo } = context;
  const page = await outcomesPage(context, request);
  const { choices, status } = page;
  const firstJobsBy = firstJobsChoice(new URL(request.url).searchParams.get('first-jobs'));
  const providers = await keptModel(context, 'providerEvidence', { today }, now);
  if (status === 'working' || providers.status === 'working') {
    const view: OverviewView = { choices, firstJobsBy, status: 'working', isDemo, report: null };
    // With the address: one that ends in a place on the page would only be scrolled to.
    const address = `${choices.address}&first-jobs=${firstJobsBy.value}`;
    const headers = { Refresh: `${askAgainAfter}; url=/outcomes?${address}` };
    return data(view, { headers });
  }
  const report = overviewReport(page, providers.answer, firstJobsBy);
  const view: OverviewView = { choices, firstJobsBy, status, isDemo, report };
  return data(view);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Overview() {
  return <OverviewContent view={useLoaderData<OverviewView>()} />;
}
