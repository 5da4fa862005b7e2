import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { ButtonGroup } from '#app/components/govuk/button-group.tsx';
import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { RouteHandle } from '#app/components/route-handle.ts';
import { stateWords } from '#app/linkage/import-words.ts';
import { whenInWords } from '#app/session/when-in-words.server.ts';
import { listLinkedRounds } from '#db/queries/cohorts.ts';
import { listLinkageExtracts } from '#db/queries/linkage-extracts.ts';
import { listLinkageImports } from '#db/queries/linkage-imports.ts';
import { formatDay } from '#scoring/calendar/iso-day.ts';

export const handle: RouteHandle = { title: 'Data linkage', isStatic: true };

export async function loader({ context: { db } }: LoaderFunctionArgs) {
  const [rounds, imports, extracts] = [
    await listLinkedRounds(db),
    await listLinkageImports(db),
    await listLinkageExtracts(db),
  ];
  return {
    rounds: rounds.map(({ id, name, linkageDate }) => ({ id, name, on: formatDay(linkageDate) })),
    imports: imports.map(({ id, name, state, createdAt }) => ({
      id,
      name,
      at: whenInWords(createdAt),
      state: stateWords[state].tag,
    })),
    extracts: extracts.map(({ id, linkageDate, createdAt, deletedOn }) => ({
      id,
      on: formatDay(linkageDate),
      at: whenInWords(createdAt),
      state:
        deletedOn === null ? 'Receipt not confirmed yet' : `Deleted on ${formatDay(deletedOn)}`,
    })),
  };
}

export default function DataLinkage() {
  const { rounds, imports, extracts } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Data linkage</h1>
        <p className="govuk-body">
          Twice a year an extract of clients who agreed goes to HMRC, and what comes back becomes a
          round: groups and outcomes of people, without names, dates or ids of the return.
        </p>
        <p className="govuk-body">
          No page or file shows one person. Months of follow-up and days of work are kept for each:
          somebody who had the database file and another list of clients could narrow people down.
        </p>
        <ButtonGroup>
          <ButtonLink href="/linkage/extract">Make an extract</ButtonLink>
          <ButtonLink href="/linkage/import">Import a return</ButtonLink>
        </ButtonGroup>
        <p className="govuk-body">
          <a className="govuk-link" href="/linkage/layouts">
            Layouts of returns
          </a>
          : which column of a return holds what.
        </p>
        <Part
          caption="Rounds that are read"
          empty="There is no round yet."
          headings={['Round', 'Linked on', 'Undo it']}
          rows={rounds.map(({ id, name, on }) => ({
            key: id,
            cells: [name, on, <Undo key="undo" id={id} name={name} />],
          }))}
        />
        <Part
          caption="Imports"
          empty="Nothing has been imported yet."
          headings={['Import', 'Sent in', 'State']}
          rows={imports.map(({ id, name, at, state }) => ({
            key: id,
            cells: [
              <a key="link" className="govuk-link" href={`/linkage/imports/${id}`}>
                {name}
              </a>,
              at,
              state,
            ],
          }))}
        />
        <Part
          caption="Extracts"
          empty="No extract has been made yet."
          headings={['Extract', 'Made', 'Original']}
          rows={extracts.map(({ id, on, at, state }) => ({
            key: id,
            cells: [
              <a key="link" className="govuk-link" href={`/linkage/extracts/${id}`}>
                For linkage on {on}
              </a>,
              at,
              state,
            ],
          }))}
        />
      </div>
    </div>
  );
}

function Undo({ id, name }: { id: string; name: string }) {
  return (
    <a className="govuk-link" href={`/linkage/rounds/${id}`}>
      Undo<span className="govuk-visually-hidden"> {name}</span>
    </a>
  );
}

interface PartProps {
  caption: string;
  empty: string;
  headings: readonly string[];
  rows: Parameters<typeof Table>[0]['rows'];
}

function Part({ caption, empty, headings, rows }: PartProps) {
  return (
    <section className="gt-section">
      {rows.length === 0 ? (
        <>
          <h2 className="govuk-heading-m">{caption}</h2>
          <p className="govuk-body">{empty}</p>
        </>
      ) : (
        <Table
          wide
          caption={caption}
          captionSize="m"
          columns={headings.map((heading) => ({ heading }))}
          rows={rows}
        />
      )}
    </section>
  );
}
