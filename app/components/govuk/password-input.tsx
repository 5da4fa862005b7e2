import type { FieldProps } from './field.ts';
import { TextInput } from './text-input.tsx';

export interface PasswordInputProps extends FieldProps {
  /** "new-password" where a password is chosen, so that a manager offers one. */
  autoComplete?: 'current-password' | 'new-password' | undefined;
}

/** No default value: a password is never sent back to the browser. Paste works. */
export function PasswordInput({ autoComplete = 'current-password', ...field }: PasswordInputProps) {
  return (
    <TextInput
      {...field}
      type="password"
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
    />
  );
}
