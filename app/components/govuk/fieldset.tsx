import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { isShown } from './field.ts';
import type { TextSize } from './field.ts';
import { Legend } from './legend.tsx';

export interface FieldsetProps {
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
  legendIsHeading?: boolean | undefined;
  legendHidden?: boolean | undefined;
  describedBy?: string | undefined;
  /** "group" for several text fields: one screen reader otherwise leaves the description out. */
  role?: 'group' | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

export function Fieldset({
  legend,
  legendSize,
  legendIsHeading,
  legendHidden,
  describedBy,
  role,
  className,
  children,
}: FieldsetProps) {
  return (
    <fieldset
      className={classNames('govuk-fieldset', className)}
      role={role}
      aria-describedby={describedBy}
    >
      {isShown(legend) && (
        <Legend size={legendSize} isHeading={legendIsHeading} hidden={legendHidden}>
          {legend}
        </Legend>
      )}
      {children}
    </fieldset>
  );
}
