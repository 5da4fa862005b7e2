import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { baselineFactors, type BaselineFactor } from '#scoring/outcomes/baseline-factors.ts';

/** The layout of the file, from the same list that reads it. */
export function LayoutWords() {
  return (
    <Details summary="Columns of the file and their answers">
      <p className="govuk-body">
        The first row names the columns: client_id (or client) and these sixteen, in any order. An
        empty cell is “not known”.
      </p>
      <Table
        wide
        caption="Columns and answers"
        captionHidden
        columns={[{ heading: 'Column' }, { heading: 'Answers, as written in the file' }]}
        rows={baselineFactors.map((factor) => ({
          key: factor.column,
          cells: [factor.column, answersOf(factor)],
        }))}
      />
    </Details>
  );
}

function answersOf(factor: BaselineFactor): string {
  if (factor.kind === 'team') return 'The team’s name';
  if (factor.kind === 'number') return `A whole number from ${factor.from} to ${factor.to}`;
  return factor.categories.join('; ');
}
