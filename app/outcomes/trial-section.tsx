import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import { percentWords } from '#app/relations/figure-words.ts';
import type { ReleasedGroup } from '#scoring/outcomes/release/outcomes-release.ts';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';
import { trialCaution } from '#scoring/outcomes/report/trial-comparison.ts';
import { getOutcomeMeasure, type OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { DefinitionLink } from './definition-link.tsx';
import { figureInWords } from './outcomes-words.ts';

/** 'Worked at least one day', or 'Opiates without crack: worked at least one day'. */
function nameOf(outcome: OutcomeKey, group: string | undefined): string {
  const name = getOutcomeMeasure(outcome).name.replace(/ \(.*\)$/, '');
  return group === undefined ? name : `${group}: ${withSmallFirst(name)}`;
}

/** The linked cohort beside the two arms of the IPS-AD trial. */
export function TrialSection({ trial }: Pick<ReleasedGroup, 'trial'>) {
  const heading = 'Beside the IPS-AD trial';
  const rate = (value: number | null) => (value === null ? '–' : percentWords(value));
  const lines = trial.map(({ outcome, group, figure, intervention, control }) => ({
    name: nameOf(outcome, group?.name),
    figure,
    words: figureInWords(outcome, figure),
    intervention,
    control,
  }));
  return (
    <ChartFigure
      id="trial"
      heading={heading}
      definition={
        <>
          Shares of the linked cohort, and of the two arms of the{' '}
          <DefinitionLink of="outcomes-trial">trial</DefinitionLink> as published.
        </>
      }
      caution={trialCaution}
      table={{
        caption: 'The linked cohort beside the trial',
        captionHidden: true,
        small: true,
        wide: true,
        columns: [
          { heading: 'Outcome' },
          { heading: 'Linked cohort', numeric: true },
          { heading: 'Trial, IPS', numeric: true },
          { heading: 'Trial, usual support', numeric: true },
        ],
        rows: lines.map(({ name, words, intervention, control }) => ({
          key: name,
          cells: [name, words.value, rate(intervention), rate(control)],
        })),
      }}
    >
      <DotPlot
        id="trial-chart"
        title={heading}
        description={lines
          .map(
            ({ name, words, intervention, control }) =>
              `${name}: linked cohort ${words.value}, trial with IPS ${rate(intervention)}, with usual support ${rate(control)}`,
          )
          .join('; ')}
        axis={{ title: 'Share of the base', format: 'percent' }}
        rows={lines.flatMap(({ name, figure, words, intervention, control }) => [
          {
            key: `${name} linked`,
            group: name,
            label: 'Linked cohort',
            value: figure.value,
            low: figure.lower ?? undefined,
            high: figure.upper ?? undefined,
            text: words.value,
          },
          {
            key: `${name} IPS`,
            group: name,
            label: 'Trial, IPS',
            value: intervention,
            text: rate(intervention),
          },
          ...(control === null
            ? []
            : [
                {
                  key: `${name} control`,
                  group: name,
                  label: 'Trial, usual support',
                  value: control,
                  text: rate(control),
                },
              ]),
        ])}
      />
    </ChartFigure>
  );
}
