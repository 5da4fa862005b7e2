import type { OddsRatioRow } from '#app/components/charts/odds-ratio-geometry.ts';
import { OddsRatioPlot } from '#app/components/charts/odds-ratio-plot.tsx';
import type { Interval } from '#app/components/charts/scale.ts';
import { Details } from '#app/components/govuk/details.tsx';
import { Table, type TableColumn } from '#app/components/govuk/table.tsx';

import { inSentence } from './category-words.ts';
import { mainLimits, ratioWords } from './readings.ts';
import type { FactorReport, MainInterval, ReportRow } from './report.ts';
import { limits, rowWords, type RowWords } from './row-words.ts';

export interface FactorSectionProps {
  factor: FactorReport;
  main: MainInterval;
  /** One axis for all factors of a model, so that their pictures can be compared. */
  domain: Interval;
  intervals: { hasProfile: boolean; hasRobust: boolean };
}

/** One factor: its picture, what each row says, and every figure in a table. */
export function FactorSection({ factor, main, domain, intervals }: FactorSectionProps) {
  const { key, name, reference, rows } = factor;
  const comparison =
    reference === null ? 'per 10 years' : `compared with ${rows[0]?.isReference ? reference : ''}`;
  const drawn = rows.map((row, index) => plotRow(row, index, main));
  return (
    <section
      className="gt-section gt-factor"
      id={`factor-${key}`}
      aria-labelledby={`${key}-heading`}
    >
      <h3 className="govuk-heading-m" id={`${key}-heading`}>
        {name}
      </h3>
      <div className="gt-figure__body">
        <div className="gt-figure__chart">
          <OddsRatioPlot
            id={`${key}-plot`}
            title={`Odds ratios of a job start by ${inSentence(name)}, ${comparison}`}
            description={rows.map(({ label, reading }) => `${label}: ${reading}`).join(' ')}
            rows={drawn}
            domain={domain}
          />
        </div>
        <ul className="govuk-list gt-figure__words gt-readings">
          {rows.map((row, index) => (
            <li key={index}>
              <strong>{row.label}.</strong> {plainWords(factor, row, main)}
              {row.reading}
            </li>
          ))}
        </ul>
      </div>
      <Details summary={`${name}: every figure in a table`}>
        <Table
          caption={`${name}: every figure`}
          captionHidden
          wide
          small
          id={`${key}-table`}
          columns={columnsFor(intervals)}
          rows={rows.map((row, index) => ({
            key: String(index),
            cells: cellsOf(rowWords(factor, row, main), intervals),
          }))}
        />
      </Details>
    </section>
  );
}

/** The plain figures of a category, before anything is allowed for. */
function plainWords(factor: FactorReport, row: ReportRow, main: MainInterval): string {
  if (row.figure === null) return '';
  const { jobStarts, clients, rate, rateInterval } = rowWords(factor, row, main);
  return `${jobStarts} of ${clients} started a job, ${rate} (${rateInterval}). `;
}

/** Reading and picture go by the same interval. */
function plotRow(row: ReportRow, index: number, main: MainInterval): OddsRatioRow {
  const { label, estimate, isReference, isOwnTeam, withheld } = row;
  const drawn = { key: String(index), label, isReference, highlighted: isOwnTeam };
  if (estimate === null) {
    const isReadAsReference = isReference && withheld === null;
    return {
      ...drawn,
      isReference: isReadAsReference,
      oddsRatio: null,
      ...(isReadAsReference ? {} : { text: 'Not shown' }),
    };
  }
  const interval = mainLimits(estimate, main);
  return {
    ...drawn,
    oddsRatio: estimate.oddsRatio,
    low: interval.lower ?? 0,
    high: interval.upper ?? Infinity,
    text: `${ratioWords(estimate.oddsRatio)} (${limits(interval)})`,
  };
}

type Intervals = FactorSectionProps['intervals'];

function columnsFor({ hasProfile, hasRobust }: Intervals): TableColumn[] {
  return [
    { heading: 'Category' },
    { heading: 'Job starts', numeric: true },
    { heading: 'Plain rate', numeric: true },
    { heading: 'Odds ratio', numeric: true },
    { heading: 'Wald 95%', numeric: true },
    ...(hasProfile ? [{ heading: 'Profile 95%', numeric: true }] : []),
    ...(hasRobust ? [{ heading: 'By team 95%', numeric: true }] : []),
    { heading: 'p', numeric: true },
    { heading: 'Average effect, points', numeric: true },
  ];
}

function cellsOf(words: RowWords, { hasProfile, hasRobust }: Intervals): string[] {
  const isCounted = /\d/.test(words.clients);
  return [
    words.label,
    isCounted ? `${words.jobStarts} of ${words.clients}` : words.clients,
    isCounted ? `${words.rate} (${words.rateInterval})` : words.rate,
    words.oddsRatio,
    words.wald,
    ...(hasProfile ? [words.profile] : []),
    ...(hasRobust ? [words.clusterRobust] : []),
    words.p,
    words.effectInterval === words.effect
      ? words.effect
      : `${words.effect} (${words.effectInterval})`,
  ];
}
