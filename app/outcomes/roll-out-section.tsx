import { Table } from '#app/components/govuk/table.tsx';
import { percentWords } from '#app/relations/figure-words.ts';
import { rollOutCheck } from '#scoring/outcomes/roll-out.ts';

import { flagWords, otherSourceNote } from './roll-out-words.ts';

/** Table 1 of the published report, with its own arithmetic and another source beside it. */
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
        ]}
        rows={rows.map(({ printed, servicesAdded, localAuthoritiesAdded }) => ({
          key: printed.group,
          cells: [
            printed.group,
            printed.services,
            printed.cumulativeServices,
            added(printed.cumulativeServices, servicesAdded),
            printed.localAuthorities,
            printed.cumulativeLocalAuthorities,
            added(printed.cumulativeLocalAuthorities, localAuthoritiesAdded),
          ],
        }))}
      />
      {flags.map((flag) => (
        <p className="govuk-body" key={`${flag.group} ${flag.column}`}>
          {flagWords(flag)}
        </p>
      ))}
      <OtherSource rows={rows} />
    </section>
  );
}

function added(printed: number, sum: number): string {
  return printed === sum ? String(sum) : `${sum} (differs)`;
}

function OtherSource({ rows }: Pick<ReturnType<typeof rollOutCheck>, 'rows'>) {
  return (
    <>
      <Table
        caption="The same years in another source"
        captionSize="s"
        wide
        columns={[
          { heading: 'Joined' },
          { heading: 'Table 1' },
          { heading: 'Another source' },
          { heading: 'Agrees' },
          { heading: 'People in treatment with access, another source', numeric: true },
        ]}
        rows={rows.flatMap(({ printed, other }) =>
          other === null
            ? []
            : [
                {
                  key: printed.group,
                  cells: [
                    printed.group,
                    `${printed.services} services, ${printed.localAuthorities} local authorities`,
                    `${other.joined} ${other.counts}`,
                    other.agrees ? 'Yes' : 'No',
                    other.access === null ? '–' : percentWords(other.access),
                  ],
                },
              ],
        )}
      />
      <p className="govuk-body">{otherSourceNote}</p>
    </>
  );
}
