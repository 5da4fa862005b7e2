import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { countWords, percentWords } from '#app/relations/figure-words.ts';
import type { ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';

/** When first jobs begin, counted from enrolment. */
export function FirstJobsSection({
  group: { firstJobs, printedMonths },
}: {
  group: ReleasedGroup;
}) {
  if (firstJobs.status === 'hidden') {
    return (
      <section className="gt-section">
        <h2 className="govuk-heading-m">First jobs by month: not shown</h2>
        <p className="govuk-body">
          In some month too few clients began a first job, or their number would follow from others
          that are shown.
        </p>
      </section>
    );
  }
  const { months, medianDays, slowDown } = firstJobs;
  const by9 = months[8];
  const heading =
    by9 === undefined
      ? 'First jobs by month'
      : `${percentWords(by9.shareSoFar)} of those who started a job had done so by month 9`;
  const words = [
    slowDown === null
      ? ''
      : `Starts slow down after month ${slowDown.month} (95% interval month ${slowDown.lower} to ${slowDown.upper}).`,
    medianDays === null
      ? 'Fewer than half of all clients started a job.'
      : `Half of all clients had started a job after ${medianDays} days.`,
  ];
  return (
    <ChartFigure
      id="first-jobs"
      heading={heading}
      definition={`Clients whose first job began in each month from enrolment; shares are of those who started a job, who are fewer than those who worked. ${words.join(' ')}`}
      table={{
        caption: 'First jobs by follow-up month',
        captionSize: 's',
        columns: [
          { heading: 'Month', numeric: true },
          { heading: 'Started', numeric: true },
          { heading: 'Share so far', numeric: true },
          { heading: 'Published', numeric: true },
        ],
        rows: months.map(({ month, started, shareSoFar }, place) => {
          const printed = printedMonths[place] ?? null;
          const differs = printed !== null && !printed.agrees ? ' (differs)' : '';
          return {
            key: String(month),
            cells: [
              month,
              countWords(started),
              percentWords(shareSoFar),
              printed === null ? '–' : `${countWords(printed.published)}${differs}`,
            ],
          };
        }),
      }}
    >
      <DotPlot
        id="first-jobs-chart"
        title={heading}
        description={months
          .map(({ month, shareSoFar }) => `Month ${month} ${percentWords(shareSoFar)}`)
          .join('; ')}
        axis={{ title: 'Share of those who started a job, so far', format: 'percent' }}
        rows={months.map(({ month, started, shareSoFar }) => ({
          key: String(month),
          label: `Month ${month}`,
          value: shareSoFar,
          text: `${countWords(started)}; ${percentWords(shareSoFar)} so far`,
        }))}
      />
    </ChartFigure>
  );
}
