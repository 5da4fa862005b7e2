import { classNames } from './class-names.ts';
import { registrationProps } from './field.ts';
import type { FieldProps } from './field.ts';
import { LabelledField } from './labelled-field.tsx';

export interface TextareaProps extends FieldProps {
  defaultValue?: string | undefined;
  rows?: number | undefined;
  spellCheck?: boolean | undefined;
  autoComplete?: string | undefined;
  maxLength?: number | undefined;
}

export function Textarea(props: TextareaProps) {
  return (
    <LabelledField {...props}>
      {(describedBy) => (
        <textarea
          className={classNames(
            'govuk-textarea',
            props.errorMessage !== undefined && 'govuk-textarea--error',
            props.className,
          )}
          id={props.id}
          name={props.name}
          rows={props.rows ?? 5}
          spellCheck={props.spellCheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autoComplete={props.autoComplete}
          maxLength={props.maxLength}
          defaultValue={props.defaultValue}
          {...registrationProps(props.register)}
        />
      )}
    </LabelledField>
  );
}
