import { WorkingNotice } from '#app/client-model/working-notice.tsx';
import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { Details } from '#app/components/govuk/details.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import type { ReleasedTable } from '#scoring/outcomes/release/outcomes-release.ts';
import { findingsCaution } from '#scoring/outcomes/report/finding-words.ts';
import {
  getOutcomeMeasure,
  outcomeBases,
  type OutcomeKey,
} from '#scoring/outcomes/tables/outcome-measures.ts';

import { ChoicesForm, Downloads } from './choices-form.tsx';
import type { OutcomeView } from './outcomes-view.ts';
import {
  breakdownName,
  comparisonInWords,
  figureInWords,
  groupNames,
  linkageCautions,
  printedWords,
  smallNumbersNote,
} from './outcomes-words.ts';

/** One outcome, by every breakdown. */
export function OutcomeContent({ view, outcome }: { view: OutcomeView; outcome: OutcomeKey }) {
  const { choices, status, report } = view;
  const measure = getOutcomeMeasure(outcome);
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={`/outcomes?${choices.address}`}>
          All outcomes
        </a>
      </p>
      <h1 className="govuk-heading-l">{measure.name}</h1>
      <ChoicesForm choices={choices} />
      {status === 'working' && (
        <WorkingNotice href={`/outcomes/${outcome}?${choices.address}`} takes="a few seconds" />
      )}
      {status === 'no-round' && <InsetText>No linkage round has been imported yet.</InsetText>}
      {report !== null && <Report view={view} report={report} outcome={outcome} />}
    </>
  );
}

interface ReportProps {
  view: OutcomeView;
  report: NonNullable<OutcomeView['report']>;
  outcome: OutcomeKey;
}

function Report({ view, report, outcome }: ReportProps) {
  const { choices } = view;
  const { total, tables } = report.outcome;
  const words = figureInWords(outcome, total);
  const all = report.previous && figureInWords(outcome, report.previous.total).value;
  return (
    <>
      <p className="govuk-body-l">
        {total.status === 'shown'
          ? `${words.value} (95% interval ${words.interval}), of ${words.base} clients.`
          : 'This is not shown: it is about too few people, or would give others away.'}{' '}
        {report.previousName !== null && all !== null && `${report.previousName}: ${all}.`}
      </p>
      <p className="govuk-body">
        Base: {outcomeBases[getOutcomeMeasure(outcome).base].toLowerCase()}.{' '}
        {groupNames[choices.group]}. {smallNumbersNote}
      </p>
      <Downloads address={`${choices.address}&outcome=${outcome}`} />
      <Cautions />
      {tables.map((table) => (
        <BreakdownFigure key={table.breakdown} table={table} outcome={outcome} report={report} />
      ))}
    </>
  );
}

export function Cautions() {
  return (
    <>
      <h2 className="govuk-heading-s">Read with care</h2>
      <ul className="govuk-list govuk-list--bullet">
        {[...linkageCautions, findingsCaution].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

function headingOf({ findings, breakdown, status }: ReleasedTable): string {
  const [first] = findings;
  const name = breakdownName(breakdown);
  if (status === 'hidden') return `${name}: not shown`;
  return first === undefined ? name : `${name}: ${first.split(/(?<=\.) /)[0] ?? first}`;
}

interface BreakdownProps {
  table: ReleasedTable;
  outcome: OutcomeKey;
  report: ReportProps['report'];
}

function BreakdownFigure({ table, outcome, report }: BreakdownProps) {
  const { breakdown, rows, findings, sitesNotShown } = table;
  const heading = headingOf(table);
  if (table.status === 'hidden') {
    return (
      <section className="gt-section">
        <h2 className="govuk-heading-m">{heading}</h2>
        <p className="govuk-body">
          By these groups figures would be about too few people, or would give others away.
        </p>
      </section>
    );
  }
  const measure = getOutcomeMeasure(outcome);
  const isShare = measure.kind === 'proportion';
  const before = report.previous?.tables.find((one) => one.breakdown === breakdown);
  const wordsOf = rows.map(({ group, figure, printed }) => ({
    group,
    figure,
    words: figureInWords(outcome, figure),
    printed: printedWords(outcome, printed),
    previous: beforeWords(outcome, before, group),
  }));
  const description = wordsOf.map(({ group, words }) => `${group} ${words.value}`).join('; ');
  return (
    <>
      <ChartFigure
        id={breakdown}
        heading={heading}
        definition={`${measure.name}, by ${breakdownName(breakdown).toLowerCase()}. Bars are 95% intervals.`}
        caution={
          breakdown === 'site'
            ? `Sites stand by name and are not compared: rates take no account of who their clients are. ${sitesNotShown} sites are not shown.`
            : undefined
        }
        table={{
          caption: `${measure.name}, by ${breakdownName(breakdown).toLowerCase()}`,
          captionSize: 's',
          wide: true,
          columns: [
            { heading: 'Group' },
            { heading: 'Base', numeric: true },
            ...(isShare ? [{ heading: 'With it', numeric: true }] : []),
            { heading: isShare ? 'Share' : 'Mean', numeric: true },
            { heading: '95% interval', numeric: true },
            { heading: 'Published', numeric: true },
            { heading: 'Previous round', numeric: true },
          ],
          rows: wordsOf.map(({ group, words, printed, previous }) => ({
            key: group,
            cells: [
              group,
              words.base,
              ...(isShare ? [words.count] : []),
              words.value,
              words.interval,
              printed,
              previous,
            ],
          })),
        }}
      >
        <DotPlot
          id={`${breakdown}-chart`}
          title={heading}
          description={description}
          axis={{ title: axisTitle(outcome), format: isShare ? 'percent' : 'number' }}
          rows={wordsOf.map(({ group, figure, words }) => ({
            key: group,
            label: group,
            value: figure.value,
            low: figure.lower ?? undefined,
            high: figure.upper ?? undefined,
            text: words.value,
          }))}
        />
      </ChartFigure>
      {findings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {findings.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <ComparisonTables table={table} outcome={outcome} />
    </>
  );
}

function axisTitle(outcome: OutcomeKey): string {
  const measure = getOutcomeMeasure(outcome);
  return measure.kind === 'proportion' ? 'Share of the base' : `Mean ${measure.unit}`;
}

function beforeWords(
  outcome: OutcomeKey,
  before: ReleasedTable | undefined,
  group: string,
): string {
  const row = before?.rows.find((one) => one.group === group);
  return row === undefined ? '–' : figureInWords(outcome, row.figure).value;
}

/** Every test with its name, comparator and adjustment. */
function ComparisonTables({ table, outcome }: { table: ReleasedTable; outcome: OutcomeKey }) {
  // Of two groups, the pair is the same test once more.
  const comparisons = table.rest.length === 2 ? table.pairs : [...table.rest, ...table.pairs];
  const [first] = comparisons;
  if (first === undefined) return null;
  const name = breakdownName(table.breakdown).toLowerCase();
  return (
    <Details summary={`Tests by ${name}`}>
      <p className="govuk-body">
        {first.test}; interval by {first.interval}; p values adjusted by Holm’s method over the
        tests with the same kind of comparator.
      </p>
      <Table
        caption={`Comparisons by ${name}`}
        captionSize="s"
        wide
        columns={[
          { heading: 'Group' },
          { heading: 'Against' },
          { heading: 'Difference', numeric: true },
          { heading: '95% interval', numeric: true },
          { heading: 'Statistic', numeric: true },
          { heading: 'p', numeric: true },
          { heading: 'p adjusted', numeric: true },
          { heading: 'Holds' },
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
