import { SummaryList } from '#app/components/govuk/summary-list.tsx';
import { countWords, percentWords } from '#app/relations/figure-words.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';

import type { OverviewView } from './outcomes-view.ts';

type Report = NonNullable<OverviewView['report']>;

function shareWords({ status, value, count, base }: ReleasedFigure): string {
  if (status === 'none') return 'Nobody';
  return value === null || count === null || base === null
    ? '*'
    : `${countWords(count)} of ${countWords(base)} (${percentWords(value)})`;
}

const daysWords = (days: number | null) => (days === null ? '*' : `${countWords(days)} days`);

/** The round in a few lines: matching, follow-up, and how it stands beside the published report. */
export function HeadSection({ report }: { report: Report }) {
  const { matchRate, meanFollowUpDays, complete, printed, linkedOn } = report;
  const { full, incomplete } = meanFollowUpDays;
  return (
    <SummaryList
      rows={[
        { key: 'Linked on', value: linkedOn },
        ...(matchRate === null
          ? []
          : [{ key: 'Matched of those sent', value: shareWords(matchRate) }]),
        { key: 'Follow-up complete', value: shareWords(complete) },
        {
          key: 'Mean follow-up',
          value: `${daysWords(full)}; where it is not complete ${daysWords(incomplete)}`,
        },
        ...(printed === null
          ? []
          : [
              {
                key: 'Beside the published report',
                value: `${printed.agree} of ${printed.figures} printed figures agree within rounding`,
              },
            ]),
      ]}
    />
  );
}
