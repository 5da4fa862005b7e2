import { classNames } from './class-names.ts';
import { registrationProps } from './field.ts';
import type { FieldProps } from './field.ts';
import { LabelledField } from './labelled-field.tsx';

export interface SelectItem {
  value: string;
  label: string;
  disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  items: readonly SelectItem[];
  defaultValue?: string | undefined;
}

export function Select(props: SelectProps) {
  return (
    <LabelledField {...props}>
      {(describedBy) => (
        <select
          className={classNames(
            'govuk-select',
            props.className,
            props.errorMessage !== undefined && 'govuk-select--error',
          )}
          id={props.id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          defaultValue={props.defaultValue}
          {...registrationProps(props.register)}
        >
          {props.items.map((item) => (
            <option key={item.value} value={item.value} disabled={item.disabled}>
              {item.label}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
}
