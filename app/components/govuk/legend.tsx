import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import type { TextSize } from './field.ts';

export interface LegendProps {
  children: ReactNode;
  size?: TextSize | undefined;
  isHeading?: boolean | undefined;
  hidden?: boolean | undefined;
}

export function Legend({ children, size, isHeading, hidden }: LegendProps) {
  return (
    <legend
      className={classNames(
        'govuk-fieldset__legend',
        size && `govuk-fieldset__legend--${size}`,
        hidden && 'govuk-visually-hidden',
      )}
    >
      {isHeading ? <h1 className="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  );
}
