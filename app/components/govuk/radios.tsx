import { ChoiceGroup } from './choice-group.tsx';
import type { ChoiceDivider, ChoiceItem } from './choice-group.tsx';
import { ChoiceInputs } from './choice-inputs.tsx';
import { classNames } from './class-names.ts';
import type { FieldProps } from './field.ts';

export interface RadiosProps extends FieldProps {
  items: readonly (ChoiceItem | ChoiceDivider)[];
  defaultValue?: string | undefined;
  inline?: boolean | undefined;
  small?: boolean | undefined;
}

export function Radios(props: RadiosProps) {
  return (
    <ChoiceGroup {...props}>
      <div
        className={classNames(
          'govuk-radios',
          props.inline && 'govuk-radios--inline',
          props.small && 'govuk-radios--small',
          props.className,
        )}
        data-module="govuk-radios"
      >
        <ChoiceInputs
          block="govuk-radios"
          type="radio"
          id={props.id}
          name={props.name}
          items={props.items}
          isChosen={(value) => value === props.defaultValue}
          disabled={props.disabled}
          register={props.register}
        />
      </div>
    </ChoiceGroup>
  );
}
