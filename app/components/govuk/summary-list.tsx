import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface SummaryAction {
  href: string;
  text: ReactNode;
  /** What the action is about, for people who hear the link out of its row. */
  hiddenText?: string | undefined;
}

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  actions?: readonly SummaryAction[] | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  noBorder?: boolean | undefined;
  className?: string | undefined;
}

function ActionLink({ href, text, hiddenText }: SummaryAction) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      {hiddenText !== undefined && <span className="govuk-visually-hidden"> {hiddenText}</span>}
    </a>
  );
}

function RowActions({ actions }: { actions: readonly SummaryAction[] }) {
  const [first, ...others] = actions;
  if (!first) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {others.length === 0 ? (
        <ActionLink {...first} />
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action, index) => (
            <li key={index} className="govuk-summary-list__actions-list-item">
              <ActionLink {...action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

export function SummaryList({ rows, noBorder, className }: SummaryListProps) {
  const hasActions = (row: SummaryRow) => (row.actions?.length ?? 0) > 0;
  const anyActions = rows.some(hasActions);
  return (
    <dl
      className={classNames(
        'govuk-summary-list',
        noBorder && 'govuk-summary-list--no-border',
        className,
      )}
    >
      {rows.map((row, index) => (
        <div
          key={index}
          className={classNames(
            'govuk-summary-list__row',
            anyActions && !hasActions(row) && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          <RowActions actions={row.actions ?? []} />
        </div>
      ))}
    </dl>
  );
}
