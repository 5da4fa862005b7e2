import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
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
  const providers = await keptModel(context, 'providerEvidence', { today }, now);
  if (status === 'working' || providers.status === 'working') {
    const view: OverviewView = { choices, status: 'working', isDemo, report: null };
    // With the address: one that ends in a place on the page would only be scrolled to.
    const headers = { Refresh: `${askAgainAfter}; url=/outcomes?${choices.address}` };
    return data(view, { headers });
  }
  const report = overviewReport(page, providers.answer);
  const view: OverviewView = { choices, status, isDemo, report };
  return data(view);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Overview() {
  return <OverviewContent view={useLoaderData<OverviewView>()} />;
}
