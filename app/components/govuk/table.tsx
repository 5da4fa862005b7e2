import { useId } from 'react';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface TableColumn {
  heading: ReactNode;
  /** Right-aligned, figures of one width. */
  numeric?: boolean | undefined;
}

export interface TableRow {
  key: string;
  cells: readonly ReactNode[];
}

export interface TableProps {
  caption: ReactNode;
  captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  captionHidden?: boolean | undefined;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Each row's first cell names the row. True unless said otherwise. */
  firstCellIsHeader?: boolean | undefined;
  small?: boolean | undefined;
  /** More columns than a phone holds: the table scrolls inside its own region, also by keyboard. */
  wide?: boolean | undefined;
  id?: string | undefined;
}

export function Table({ wide, ...props }: TableProps) {
  const ownId = useId();
  if (!wide) return <PlainTable {...props} />;
  const captionId = `${props.id ?? ownId}-caption`;
  return (
    // A region that scrolls must take focus, or the keyboard cannot reach what it hides.
    <div className="gt-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
      <PlainTable {...props} captionId={captionId} />
    </div>
  );
}

function PlainTable({
  caption,
  captionSize,
  captionHidden,
  captionId,
  columns,
  rows,
  firstCellIsHeader = true,
  small,
  id,
}: Omit<TableProps, 'wide'> & { captionId?: string | undefined }) {
  return (
    <table
      id={id}
      className={classNames('govuk-table', small && 'govuk-table--small-text-until-tablet')}
    >
      <caption
        id={captionId}
        className={classNames(
          'govuk-table__caption',
          captionSize && `govuk-table__caption--${captionSize}`,
          captionHidden && 'govuk-visually-hidden',
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column, index) => (
            <th
              key={index}
              scope="col"
              className={classNames(
                'govuk-table__header',
                column.numeric && 'govuk-table__header--numeric',
              )}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr key={row.key} className="govuk-table__row">
            {row.cells.map((cell, index) =>
              index === 0 && firstCellIsHeader ? (
                <th key={index} scope="row" className="govuk-table__header">
                  {cell}
                </th>
              ) : (
                <td
                  key={index}
                  className={classNames(
                    'govuk-table__cell',
                    columns[index]?.numeric && 'govuk-table__cell--numeric',
                  )}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
