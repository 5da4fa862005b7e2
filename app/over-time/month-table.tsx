import { Table } from '#app/components/govuk/table.tsx';

import type { MonthRow, OverTimeView } from './over-time-view.ts';
import { valueInWords } from './values-in-words.ts';

/** The chart's figures month by month, newest first, with what the rules find at each. */
export function MonthTable({ view }: { view: OverTimeView }) {
  const { measure, places, countHeadings, rows } = view;
  const say = (value: number | null, decimals?: number): string =>
    value === null ? '–' : valueInWords(value, measure.format, decimals);
  return (
    <Table
      caption="Every month, the newest first"
      captionSize="m"
      wide
      columns={[
        { heading: 'Month' },
        { heading: measure.valueHeading, numeric: true },
        ...countHeadings.map((heading) => ({ heading, numeric: true })),
        { heading: 'Mean', numeric: true },
        { heading: 'Limits', numeric: true },
        { heading: 'Baseline' },
        { heading: 'What there is to say' },
      ]}
      rows={rows.toReversed().map((row) => ({
        key: row.month,
        cells: [
          row.label,
          say(row.value, places),
          ...countHeadings.map((_, index) => row.counts[index] ?? '–'),
          say(row.mean),
          row.lower === null ? '–' : `${say(row.lower)} to ${say(row.upper)}`,
          row.isBaseline ? 'yes' : '',
          <Remarks key="remarks" row={row} />,
        ],
      }))}
    />
  );
}

/** What the rules find at a month, which baseline begins there, or why there is no value. */
function Remarks({ row: { begins, signals, missing } }: { row: MonthRow }) {
  return (
    <div className="gt-remarks">
      {begins !== null && (
        <div>
          New baseline {begins.number}: {begins.reason}
        </div>
      )}
      {signals.map((signal) => (
        <div key={signal}>{signal}</div>
      ))}
      {missing}
    </div>
  );
}
