import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { ScatterPlot } from '#app/components/charts/scatter-plot.tsx';
import { countWords, percentWords } from '#app/relations/figure-words.ts';
import type { PrintedBeside } from '#scoring/outcomes/release/outcomes-release.ts';
import type { ReleasedFirstJobs } from '#scoring/outcomes/release/released-first-jobs.ts';

import { DefinitionLink } from './definition-link.tsx';
import { halfShownWords } from './half-shown-words.ts';
import { MonthColumns } from './month-columns.tsx';

type Shown = Extract<ReleasedFirstJobs, { status: 'shown' }>;

interface FirstJobsSectionProps {
  firstJobs: ReleasedFirstJobs;
  printedMonths: readonly (PrintedBeside | null)[];
}

/** When first jobs begin, counted from enrolment. */
export function FirstJobsSection({ firstJobs, printedMonths }: FirstJobsSectionProps) {
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
  return (
    <>
      <StartsByMonth firstJobs={firstJobs} printedMonths={printedMonths} />
      <StartsSoFar firstJobs={firstJobs} />
    </>
  );
}

/** 'month 5', or 'month 4 to 6'. */
function monthsWords({ lower, upper }: { lower: number; upper: number }): string {
  return lower === upper ? `month ${lower}` : `month ${lower} to ${upper}`;
}

function StartsByMonth({
  firstJobs: { months, slowDown },
  printedMonths,
}: FirstJobsSectionProps & { firstJobs: Shown }) {
  const heading =
    slowDown === null
      ? 'First jobs by follow-up month'
      : `First jobs slow down after month ${slowDown.month}`;
  const interval =
    slowDown === null ? '' : ` 95% interval of the slow-down: ${monthsWords(slowDown)}.`;
  return (
    <ChartFigure
      id="first-jobs"
      heading={heading}
      definition={
        <>
          Clients whose <DefinitionLink of="outcomes-first-jobs">first job</DefinitionLink> began in
          each month from enrolment.{interval}
        </>
      }
      table={{
        caption: 'First jobs by follow-up month',
        captionHidden: true,
        small: true,
        columns: [
          { heading: 'Month', numeric: true },
          { heading: 'Started', numeric: true },
          { heading: 'Published', numeric: true },
        ],
        rows: months.map(({ month, started }, place) => ({
          key: String(month),
          cells: [month, countWords(started), printedInWords(printedMonths[place] ?? null)],
        })),
      }}
    >
      <MonthColumns
        id="first-jobs-chart"
        title={heading}
        description={months
          .map(({ month, started }) => `Month ${month}: ${countWords(started)}`)
          .join('; ')}
        months={months.map(({ month, started }) => ({ month, count: started }))}
      />
    </ChartFigure>
  );
}

function printedInWords(printed: PrintedBeside | null): string {
  if (printed === null) return '–';
  return `${countWords(printed.published)}${printed.agrees ? '' : ' (differs)'}`;
}

function StartsSoFar({ firstJobs: { months, halfByMonth } }: { firstJobs: Shown }) {
  const byMonth9 = months.find(({ month }) => month === 9);
  const heading =
    byMonth9 === undefined
      ? 'Job starts so far'
      : `${percentWords(byMonth9.shareSoFar)} of those who started a job had done so by month 9`;
  const curve = months.flatMap(({ month, startedOfAll }) =>
    startedOfAll === null ? [] : [{ x: month, y: startedOfAll }],
  );
  const ofAll = (share: number | null) => (share === null ? '–' : percentWords(share));
  return (
    <ChartFigure
      id="starts-so-far"
      heading={heading}
      definition={
        <>
          By the end of each month: the share of those who started a job, who are fewer than those
          who worked, and the share of all clients (
          <DefinitionLink of="outcomes-first-jobs">Kaplan-Meier</DefinitionLink>).{' '}
          {halfShownWords({ months, halfByMonth })}
        </>
      }
      table={{
        caption: 'Job starts by the end of each follow-up month',
        captionHidden: true,
        small: true,
        columns: [
          { heading: 'Month', numeric: true },
          { heading: 'Of those who started', numeric: true },
          { heading: 'Of all clients', numeric: true },
        ],
        rows: months.map(({ month, shareSoFar, startedOfAll }) => ({
          key: String(month),
          cells: [month, percentWords(shareSoFar), ofAll(startedOfAll)],
        })),
      }}
    >
      <ScatterPlot
        id="starts-so-far-chart"
        title={heading}
        description={months
          .map(
            ({ month, shareSoFar, startedOfAll }) =>
              `Month ${month}: ${percentWords(shareSoFar)} of those who started, ${ofAll(startedOfAll)} of all`,
          )
          .join('; ')}
        pointText="Of those who started a job"
        x={{ title: 'Follow-up month', domain: [0, months.length] }}
        y={{ title: 'Share who had started', format: 'percent', domain: [0, 1] }}
        points={months.map(({ month, shareSoFar }) => ({ x: month, y: shareSoFar }))}
        lines={
          curve.length === 0
            ? []
            : [{ label: 'Of all clients (Kaplan-Meier)', points: [{ x: 0, y: 0 }, ...curve] }]
        }
      />
    </ChartFigure>
  );
}
