import { Fragment } from 'react';

import { inSentence } from '#app/client-model/job-starts/category-words.ts';
import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';

import type { FigureEightReport } from './figure-eight-report.ts';
import {
  className,
  findingOf,
  leftOut,
  otherClassName,
  otherVariant,
  pointsInterval,
  pointsWords,
  referenceName,
} from './figure-eight-words.ts';

/** The one number that decides: how a team's comparison changes when meetings are counted in. */
export function ChangeSection({ report }: { report: FigureEightReport }) {
  const { teams } = report;
  const finding = findingOf(report);
  const notes = leftOut(report);
  return (
    <section className="gt-section" aria-labelledby="change-heading">
      <ChartFigure
        id="change"
        heading={finding}
        definition={`By how many percentage points the chance of a job start differs from that at ${referenceName(report)}, clients being alike in the other factors: the difference among clients with as many meetings, less the difference without a look at meetings. Bars are 95% intervals from ${report.refits.toLocaleString('en-GB')} refits. “More” and “less effectively” are said only where the interval leaves 0.`}
        caution="This is an association. It does not show that meetings bring about job starts."
        table={{
          caption: 'Change when meetings are counted in, percentage points',
          captionSize: 's',
          wide: true,
          columns: [
            { heading: 'Team' },
            { heading: 'Turns meetings into job starts' },
            { heading: 'Without meetings', numeric: true },
            { heading: 'With meetings', numeric: true },
            { heading: 'Change (95% interval)', numeric: true },
          ],
          rows: teams.map((team) => ({
            key: team.anchor,
            cells: [
              <a className="govuk-link" href={`#${team.anchor}`} key="name">
                {team.name}
              </a>,
              <Fragment key="class">
                {className(team)}
                <span className="govuk-hint govuk-!-display-block govuk-!-font-size-16 govuk-!-margin-bottom-0">
                  {otherVariant[report.meetings].label}: {inSentence(otherClassName(team, report))}
                </span>
              </Fragment>,
              pointsWords(team.effectWithout.value),
              pointsWords(team.effectWith.value),
              <Fragment key="change">
                {pointsWords(team.change.value)}{' '}
                <span className="govuk-!-display-block">({pointsInterval(team.change)})</span>
              </Fragment>,
            ],
          })),
        }}
      >
        <DotPlot
          id="change-plot"
          title="Change of each team’s difference when meetings are counted in"
          description={`${finding}. The table beside holds the same figures.`}
          rows={teams.map((team) => ({
            key: team.anchor,
            label: team.name,
            value: 100 * team.change.value,
            low: 100 * team.change.lower,
            high: 100 * team.change.upper,
            text: `${pointsWords(team.change.value)} (${pointsInterval(team.change)})`,
            highlighted: team.isOwn,
          }))}
          axis={{ title: 'Change in percentage points, with 95% interval' }}
          reference={{ value: 0, label: 'No change' }}
        />
      </ChartFigure>
      {notes.length > 0 && <p className="govuk-hint">{notes.join(' ')}</p>}
    </section>
  );
}
