import type { ReactNode } from 'react';

import { idList } from './class-names.ts';
import { ErrorMessage } from './error-message.tsx';
import { isShown } from './field.ts';
import type { FieldProps } from './field.ts';
import { Fieldset } from './fieldset.tsx';
import { FormGroup } from './form-group.tsx';
import { Hint } from './hint.tsx';

export interface ChoiceItem {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown under the item: at once without JavaScript, on choosing it with JavaScript. */
  conditional?: ReactNode;
  disabled?: boolean | undefined;
}

/** A word such as "or" between two items. */
export interface ChoiceDivider {
  divider: ReactNode;
}

export interface ChoiceGroupProps extends Omit<
  FieldProps,
  'name' | 'register' | 'className' | 'disabled'
> {
  role?: 'group' | undefined;
  children: ReactNode;
}

/** A question with several controls: the label is the fieldset's legend. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { id, hint, errorMessage } = props;
  const hintId = isShown(hint) && `${id}-hint`;
  const errorId = errorMessage !== undefined && `${id}-error`;
  return (
    <FormGroup hasError={errorMessage !== undefined}>
      <Fieldset
        legend={props.label}
        legendSize={props.labelSize}
        legendIsHeading={props.labelIsHeading}
        legendHidden={props.labelHidden}
        role={props.role}
        describedBy={idList(props.describedBy, hintId, errorId)}
      >
        {hintId && <Hint id={hintId}>{hint}</Hint>}
        {errorId && <ErrorMessage id={errorId}>{errorMessage}</ErrorMessage>}
        {props.children}
      </Fieldset>
    </FormGroup>
  );
}

/** The first item carries the group's own id, so that an error summary can link to it. */
export function choiceItemId(groupId: string, index: number): string {
  return index === 0 ? groupId : `${groupId}-${index + 1}`;
}
