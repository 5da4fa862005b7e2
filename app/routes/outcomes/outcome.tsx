import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askAgainAfter } from '#app/client-model/working-notice.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { OutcomeContent } from '#app/outcomes/outcome-content.tsx';
import { outcomesPage } from '#app/outcomes/outcomes-page.server.ts';
import type { OutcomeView } from '#app/outcomes/outcomes-view.ts';
import { outcomeKeys, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

export const handle: RouteHandle = { title: 'Employment outcome', wide: true, isStatic: true };

interface Loaded {
  key: OutcomeKey;
  view: OutcomeView;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const key = outcomeKeys.find((one) => one === params.outcome);
  if (key === undefined) throw new Response(null, { status: 404 });
  const { choices, status, previousRound, release, previous } = await outcomesPage(
    context,
    request,
  );
  const inGroup = (all: typeof release) =>
    all?.groups[choices.group].outcomes.find(({ outcome }) => outcome === key);
  const outcome = inGroup(release);
  const view: OutcomeView = {
    choices,
    status,
    report:
      outcome === undefined
        ? null
        : {
            outcome,
            previousName: previousRound?.name ?? null,
            previous: inGroup(previous) ?? null,
          },
  };
  const loaded: Loaded = { key, view };
  return status === 'working'
    ? data(loaded, { headers: { Refresh: String(askAgainAfter) } })
    : data(loaded);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function Outcome() {
  const { key, view } = useLoaderData<Loaded>();
  return <OutcomeContent view={view} outcome={key} />;
}
