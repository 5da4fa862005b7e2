import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { isShown, registrationProps } from './field.ts';
import type { FieldProps } from './field.ts';
import { LabelledField } from './labelled-field.tsx';

export interface TextInputProps extends FieldProps {
  type?: HTMLInputTypeAttribute | undefined;
  defaultValue?: string | undefined;
  /** Width in characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  prefix?: ReactNode;
  suffix?: ReactNode;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | 'search' | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  autoCapitalize?: string | undefined;
  spellCheck?: boolean | undefined;
  maxLength?: number | undefined;
  /** The id of a datalist of suggestions. */
  list?: string | undefined;
}

export function TextInput(props: TextInputProps) {
  const { id, name, errorMessage, prefix, suffix } = props;
  return (
    <LabelledField {...props}>
      {(describedBy) => {
        const input = (
          <input
            className={classNames(
              'govuk-input',
              props.width && `govuk-input--width-${props.width}`,
              props.className,
              errorMessage !== undefined && 'govuk-input--error',
            )}
            id={id}
            name={name}
            type={props.type ?? 'text'}
            spellCheck={props.spellCheck}
            defaultValue={props.defaultValue}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autoComplete={props.autoComplete}
            autoCapitalize={props.autoCapitalize}
            inputMode={props.inputMode}
            maxLength={props.maxLength}
            list={props.list}
            {...registrationProps(props.register)}
          />
        );
        if (!isShown(prefix) && !isShown(suffix)) return input;
        return (
          <div className="govuk-input__wrapper">
            {isShown(prefix) && (
              <div className="govuk-input__prefix" aria-hidden="true">
                {prefix}
              </div>
            )}
            {input}
            {isShown(suffix) && (
              <div className="govuk-input__suffix" aria-hidden="true">
                {suffix}
              </div>
            )}
          </div>
        );
      }}
    </LabelledField>
  );
}
