import { ChartFigure } from '#app/components/charts/chart-figure.tsx';
import { DotPlot } from '#app/components/charts/dot-plot.tsx';
import type { DotPlotRow } from '#app/components/charts/dot-plot-geometry.ts';
import { countWords } from '#app/relations/figure-words.ts';
import type { EvidenceGapVariantResult } from '#scoring/outcomes/evidence-gap.ts';
import type {
  EvidencedOutcome,
  PublishedShare,
  ReleasedEvidence,
} from '#scoring/outcomes/release/released-evidence.ts';
import type { ReleasedFigure } from '#scoring/outcomes/release/released-figure.ts';
import { withSmallFirst } from '#scoring/outcomes/report/finding-words.ts';
import type { OutcomeKey } from '#scoring/outcomes/tables/outcome-measures.ts';

import { DefinitionLink } from './definition-link.tsx';
import {
  evidenceBases,
  evidenceCaution,
  evidencedNames,
  percentage,
  roundingWords,
} from './evidence-words.ts';
import type { OutcomeTotal } from './outcomes-view.ts';
import { figureInWords, withLargeFirst } from './outcomes-words.ts';

/** HMRC's record of the same kind, of other people. */
const linkedOutcomes: Readonly<Record<EvidencedOutcome, OutcomeKey>> = {
  starts: 'started-job',
  'sustained-13-weeks': 'sustained-13-weeks',
};

interface EvidenceSectionProps {
  evidence: readonly ReleasedEvidence[];
  /** Of the linked cohort. */
  outcomes: readonly OutcomeTotal[];
  countsRoundedTo: number;
}

interface Line {
  key: string;
  group: string;
  name: string;
  counts: string;
  words: string;
  range: string;
  published: string;
  mark: Pick<DotPlotRow, 'value' | 'low' | 'high'>;
}

/** Jobs that providers have evidence of, what they may be without the gap in it, and HMRC's records beside. */
export function EvidenceSection({ evidence, outcomes, countsRoundedTo }: EvidenceSectionProps) {
  const lines = evidence.flatMap((one) => linesOf(one, outcomes));
  const heading = 'Jobs with evidence, jobs allowing for the gap in it, and HMRC’s records';
  return (
    <div className="gt-wide-table">
      <ChartFigure
        id="evidence"
        heading={heading}
        definition={
          <>
            Clients of the evaluation cohort whose provider has evidence of a job, with the{' '}
            <DefinitionLink of="outcomes-evidence">evidence gap</DefinitionLink> added both ways: as
            a part of what is evidenced (evaluation), or of what was achieved (contract).{' '}
            {evidence
              .map(
                ({ outcome }) =>
                  `${evidencedNames[outcome]}: of ${withSmallFirst(evidenceBases[outcome])}.`,
              )
              .join(' ')}{' '}
            {roundingWords(evidence, countsRoundedTo)} HMRC’s figures are of the linked cohort.
          </>
        }
        caution={evidenceCaution}
        table={{
          caption: 'Evidenced, adjusted and HMRC’s figures',
          captionHidden: true,
          small: true,
          wide: true,
          columns: [
            { heading: 'Figure' },
            { heading: 'Clients', numeric: true },
            { heading: 'Share', numeric: true },
            { heading: 'From, to', numeric: true },
            { heading: 'Published', numeric: true },
          ],
          rows: lines.map(({ key, group, name, counts, words, range, published }) => ({
            key,
            cells: [`${group}: ${name}`, counts, words, range, published],
          })),
        }}
      >
        <DotPlot
          id="evidence-chart"
          title={heading}
          description={lines
            .map(({ group, name, words }) => `${group}, ${name}: ${words}`)
            .join('; ')}
          axis={{ title: 'Share of the base', format: 'percent' }}
          rows={lines.map(({ key, group, name, words, mark }) => ({
            key,
            group,
            label: withLargeFirst(name),
            text: words,
            ...mark,
          }))}
        />
      </ChartFigure>
    </div>
  );
}

function linesOf(
  { outcome, evidenced, variants, published }: ReleasedEvidence,
  outcomes: EvidenceSectionProps['outcomes'],
): Line[] {
  const group = evidencedNames[outcome];
  const linked = linkedOutcomes[outcome];
  const total = outcomes.find((one) => one.outcome === linked)?.total;
  return [
    evidencedLine(group, evidenced, publishedWords(evidenced, published.evidenced)),
    ...variants.map((variant) =>
      adjustedLine(
        group,
        variant,
        variant.variant === 'of-evidenced' ? publishedWords(evidenced, published.adjusted) : '–',
      ),
    ),
    ...(total === undefined ? [] : [linkedLine(group, linked, total)]),
  ];
}

/** Beside a share that is not shown nothing is said of whether they agree. */
function publishedWords({ status }: ReleasedFigure, { value, isOpen }: PublishedShare): string {
  const printed = `${Math.round(100 * value)}%`;
  if (status !== 'shown') return printed;
  return `${printed} (${isOpen ? 'within rounding' : 'differs'})`;
}

const markOf = ({ value, lower, upper }: ReleasedFigure): Line['mark'] => ({
  value,
  low: lower ?? undefined,
  high: upper ?? undefined,
});

function evidencedLine(group: string, figure: ReleasedFigure, published: string): Line {
  const { status, count, base: of, value, lower, upper } = figure;
  const sign = status === 'hidden' ? '*' : '–';
  const isShown = status === 'shown' && count !== null && of !== null && value !== null;
  return {
    key: `${group} evidenced`,
    group,
    name: 'evidenced',
    counts: isShown ? `${countWords(count)} of ${countWords(of)}` : sign,
    words: isShown ? percentage(value) : sign,
    range: lower === null || upper === null ? sign : `${percentage(lower)} to ${percentage(upper)}`,
    published,
    mark: markOf(figure),
  };
}

function adjustedLine(
  group: string,
  { variant, adjusted, atLowGap, atHighGap, isCapped }: EvidenceGapVariantResult,
  published: string,
): Line {
  const isRange = atLowGap !== null && atHighGap !== null && atLowGap !== atHighGap;
  return {
    key: `${group} ${variant}`,
    group,
    name: variant === 'of-evidenced' ? 'with the gap (evaluation)' : 'with the gap (contract)',
    counts: '–',
    words: adjusted === null ? '–' : `${percentage(adjusted)}${isCapped ? ', held to 100%' : ''}`,
    range: isRange ? `${percentage(atLowGap)} to ${percentage(atHighGap)}` : '–',
    published,
    mark: {
      value: adjusted,
      ...(isRange ? { low: atLowGap, high: atHighGap } : {}),
    },
  };
}

function linkedLine(group: string, outcome: OutcomeKey, total: ReleasedFigure): Line {
  const words = figureInWords(outcome, total);
  return {
    key: `${group} linked`,
    group,
    name: 'HMRC, linked cohort',
    counts: words.counts,
    words: words.value,
    range: words.interval,
    published: '–',
    mark: markOf(total),
  };
}
