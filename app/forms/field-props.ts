import { boxNames } from './date-boxes.ts';
import type { FormValues } from './form-values.ts';
import type { RouteForm } from './use-route-form.ts';

/** What was typed in a field, as it was typed. */
export function typedIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** The props that every one-field component takes from a form. */
export function fieldProps(form: RouteForm, name: string) {
  return {
    id: name,
    name,
    defaultValue: typedIn(form.values, name),
    errorMessage: form.errorFor(name),
    register: form.register(name),
  };
}

/** The props that a date input takes from a form. Its error bears the date's own name. */
export function dateProps(form: RouteForm, name: string) {
  const names = boxNames(name);
  return {
    id: name,
    name,
    names,
    defaultValue: {
      day: typedIn(form.values, names.day),
      month: typedIn(form.values, names.month),
      year: typedIn(form.values, names.year),
    },
    errorMessage: form.errorFor(name),
    register: {
      day: form.register(names.day),
      month: form.register(names.month),
      year: form.register(names.year),
    },
  };
}

/** Where the summary's links to dates go: to the first of their boxes. */
export function dateIds(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `${name}-day`]));
}
