import type { ReactNode } from 'react';

import { idList } from './class-names.ts';
import { ErrorMessage } from './error-message.tsx';
import { isShown } from './field.ts';
import type { FieldProps } from './field.ts';
import { FormGroup } from './form-group.tsx';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface LabelledFieldProps extends Omit<FieldProps, 'name' | 'register' | 'className'> {
  /** Draws the control, given the ids that describe it. */
  children: (describedBy: string | undefined) => ReactNode;
}

/** Label, hint, error and control in the one order that reads well aloud. */
export function LabelledField(props: LabelledFieldProps) {
  const { id, hint, errorMessage } = props;
  const hintId = isShown(hint) && `${id}-hint`;
  const errorId = errorMessage !== undefined && `${id}-error`;
  return (
    <FormGroup hasError={errorMessage !== undefined}>
      <Label
        htmlFor={id}
        size={props.labelSize}
        isHeading={props.labelIsHeading}
        hidden={props.labelHidden}
      >
        {props.label}
      </Label>
      {hintId && <Hint id={hintId}>{hint}</Hint>}
      {errorId && <ErrorMessage id={errorId}>{errorMessage}</ErrorMessage>}
      {props.children(idList(props.describedBy, hintId, errorId))}
    </FormGroup>
  );
}
