import { ButtonLink } from '#app/components/govuk/button-link.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { RemoveForm } from '#app/staff/remove-form.tsx';

import type { BaselineRow, OverTimeView } from './over-time-view.ts';

/** The new baselines that people began, with their reasons, and the way to begin or take back one. */
export function BaselineSection({ view }: { view: OverTimeView }) {
  const { baselines, newBaselineHref } = view;
  return (
    <section className="gt-section" aria-labelledby="baselines-heading">
      <h2 className="govuk-heading-m" id="baselines-heading">
        New baselines
      </h2>
      <p className="govuk-body">
        Where something about the work is known to have changed, the team leader or an administrator
        can begin a new baseline there, with the reason. The months before keep their own limits.
      </p>
      {baselines.length === 0 ? (
        <p className="govuk-body">Nobody has begun a new baseline for this measure.</p>
      ) : (
        <BaselineTable baselines={baselines} />
      )}
      {newBaselineHref !== null && (
        <ButtonLink href={newBaselineHref} variant="secondary">
          Begin a new baseline
        </ButtonLink>
      )}
    </section>
  );
}

function BaselineTable({ baselines }: { baselines: readonly BaselineRow[] }) {
  const hasActions = baselines.some(({ removeHref }) => removeHref !== null);
  const action = { heading: <span className="govuk-visually-hidden">Action</span> };
  return (
    <Table
      caption="New baselines of this measure"
      captionHidden
      wide
      columns={[
        { heading: 'From' },
        { heading: 'Reason' },
        { heading: 'Begun' },
        { heading: 'On the chart' },
        ...(hasActions ? [action] : []),
      ]}
      rows={baselines.map((row, index) => ({
        key: String(index),
        cells: [
          row.month,
          <span key="reason" className="gt-typed-text">
            {row.reason}
          </span>,
          row.begun,
          standingOf(row),
          ...(hasActions ? [<Remove key="remove" row={row} />] : []),
        ],
      }))}
    />
  );
}

function standingOf({ number, takenBack }: BaselineRow): string {
  if (takenBack !== null) return `Removed on ${takenBack}`;
  if (number !== null) return `Number ${number}`;
  return 'Begins nothing now: no other month lies before it, none after it, or another baseline begins at the same one';
}

function Remove({ row: { removeHref, month } }: { row: BaselineRow }) {
  if (removeHref === null) return null;
  return <RemoveForm action={removeHref} what={` the new baseline from ${month}`} />;
}
