import { Table } from '#app/components/govuk/table.tsx';
import { Tag, type TagColour } from '#app/components/govuk/tag.tsx';

export interface RatingRow {
  href: string;
  teamName: string;
  ratedOn: string;
  level: string | null;
  status:
    | 'Draft'
    | 'Ready to sign'
    | 'Waits for the host service'
    | 'Waits for the team leader'
    | 'Signed by both';
}

const colours: Record<RatingRow['status'], TagColour | undefined> = {
  Draft: 'grey',
  'Ready to sign': 'blue',
  'Waits for the host service': 'yellow',
  'Waits for the team leader': 'yellow',
  'Signed by both': undefined,
};

/** Ratings newest first; those of several teams name the team. */
export function RatingTable({ rows }: { rows: readonly RatingRow[] }) {
  if (rows.length === 0) return <p className="govuk-body">There are no ratings to read yet.</p>;
  return (
    <Table
      caption="Ratings, newest first"
      captionSize="m"
      wide
      columns={[
        { heading: 'Rated on' },
        { heading: 'Team' },
        { heading: 'Level' },
        { heading: 'State' },
      ]}
      rows={rows.map(({ href, teamName, ratedOn, level, status }) => ({
        key: href,
        cells: [
          <a key="link" className="govuk-link" href={href}>
            {ratedOn}
          </a>,
          teamName,
          level ?? 'not chosen',
          colours[status] === undefined ? (
            status
          ) : (
            <Tag key="tag" colour={colours[status]}>
              {status}
            </Tag>
          ),
        ],
      }))}
    />
  );
}
