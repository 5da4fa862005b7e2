import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { chosenComparator, shownTable } from '#app/outcomes/chosen-comparator.ts';
import { OutcomeContent } from '#app/outcomes/outcome-content.tsx';
import { outcomesPage } from '#app/outcomes/outcomes-page.server.ts';
import type { OutcomeView } from '#app/outcomes/outcomes-view.ts';
import type { OutcomesRelease } from '#scoring/outcomes/release/outcomes-release.ts';
import {
  getOutcomeMeasure,
  outcomeKeys,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';

interface Loaded {
  key: OutcomeKey;
  view: OutcomeView;
}

export const handle: RouteHandle<Pick<Loaded, 'key'>> = {
  title: ({ key }) => getOutcomeMeasure(key).name,
  wide: true,
  isStatic: true,
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const key = outcomeKeys.find((one) => one === params.outcome);
  if (key === undefined) throw new Response(null, { status: 404 });
  const { choices, status, previousRound, release, previous } = await outcomesPage(
    context,
    request,
  );
  const inGroup = (all: OutcomesRelease | undefined) =>
    all?.groups[choices.group].outcomes.find(({ outcome }) => outcome === key);
  const found = inGroup(release);
  const { searchParams } = new URL(request.url);
  const comparator = chosenComparator(found?.tables ?? [], searchParams.get('against'));
  const common = { choices, status, isDemo: context.isDemo, comparator };
  if (release === undefined || found === undefined) {
    const loaded: Loaded = { key, view: { ...common, report: null } };
    // With the address: one that ends in a place on the page would only be scrolled to.
    const refresh = `${askAgainAfter}; url=/outcomes/${key}?${searchParams.toString()}`;
    return data(loaded, status === 'working' ? { headers: { Refresh: refresh } } : undefined);
  }
  const { tables, ...outcome } = found;
  const report = {
    countsRoundedTo: release.countsRoundedTo,
    outcome,
    tables: tables.map((table) => shownTable(table, comparator.value)),
    previousName: previousRound?.name ?? null,
    previous: inGroup(previous) ?? null,
  };
  const loaded: Loaded = { key, view: { ...common, report } };
  return data(loaded);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Outcome() {
  const { key, view } = useLoaderData<Loaded>();
  return <OutcomeContent view={view} outcome={key} />;
}
