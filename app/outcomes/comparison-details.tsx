import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { DefinitionLink } from './definition-link.tsx';
import type { ShownTable } from './outcomes-view.ts';
import { breakdownName, comparisonInWords, withLargeFirst } from './outcomes-words.ts';

interface ComparisonDetailsProps {
  table: ShownTable;
  outcome: OutcomeKey;
}

/** Every chosen test with its comparator, its name and its adjustment. */
export function ComparisonDetails({ table, outcome }: ComparisonDetailsProps) {
  const { comparisons, isChosen, breakdown } = table;
  const [first] = comparisons;
  if (first === undefined) return null;
  const name = withSmallFirst(breakdownName(breakdown));
  const tests = first.testsAdjustedOver === 1 ? 'one test' : `${first.testsAdjustedOver} tests`;
  return (
    <Details summary={`Tests by ${name}`} open={isChosen}>
      <p className="govuk-body">
        {withLargeFirst(first.test)}; interval by {first.interval}; p values adjusted by Holm’s
        method over {tests}.{' '}
        <DefinitionLink of="outcomes-comparisons">How groups are compared</DefinitionLink>.
      </p>
      <Table
        caption={`Comparisons by ${name}`}
        captionHidden
        wide
        columns={[
          { heading: 'Group' },
          { heading: 'Against' },
          { heading: 'Difference', numeric: true },
          { heading: '95% interval', numeric: true },
          { heading: 'Statistic', numeric: true },
          { heading: 'p', numeric: true },
          { heading: 'p adjusted', numeric: true },
          { heading: 'Clear' },
        ]}
        rows={comparisons.map((comparison) => {
          const words = comparisonInWords(outcome, comparison);
          return {
            key: `${comparison.group} ${words.against}`,
            cells: [
              comparison.group,
              words.against,
              words.difference,
              words.interval,
              words.statistic,
              words.p,
              words.adjusted,
              words.holds,
            ],
          };
        })}
      />
    </Details>
  );
}
