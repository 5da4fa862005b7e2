import { ChoiceGroup } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { registrationProps } from './field.ts';
import type { FieldProps, FieldRegistration } from './field.ts';
import { FormGroup } from './form-group.tsx';
import { Label } from './label.tsx';

export type DatePart = 'day' | 'month' | 'year';

const parts: readonly { part: DatePart; label: string; width: 2 | 4 }[] = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
];

export interface DateInputProps extends Omit<FieldProps, 'register' | 'disabled'> {
  /** The fields are sent as name-day, name-month and name-year, unless `names` says otherwise. */
  name: string;
  names?: Readonly<Record<DatePart, string>> | undefined;
  defaultValue?: Partial<Record<DatePart, string | undefined>> | undefined;
  /** The parts that are wrong; all three when there is an error and none is named. */
  errorParts?: readonly DatePart[] | undefined;
  /** "bday" for a date of birth. */
  autoComplete?: 'bday' | undefined;
  register?: Partial<Record<DatePart, FieldRegistration>> | undefined;
}

/** The field ids are id-day, id-month and id-year: an error summary links to the first wrong one. */
export function DateInput(props: DateInputProps) {
  const { id, name, errorMessage, errorParts } = props;
  const isWrong = (part: DatePart) =>
    errorMessage !== undefined &&
    (errorParts === undefined || errorParts.length === 0 || errorParts.includes(part));
  return (
    <ChoiceGroup {...props} role="group">
      <div className={classNames('govuk-date-input', props.className)} id={id}>
        {parts.map(({ part, label, width }) => (
          <div key={part} className="govuk-date-input__item">
            <FormGroup>
              <Label htmlFor={`${id}-${part}`} className="govuk-date-input__label">
                {label}
              </Label>
              <input
                className={classNames(
                  'govuk-input govuk-date-input__input',
                  isWrong(part) && 'govuk-input--error',
                  `govuk-input--width-${width}`,
                )}
                id={`${id}-${part}`}
                name={props.names?.[part] ?? `${name}-${part}`}
                type="text"
                inputMode="numeric"
                autoComplete={props.autoComplete && `${props.autoComplete}-${part}`}
                defaultValue={props.defaultValue?.[part]}
                {...registrationProps(props.register?.[part])}
              />
            </FormGroup>
          </div>
        ))}
      </div>
    </ChoiceGroup>
  );
}
