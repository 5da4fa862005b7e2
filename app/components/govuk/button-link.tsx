import type { ReactNode } from 'react';

import type { ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';

export interface ButtonLinkProps {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  /** The start button of a task, with its arrow. */
  start?: boolean | undefined;
  id?: string | undefined;
  className?: string | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, variant, start, id, className }: ButtonLinkProps) {
  return (
    <a
      href={href}
      role="button"
      draggable="false"
      className={classNames(
        'govuk-button',
        variant && `govuk-button--${variant}`,
        className,
        start && 'govuk-button--start',
      )}
      data-module="govuk-button"
      id={id}
    >
      {children}
      {start && (
        <svg
          className="govuk-button__start-icon"
          xmlns="http://www.w3.org/2000/svg"
          width="17.5"
          height="19"
          viewBox="0 0 33 40"
          aria-hidden="true"
          focusable="false"
        >
          <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
        </svg>
      )}
    </a>
  );
}
