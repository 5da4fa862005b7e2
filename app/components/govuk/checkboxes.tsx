import { ChoiceGroup } from './choice-group.tsx';
import type { ChoiceDivider, ChoiceItem } from './choice-group.tsx';
import { ChoiceInputs } from './choice-inputs.tsx';
import { classNames } from './class-names.ts';
import type { FieldProps } from './field.ts';

export interface CheckboxesProps extends FieldProps {
  items: readonly (ChoiceItem | ChoiceDivider)[];
  /** The values that are ticked at the start. */
  defaultValues?: readonly string[] | undefined;
  small?: boolean | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <ChoiceGroup {...props}>
      <div
        className={classNames(
          'govuk-checkboxes',
          props.small && 'govuk-checkboxes--small',
          props.className,
        )}
        data-module="govuk-checkboxes"
      >
        <ChoiceInputs
          block="govuk-checkboxes"
          type="checkbox"
          id={props.id}
          name={props.name}
          items={props.items}
          isChosen={(value) => props.defaultValues?.includes(value) ?? false}
          disabled={props.disabled}
          register={props.register}
        />
      </div>
    </ChoiceGroup>
  );
}
