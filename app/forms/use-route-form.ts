import { zodResolver } from '@hookform/resolvers/zod';
import { useActionData, useNavigation, useSubmit } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';
import type { z } from 'zod';

import type { Conflict, FieldError, FormFailure, FormValues } from './form-values.ts';

export interface RouteForm {
  /** Spread on an input besides its defaultValue. */
  register: UseFormRegister<FormValues>;
  /** What the inputs start with: what was typed, else the record. */
  values: FormValues;
  errors: FieldError[];
  errorFor: (field: string) => string | undefined;
  conflict: Conflict | undefined;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  isSubmitting: boolean;
}

/**
 * One form of a route: react-hook-form checks it with the action's own schema once it is submitted, and only then
 * sends it; the action's answer (errors, what was typed, a conflict) is shown the same way. Without JavaScript the
 * browser posts the form and the action's answer alone does the work.
 */
export function useRouteForm(
  schema: z.ZodType<unknown, FormValues>,
  initial: FormValues,
): RouteForm {
  const failure = useActionData<FormFailure>();
  const submit = useSubmit();
  const navigation = useNavigation();
  const values = failure?.values ?? initial;
  const { register, handleSubmit, formState } = useForm<FormValues>({
    defaultValues: values,
    resolver: zodResolver(schema) as never,
    shouldFocusError: false,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
  });
  const found = clientErrors(formState.errors);
  const errors = found.length > 0 ? found : (failure?.errors ?? []);
  return {
    register,
    values,
    errors,
    errorFor: (field) => errors.find((error) => error.field === field)?.message,
    conflict: failure?.conflict,
    onSubmit: (event) => {
      const form = event.currentTarget;
      const submitter = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
      // The pressed button is handed on, so that its name and value are sent as they are without JavaScript.
      void handleSubmit(() => {
        submit(submitter ?? form);
      })(event);
    },
    isSubmitting: navigation.state !== 'idle',
  };
}

function clientErrors(errors: FieldErrors<FormValues>): FieldError[] {
  return Object.entries(errors).flatMap(([field, error]) =>
    typeof error?.message === 'string' ? [{ field, message: error.message }] : [],
  );
}
