import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { ScaleItemText } from '#app/scale/scale-item-text.tsx';
import { dayInEngland } from '#scoring/calendar/day-in-england.ts';
import { signedInUser } from '#app/server/context.server.ts';
import { found } from '#app/server/route-params.server.ts';
import {
  findScaleVersion,
  findScaleVersionOn,
  listScaleVersions,
} from '#db/queries/scale-versions.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'The fidelity scale', isStatic: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('version');
  const current = await findScaleVersionOn(context.db, context.today);
  const { scale, ...version } = found(
    asked === null ? current : await findScaleVersion(context.db, asked),
  );
  const versions = await listScaleVersions(context.db);
  const anchors = scale.items.flatMap((item) => item.anchors);
  return {
    mayPublish: signedInUser(context).role === 'administrator',
    isCurrent: version.id === current?.id,
    name: version.name,
    source: scale.source,
    sourceUrl: scale.sourceUrl,
    note: scale.note,
    validFrom: formatDay(version.validFrom),
    whyPublished: version.note,
    anchors: anchors.length,
    anchorsToCheck: anchors.filter(({ verification }) => verification === 'to-check').length,
    bands: scale.bands.map(({ key, label, from, to }) => ({ key, label, from, to })),
    sections: scale.sections.map(({ title, itemNumbers }) => ({
      title,
      items: scale.items.filter(({ number }) => itemNumbers.includes(number)),
    })),
    versions: versions.map(({ id, name, validFrom, publishedAt, note }) => ({
      id,
      name,
      validFrom: formatDay(validFrom),
      published: formatDay(dayInEngland(new Date(publishedAt))),
      note,
      isShown: id === version.id,
    })),
  };
}

export default function ScalePage() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">The fidelity scale</h1>
        <p className="govuk-body-l">
          25 items, each scored from 1 to 5, show how closely a service follows IPS. The total runs
          from 25 to 125.
        </p>
        <SummaryList
          rows={[
            { key: 'Version', value: page.name },
            {
              key: 'Holds',
              value: `From ${page.validFrom}${page.isCurrent ? ', the version in force' : ''}`,
            },
            { key: 'Why it was published', value: page.whyPublished },
            {
              key: 'Source',
              value: (
                <>
                  {page.source}.{' '}
                  <a className="govuk-link" href={page.sourceUrl} rel="noreferrer">
                    Official form
                  </a>
                </>
              ),
            },
            {
              key: 'Checked against the official form',
              value: `${page.anchors - page.anchorsToCheck} of ${page.anchors} descriptions; ${page.anchorsToCheck} still to be checked`,
            },
          ]}
        />
        <p className="govuk-body">{page.note}</p>
        {page.mayPublish && (
          <ButtonLink href="/scale/publish">Publish a corrected version</ButtonLink>
        )}
        <Table
          caption="Bands"
          captionSize="m"
          columns={[{ heading: 'Band' }, { heading: 'Total', numeric: true }]}
          rows={page.bands.map(({ key, label, from, to }) => ({
            key,
            cells: [label, `${from} to ${to}`],
          }))}
        />
        {page.sections.map(({ title, items }) => (
          <section key={title}>
            <h2 className="govuk-heading-l">{title}</h2>
            {items.map((item) => (
              <ScaleItemText key={item.number} item={item} />
            ))}
          </section>
        ))}
        <Table
          caption="All versions"
          captionSize="m"
          wide
          columns={[
            { heading: 'Version' },
            { heading: 'Holds from' },
            { heading: 'Published' },
            { heading: 'Why' },
          ]}
          rows={page.versions.map(({ id, name, validFrom, published, note, isShown }) => ({
            key: id,
            cells: [
              isShown ? (
                name
              ) : (
                <a key="link" className="govuk-link" href={`/scale?version=${id}`}>
                  {name}
                </a>
              ),
              validFrom,
              published,
              note,
            ],
          }))}
        />
        <p className="govuk-body">A review keeps the version it was scored on for good.</p>
      </div>
    </div>
  );
}
