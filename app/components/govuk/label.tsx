import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import type { TextSize } from './field.ts';

export interface LabelProps {
  htmlFor: string;
  children: ReactNode;
  size?: TextSize | undefined;
  isHeading?: boolean | undefined;
  hidden?: boolean | undefined;
  className?: string | undefined;
}

export function Label({ htmlFor, children, size, isHeading, hidden, className }: LabelProps) {
  const label = (
    <label
      className={classNames(
        'govuk-label',
        size && `govuk-label--${size}`,
        hidden && 'govuk-visually-hidden',
        className,
      )}
      htmlFor={htmlFor}
    >
      {children}
    </label>
  );
  return isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
