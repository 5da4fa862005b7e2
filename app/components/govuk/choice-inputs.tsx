import { Fragment } from 'react';

import { choiceItemId } from './choice-group.tsx';
import type { ChoiceDivider, ChoiceItem } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { isShown, registrationProps } from './field.ts';
import type { FieldRegistration } from './field.ts';
import { Hint } from './hint.tsx';
import { Label } from './label.tsx';

export interface ChoiceInputsProps {
  block: 'govuk-radios' | 'govuk-checkboxes';
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  items: readonly (ChoiceItem | ChoiceDivider)[];
  isChosen: (value: string) => boolean;
  disabled?: boolean | undefined;
  register?: FieldRegistration | undefined;
}

/** The items of radios and checkboxes, which differ only in their class names. */
export function ChoiceInputs(props: ChoiceInputsProps) {
  const { block, type, name } = props;
  return props.items.map((item, index) => {
    if ('divider' in item) {
      return (
        <div key={index} className={`${block}__divider`}>
          {item.divider}
        </div>
      );
    }
    const id = choiceItemId(props.id, index);
    const hintId = isShown(item.hint) ? `${id}-item-hint` : undefined;
    const conditionalId = isShown(item.conditional) ? `conditional-${id}` : undefined;
    const chosen = props.isChosen(item.value);
    return (
      <Fragment key={index}>
        <div className={`${block}__item`}>
          <input
            className={`${block}__input`}
            id={id}
            name={name}
            type={type}
            value={item.value}
            defaultChecked={chosen}
            disabled={item.disabled ?? props.disabled}
            data-aria-controls={conditionalId}
            aria-describedby={hintId}
            {...registrationProps(props.register)}
          />
          <Label htmlFor={id} className={`${block}__label`}>
            {item.label}
          </Label>
          {hintId && (
            <Hint id={hintId} className={`${block}__hint`}>
              {item.hint}
            </Hint>
          )}
        </div>
        {conditionalId && (
          <div
            className={classNames(
              `${block}__conditional`,
              !chosen && `${block}__conditional--hidden`,
            )}
            id={conditionalId}
          >
            {item.conditional}
          </div>
        )}
      </Fragment>
    );
  });
}
