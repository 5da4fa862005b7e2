import { Table } from '#app/components/govuk/table.tsx';

export interface AuditTableRow {
  number: number;
  at: string;
  who: string;
  what: string;
  team: string;
  fields: string;
}

export function AuditTable({ rows }: { rows: readonly AuditTableRow[] }) {
  return (
    <Table
      caption="Audit records, newest first"
      captionHidden
      wide
      small
      columns={[
        { heading: 'Number' },
        { heading: 'When' },
        { heading: 'Who' },
        { heading: 'What' },
        { heading: 'Team' },
        { heading: 'Changed fields' },
      ]}
      rows={rows.map(({ number, at, who, what, team, fields }) => ({
        key: String(number),
        cells: [number, at, who, what, team === '' ? '–' : team, fields === '' ? '–' : fields],
      }))}
    />
  );
}
