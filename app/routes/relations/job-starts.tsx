import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { keptContent } from '#app/cache/kept-content.server.ts';
import { filtersView, type FiltersView } from '#app/client-model/job-starts/filters.server.ts';
import { JobStartsFilters, PopulationChoice } from '#app/client-model/job-starts/filters-form.tsx';
import { jobStartsPage } from '#app/client-model/job-starts/job-starts-page.server.ts';
import { askAgainAfter, WorkingNotice } from '#app/client-model/working-notice.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { KeptContent } from '#app/components/kept-content.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { RelationsNav } from '#app/relations/relations-nav.tsx';
import { whenInWords } from '#app/session/when-in-words.server.ts';

const title = 'What goes with a job start';

export const handle: RouteHandle = { title, wide: true, isStatic: true };

interface PageData {
  filters: FiltersView;
  isWorking: boolean;
  /** When the records were as the figures have them, where they have changed since. */
  olderFrom: string | null;
  html: string | null;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { question, seen, model } = await jobStartsPage(context, request);
  const filters = await filtersView(context.db, question, seen);
  if (model.status === 'working') {
    // With the address: one that ends in a place on the page would only be scrolled to.
    const headers = { Refresh: `${askAgainAfter}; url=/relations/job-starts?${filters.query}` };
    const page: PageData = { filters, isWorking: true, olderFrom: null, html: null };
    return data(page, { headers });
  }
  const olderFrom = model.isCurrent ? null : whenInWords(model.asOf);
  const content = keptContent(context, model.answer.html);
  const page: PageData = { filters, isWorking: false, olderFrom, ...content };
  return data(page);
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export default function JobStarts() {
  const { filters, isWorking, olderFrom, html } = useLoaderData<PageData>();
  const address = `/relations/job-starts?${filters.query}`;
  return (
    <>
      <RelationsNav current="/relations/job-starts" />
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body-l">
        Which clients started a job more often, and which less, when clients are alike in everything
        else that is known of them.
      </p>
      <PopulationChoice current={filters.population} />
      <JobStartsFilters filters={filters} />
      {olderFrom !== null && (
        <InsetText>
          Records have changed since these figures were worked out, on {olderFrom}. They are being
          worked out again:{' '}
          <a className="govuk-link" href={address}>
            look for newer ones
          </a>
          .
        </InsetText>
      )}
      {isWorking ? (
        <WorkingNotice href={address} takes="some seconds" />
      ) : (
        <KeptContent html={html} />
      )}
    </>
  );
}
