import { Table } from '#app/components/govuk/table.tsx';
import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';

/** Table 1 of the published report, with its own arithmetic beside it. */
export function RollOutSection() {
  const { rows, flags } = rollOutCheck();
  return (
    <section className="gt-section" aria-labelledby="roll-out-heading">
      <h2 className="govuk-heading-m" id="roll-out-heading">
        Roll-out, as published in 2025
      </h2>
      <Table
        caption="Services and local authorities joining"
        captionSize="s"
        wide
        columns={[
          { heading: 'Joined' },
          { heading: 'Services', numeric: true },
          { heading: 'Printed so far', numeric: true },
          { heading: 'Adds up to', numeric: true },
          { heading: 'Local authorities', numeric: true },
          { heading: 'Printed so far', numeric: true },
          { heading: 'Adds up to', numeric: true },
          { heading: 'Another source' },
        ]}
        rows={rows.map(({ printed, servicesAdded, localAuthoritiesAdded, other }) => ({
          key: printed.group,
          cells: [
            printed.group,
            printed.services,
            printed.cumulativeServices,
            servicesAdded,
            printed.localAuthorities,
            printed.cumulativeLocalAuthorities,
            localAuthoritiesAdded,
            other === null ? '–' : `${other.joined} ${other.counts}`,
          ],
        }))}
      />
      {flags.map(({ group, printed, added }) => (
        <p className="govuk-body" key={group}>
          {group}: the report prints {printed} so far, its own rows add up to {added}. Nothing has
          been changed.
        </p>
      ))}
    </section>
  );
}
