import { ControlChartPlot } from '#app/components/charts/control-chart.tsx';
import { FilterForm } from '#app/components/filter-form.tsx';
import { BackLink } from '#app/components/govuk/back-link.tsx';
import { InsetText } from '#app/components/govuk/inset-text.tsx';
import { Table } from '#app/components/govuk/table.tsx';
import { NO_LIMITS_WORDS, noSignalWords } from '#scoring/statistics/control-charts/chart-words.ts';

import { BaselineSection } from './baseline-section.tsx';
import { MonthTable } from './month-table.tsx';
import { notSaid } from './not-said.ts';
import type { OverTimeView } from './over-time-view.ts';

/** A team month by month: what is drawn, what the rules find, what it stands on and what it cannot say. */
export function OverTimeContent({ view }: { view: OverTimeView }) {
  const { team, choices, drawing } = view;
  return (
    <>
      <BackLink href={team.href}>Back to {team.name}</BackLink>
      <h1 className="govuk-heading-l">{team.name} over time</h1>
      <FilterForm label="What is shown" choices={choices} />
      {drawing === null ? (
        <InsetText>There is no month with a value yet.</InsetText>
      ) : (
        <>
          <Findings view={view} />
          <Chart view={view} drawing={drawing} />
          <MonthTable view={view} />
        </>
      )}
      <BaselineSection view={view} />
      <ReadingSection view={view} />
      <Downloads view={view} />
    </>
  );
}

function Findings({ view: { findings, shared, rules, phases, sigma } }: { view: OverTimeView }) {
  const hasLimits = phases.some(({ figures }) => figures !== '–');
  return (
    <section className="gt-section" aria-labelledby="findings-heading">
      <h2 className="govuk-heading-m" id="findings-heading">
        What the rules find
      </h2>
      {findings.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      )}
      {shared !== null && <p className="govuk-body">{shared}</p>}
      {findings.length === 0 && hasLimits && <p className="govuk-body">{noSignalWords(rules)}</p>}
      {hasLimits ? (
        <p className="govuk-hint">
          Read by the{' '}
          <a className="govuk-link" href="#reading-heading">
            {rules.name.toLowerCase()}
          </a>
          . {sigma.join(' ')}
        </p>
      ) : (
        <p className="govuk-body">{NO_LIMITS_WORDS}</p>
      )}
    </section>
  );
}

interface ChartProps {
  view: OverTimeView;
  drawing: NonNullable<OverTimeView['drawing']>;
}

function Chart({ view, drawing }: ChartProps) {
  const { measure, definition, caution, notes } = view;
  return (
    <figure className="gt-figure" aria-labelledby="chart-heading">
      <h2 className="govuk-heading-m" id="chart-heading">
        {measure.name} by month
      </h2>
      <div className="gt-figure__body">
        <div className="gt-figure__chart">
          <ControlChartPlot id="over-time" xTitle="Month" {...drawing} />
        </div>
        <div className="gt-figure__words">
          <p className="gt-figure__definition">
            <strong>What is counted:</strong> {definition}
          </p>
          <p className="gt-figure__caution">
            <strong>Read with care:</strong> {[caution, ...notes].join(' ')}
          </p>
          <Phases view={view} />
        </div>
      </div>
    </figure>
  );
}

function Phases({ view: { phases } }: { view: OverTimeView }) {
  return (
    <Table
      caption="What the limits stand on"
      captionSize="s"
      columns={[{ heading: 'Months' }, { heading: 'Limits' }]}
      rows={phases.map(({ months, words, figures }) => ({
        key: months,
        cells: [months, figures === '–' ? words : `${figures}. ${words}`],
      }))}
    />
  );
}

/** How the chart is read: the words of its rules, of its limits, and what none of them says. */
function ReadingSection({ view: { rules, method } }: { view: OverTimeView }) {
  return (
    <section className="gt-section" aria-labelledby="reading-heading">
      <h2 className="govuk-heading-m" id="reading-heading">
        How to read this chart
      </h2>
      <h3 className="govuk-heading-s">{rules.name}</h3>
      <p className="govuk-body">Each of these is a signal:</p>
      <ul className="govuk-list govuk-list--bullet">
        {rules.words.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <h3 className="govuk-heading-s">Mean and limits</h3>
      {method.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <h3 className="govuk-heading-s">What a control chart does not say</h3>
      <ul className="govuk-list govuk-list--bullet">
        {notSaid.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function Downloads({ view: { team, query } }: { view: OverTimeView }) {
  const here = `${team.href}/over-time`;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`${here}.csv?${query}`}>
        Download as CSV
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={`${here}.json?${query}`}>
        as JSON
      </a>
      , with the method.
    </p>
  );
}
