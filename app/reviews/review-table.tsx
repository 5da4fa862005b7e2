import { Table } from '#app/components/govuk/table.tsx';

export interface ReviewRow {
  href: string;
  teamName: string;
  kind: string;
  visits: string;
  result: string;
}

interface Props {
  caption: string;
  resultHeading: string;
  rows: readonly ReviewRow[];
}

/** Reviews, newest visit first. */
export function ReviewTable({ caption, resultHeading, rows }: Props) {
  if (rows.length === 0) {
    return (
      <>
        <h2 className="govuk-heading-m">{caption}</h2>
        <p className="govuk-body">There are none yet.</p>
      </>
    );
  }
  return (
    <Table
      caption={caption}
      captionSize="m"
      wide
      columns={[
        { heading: 'Team' },
        { heading: 'Visit' },
        { heading: 'Kind' },
        { heading: resultHeading },
      ]}
      rows={rows.map(({ href, teamName, kind, visits, result }) => ({
        key: href,
        cells: [
          <a key="link" className="govuk-link" href={href}>
            {teamName}
          </a>,
          visits,
          kind,
          result,
        ],
      }))}
    />
  );
}
