import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';

import { isShown } from './field.ts';
import { focusField, focusOnce } from './focus.ts';

export interface ErrorSummaryItem {
  /** The field's address on the page, "#" and its id; without it the line is plain text. */
  href?: string | undefined;
  text: string;
}

export interface ErrorSummaryProps {
  errors: readonly ErrorSummaryItem[];
  title?: string | undefined;
  description?: ReactNode;
  /** Changes when the form was answered again, so that the same errors take focus a second time. */
  focusKey?: unknown;
}

/**
 * Takes focus when it appears and when its errors change. The alert sits in a child of the element
 * that takes focus: some screen readers otherwise drop one of the two announcements.
 */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
  description,
  focusKey,
}: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const words = errors.map((error) => error.text).join('\n');

  useEffect(() => {
    if (summary.current) focusOnce(summary.current);
  }, [words, focusKey]);

  if (errors.length === 0) return null;
  return (
    <div ref={summary} className="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {isShown(description) && <p>{description}</p>}
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text }, index) => (
              <li key={index}>
                {href === undefined ? (
                  text
                ) : (
                  <a
                    href={href}
                    onClick={(event: MouseEvent) => {
                      if (focusField(href.slice(1))) event.preventDefault();
                    }}
                  >
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
