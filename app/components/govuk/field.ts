import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';

export type TextSize = 's' | 'm' | 'l' | 'xl';

/**
 * What react-hook-form's register() gives, less the name and the browser's own checks: the name is
 * already in the server's HTML, and the words for a wrong answer come from the shared schema.
 */
export type FieldRegistration = Pick<UseFormRegisterReturn, 'onChange' | 'onBlur' | 'ref'>;

/** Props every field shares. `| undefined` lets a page pass an error that may not be there. */
export interface FieldProps {
  id: string;
  name: string;
  label: ReactNode;
  labelSize?: TextSize | undefined;
  /** The label is the page's only question: it becomes the h1. */
  labelIsHeading?: boolean | undefined;
  /** The label is for assistive technology only, as in a cell of a table that names itself. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode;
  errorMessage?: string | undefined;
  /** Further ids to describe the field, before its hint and error. */
  describedBy?: string | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
  register?: FieldRegistration | undefined;
}

/** Only the three props that react-hook-form needs reach the element. */
export function registrationProps(
  register: FieldRegistration | undefined,
): FieldRegistration | undefined {
  if (!register) return undefined;
  return { onChange: register.onChange, onBlur: register.onBlur, ref: register.ref };
}

/** Whether there is anything to print: `hint={isNew && '…'}` may well be false. */
export function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== '';
}
