import type { ReactNode } from 'react';

import { Details } from '#app/components/govuk/details.tsx';
import { Table } from '#app/components/govuk/table.tsx';

import type { FigureView, RecordedView } from './recorded-view.ts';

interface Props {
  recorded: RecordedView;
  /** The way to take the numbers over, where there is one. */
  children?: ReactNode;
}

/** What the team's own records say about an item. It stands beside the reviewer's work and never takes its place. */
export function RecordedPanel({ recorded, children }: Props) {
  const { upTo, notRecorded, askFor, measured, beside, breakdown, cautions } = recorded;
  return (
    <section className="gt-recorded" aria-labelledby="records">
      <h2 className="govuk-heading-s" id="records">
        From the team’s own records
      </h2>
      {notRecorded === null ? (
        <p className="govuk-hint">{upTo}</p>
      ) : (
        <p className="govuk-body-s">{notRecorded}</p>
      )}
      {askFor !== null && (
        <p className="govuk-body-s">A team may keep elsewhere: {lowerFirst(askFor)}</p>
      )}
      {measured !== null && <Figure figure={measured} isMain />}
      {children}
      {beside.length > 0 && measured === null && (
        <p className="govuk-body-s">These numbers propose no score.</p>
      )}
      {beside.length > 0 && measured !== null && (
        <h3 className="govuk-heading-s gt-recorded__beside">Counted in other ways</h3>
      )}
      {beside.map((figure, index) => (
        <Figure
          key={figure.label}
          figure={figure}
          hidesPeriod={figure.period === (beside[index - 1] ?? measured)?.period}
        />
      ))}
      {breakdown !== null && <BreakdownTable {...breakdown} />}
      {cautions.map((caution) => (
        <p className="govuk-body-s gt-recorded__caution" key={caution}>
          {caution}
        </p>
      ))}
    </section>
  );
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

interface FigureProps {
  figure: FigureView;
  isMain?: boolean;
  /** Said by the figure above. */
  hidesPeriod?: boolean;
}

function Figure({ figure, isMain = false, hidesPeriod = false }: FigureProps) {
  const { label, number, made, period, unused } = figure;
  return (
    <div
      className={isMain ? 'gt-recorded__figure gt-recorded__figure--main' : 'gt-recorded__figure'}
    >
      <p>
        {label}: <strong>{number ?? 'too little to say'}</strong>
      </p>
      <ul>
        <li>{made}</li>
        {!hidesPeriod && <li>{period}</li>}
        {unused.map((words) => (
          <li key={words}>Not used: {words}</li>
        ))}
      </ul>
    </div>
  );
}

function BreakdownTable({ caption, headings, rows }: NonNullable<RecordedView['breakdown']>) {
  return (
    <Details summary={caption}>
      <Table
        caption={caption}
        captionHidden
        wide
        columns={headings.map((heading, index) => ({ heading, numeric: index > 0 }))}
        rows={rows.map((cells, index) => ({ key: String(index), cells }))}
      />
    </Details>
  );
}
