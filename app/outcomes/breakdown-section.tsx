import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { isAboutStarts } from '#scoring/outcomes/release/cohort-plan.ts';
import type { ReleasedTable } from '#scoring/outcomes/release/outcomes-release.ts';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { ComparisonDetails } from './comparison-details.tsx';
import { DefinitionLink } from './definition-link.tsx';
import type { ShownTable } from './outcomes-view.ts';
import { breakdownName, figureInWords, firstSentence, printedWords } from './outcomes-words.ts';

interface BreakdownSectionProps {
  table: ShownTable;
  outcome: OutcomeKey;
  /** The same table of the round before. */
  previous: ReleasedTable | undefined;
}

/** An outcome by one breakdown: chart, table with the published figure and the round before, findings and tests. */
export function BreakdownSection({ table, outcome, previous }: BreakdownSectionProps) {
  const heading = headingOf(table);
  if (table.status === 'hidden') {
    return (
      <section className="gt-section">
        <h2 className="govuk-heading-m">{heading}</h2>
        <p className="govuk-body">
          By these groups figures would be about too few people, or would give others away.
          {isAboutStarts(getOutcomeMeasure(outcome)) &&
            ' Beside who worked, who started a job can tell of a few people who were in work already.'}
        </p>
      </section>
    );
  }
  return (
    <div className="gt-section gt-wide-table">
      <BreakdownFigure table={table} outcome={outcome} previous={previous} heading={heading} />
      <MoreFindings findings={table.findings} />
      <ComparisonDetails table={table} outcome={outcome} />
    </div>
  );
}

function headingOf({ findings: [first], breakdown, status }: ShownTable): string {
  const name = breakdownName(breakdown);
  if (status === 'hidden') return `${name}: not shown`;
  return first === undefined ? name : `${name}: ${firstSentence(first)}`;
}

/** The findings, unless the heading has said all there is. */
function MoreFindings({ findings }: { findings: readonly string[] }) {
  const [first] = findings;
  if (first === undefined || (findings.length === 1 && firstSentence(first) === first)) return null;
  return (
    <ul className="govuk-list govuk-list--bullet">
      {findings.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function BreakdownFigure({
  table: { breakdown, rows, sitesNotShown },
  outcome,
  previous,
  heading,
}: BreakdownSectionProps & { heading: string }) {
  const measure = getOutcomeMeasure(outcome);
  const isShare = measure.kind === 'proportion';
  const by = withSmallFirst(breakdownName(breakdown));
  const inWords = rows.map(({ group, figure, printed }) => ({
    group,
    figure,
    words: figureInWords(outcome, figure),
    printed: printedWords(outcome, printed),
    before: previousWords(outcome, previous, group),
  }));
  return (
    <ChartFigure
      id={breakdown}
      heading={heading}
      definition={
        <>
          <DefinitionLink of={{ outcome }}>{measure.name}</DefinitionLink>, by {by}. Bars are 95%
          intervals.
        </>
      }
      caution={
        breakdown === 'site'
          ? `Sites stand by name and are not compared: rates take no account of who their clients are. ${sitesNotShown} sites are not shown.`
          : undefined
      }
      table={{
        caption: `${measure.name}, by ${by}`,
        captionHidden: true,
        small: true,
        wide: true,
        columns: [
          { heading: 'Group' },
          { heading: isShare ? 'With it, of base' : 'Clients', numeric: true },
          { heading: isShare ? 'Share' : 'Mean', numeric: true },
          { heading: '95% interval', numeric: true },
          { heading: 'Published', numeric: true },
          { heading: 'Previous', numeric: true },
        ],
        rows: inWords.map(({ group, words, printed, before }) => ({
          key: group,
          cells: [group, words.counts, words.value, words.interval, printed, before],
        })),
      }}
    >
      <DotPlot
        id={`${breakdown}-chart`}
        title={heading}
        description={inWords.map(({ group, words }) => `${group} ${words.value}`).join('; ')}
        axis={{
          title: isShare ? 'Share of the base' : `Mean ${measure.unit}`,
          format: isShare ? 'percent' : 'number',
        }}
        rows={inWords.map(({ group, figure, words }) => ({
          key: group,
          label: group,
          value: figure.value,
          low: figure.lower ?? undefined,
          high: figure.upper ?? undefined,
          text: words.value,
        }))}
      />
    </ChartFigure>
  );
}

function previousWords(
  outcome: OutcomeKey,
  previous: ReleasedTable | undefined,
  group: string,
): string {
  const row = previous?.rows.find((one) => one.group === group);
  return row === undefined ? '–' : figureInWords(outcome, row.figure).value;
}
