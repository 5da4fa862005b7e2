import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { isShown } from './field.ts';
import { Tag } from './tag.tsx';
import type { TagColour } from './tag.tsx';

/** A finished task is plain text, so that the eye goes to what is left. */
export interface TaskStatus {
  text: ReactNode;
  /** With a colour the status is a tag of that colour. */
  tagColour?: TagColour | undefined;
  cannotStart?: boolean | undefined;
}

export interface Task {
  title: ReactNode;
  href?: string | undefined;
  hint?: ReactNode;
  status: TaskStatus;
}

export interface TaskListProps {
  items: readonly Task[];
  idPrefix?: string | undefined;
}

export function TaskList({ items, idPrefix = 'task-list' }: TaskListProps) {
  return (
    <ul className="govuk-task-list">
      {items.map(({ title, href, hint, status }, index) => {
        const hintId = `${idPrefix}-${index + 1}-hint`;
        const statusId = `${idPrefix}-${index + 1}-status`;
        const describedBy = isShown(hint) ? `${hintId} ${statusId}` : statusId;
        return (
          <li
            key={index}
            className={classNames(
              'govuk-task-list__item',
              href !== undefined && 'govuk-task-list__item--with-link',
            )}
          >
            <div className="govuk-task-list__name-and-hint">
              {href === undefined ? (
                <div>{title}</div>
              ) : (
                <a
                  className="govuk-link govuk-task-list__link"
                  href={href}
                  aria-describedby={describedBy}
                >
                  {title}
                </a>
              )}
              {isShown(hint) && (
                <div id={hintId} className="govuk-task-list__hint">
                  {hint}
                </div>
              )}
            </div>
            <div
              className={classNames(
                'govuk-task-list__status',
                status.cannotStart && 'govuk-task-list__status--cannot-start-yet',
              )}
              id={statusId}
            >
              {status.tagColour === undefined ? (
                status.text
              ) : (
                <Tag colour={status.tagColour}>{status.text}</Tag>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
