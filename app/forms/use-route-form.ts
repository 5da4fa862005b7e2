import { useActionData, useNavigation, useSubmit } from '@remix-run/react';
import { useEffect, useRef, type FormEvent } from 'react';
import { useForm, type FieldErrors, type UseFormRegister } from 'react-hook-form';

import {
  formValues,
  type Conflict,
  type FieldError,
  type FormFailure,
  type FormValues,
} from './form-values.ts';
import { fetchCheck, findNothing, useEarlyFetch, type SchemaLoader } from './late-check.ts';

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
 *
 * What is checked is what would be sent, hidden fields and the pressed button with it, so that browser and action
 * read the same values; `lists` names the fields that may come several times, as for parseForm.
 */
export function useRouteForm(
  loadSchema: SchemaLoader,
  initial: FormValues,
  lists: readonly string[] = [],
): RouteForm {
  const check = useRef(findNothing);
  const sent = useRef<FormValues>({});
  const isChecking = useRef(false);
  const failure = useActionData<FormFailure>();
  const submit = useSubmit();
  const navigation = useNavigation();
  const values = failure?.values ?? initial;
  const { register, handleSubmit, formState } = useForm<FormValues>({
    // No defaultValues: they would be written over what was typed before the page's scripts had arrived.
    resolver: (_registered, context, options) => check.current(sent.current, context, options),
    shouldFocusError: false,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
  });
  const checkAndSend = async (form: HTMLFormElement, button: HTMLElement | null) => {
    check.current = await fetchCheck(loadSchema);
    // Whoever has left the page while the check was fetched no longer sends its form.
    if (!form.isConnected) return;
    sent.current = formValues(new FormData(form, button), lists);
    // The pressed button is handed on, so that its name and value are sent as they are without JavaScript.
    await handleSubmit(() => submit((button as HTMLButtonElement | null) ?? form))();
  };
  const found = clientErrors(formState.errors);
  const errors = found.length > 0 ? found : (failure?.errors ?? []);
  useEarlyFetch(loadSchema);
  useErrorTitle(found.length > 0);
  return {
    register,
    values,
    errors,
    errorFor: (field) => errors.find((error) => error.field === field)?.message,
    conflict: failure?.conflict,
    onSubmit: (event) => {
      event.preventDefault();
      if (isChecking.current) return;
      isChecking.current = true;
      const { submitter } = event.nativeEvent as SubmitEvent;
      void checkAndSend(event.currentTarget, submitter).finally(() => {
        isChecking.current = false;
      });
    },
    isSubmitting: navigation.state !== 'idle',
  };
}

function clientErrors(errors: FieldErrors<FormValues>): FieldError[] {
  return Object.entries(errors).flatMap(([field, error]) =>
    typeof error?.message === 'string' ? [{ field, message: error.message }] : [],
  );
}

/** The tab says so as soon as the browser itself has found errors; the action's errors come with their own title. */
function useErrorTitle(hasErrors: boolean): void {
  useEffect(() => {
    if (!hasErrors || document.title.startsWith(prefix)) return undefined;
    document.title = prefix + document.title;
    return () => {
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [hasErrors]);
}

const prefix = 'Error: ';
