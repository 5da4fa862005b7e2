import type { MouseEventHandler, ReactNode } from 'react';

import { classNames } from './class-names.ts';

export type ButtonVariant = 'secondary' | 'warning' | 'inverse';

export interface ButtonProps {
  children: ReactNode;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  variant?: ButtonVariant | undefined;
  id?: string | undefined;
  /** The form's id, when the button stands outside it. */
  form?: string | undefined;
  disabled?: boolean | undefined;
  /** Marks the button so that a second press within a second is ignored where JavaScript runs. */
  preventDoubleClick?: boolean | undefined;
  className?: string | undefined;
  onClick?: MouseEventHandler<HTMLButtonElement> | undefined;
}

export function Button({
  children,
  type = 'submit',
  variant,
  disabled,
  preventDoubleClick,
  className,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classNames('govuk-button', variant && `govuk-button--${variant}`, className)}
      data-module="govuk-button"
      disabled={disabled}
      aria-disabled={disabled === true ? true : undefined}
      data-prevent-double-click={preventDoubleClick}
      {...rest}
    >
      {children}
    </button>
  );
}
