import type { ReactNode } from 'react';

import { Details } from '../govuk/details.tsx';
import { isShown } from '../govuk/field.ts';
import { Table } from '../govuk/table.tsx';
import type { TableProps } from '../govuk/table.tsx';

export interface ChartFigureProps {
  id: string;
  /** The finding, not the topic: "Teams with higher fidelity had higher job entry rates". */
  heading: string;
  headingLevel?: 2 | 3 | 4 | undefined;
  /** What is counted, over whom and when. */
  definition: ReactNode;
  /** What the chart cannot show. */
  caution?: ReactNode;
  /** The same figures as the chart, none more and none fewer. */
  table: TableProps;
  /** The chart. */
  children: ReactNode;
}

/** Up to this many rows the table stands open beside its chart; longer ones fold. */
const openRows = 12;

export function ChartFigure({
  id,
  heading,
  headingLevel = 2,
  definition,
  caution,
  table,
  children,
}: ChartFigureProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <figure className="gt-figure" aria-labelledby={`${id}-heading`}>
      <Heading className="govuk-heading-m" id={`${id}-heading`}>
        {heading}
      </Heading>
      <div className="gt-figure__body">
        <div className="gt-figure__chart">{children}</div>
        <div className="gt-figure__words">
          <p className="gt-figure__definition">
            <strong>What is counted:</strong> {definition}
          </p>
          {isShown(caution) && (
            <p className="gt-figure__caution">
              <strong>Read with care:</strong> {caution}
            </p>
          )}
          {table.rows.length <= openRows ? (
            <Table {...table} />
          ) : (
            <Details summary={`Show the ${table.rows.length} rows as a table`}>
              <Table {...table} />
            </Details>
          )}
        </div>
      </div>
    </figure>
  );
}
