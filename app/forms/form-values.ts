/** What a form sent, by field name. A field declared as a list gives an array, every other field one string. */
export type FormValues = Record<string, string | string[]>;

export interface FieldError {
  /** Name of the field, which is also the id of its first input. */
  field: string;
  message: string;
}

/** An answer that a page shows again with what was typed. */
export interface FormFailure {
  errors: FieldError[];
  values: FormValues;
  /** Set when somebody else saved first: their version beside what was typed. */
  conflict?: Conflict;
}

export interface Conflict {
  /** The version to send when the person decides to save over it. */
  version: number;
  rows: { label: string; yours: string; theirs: string }[];
}

/**
 * Turns posted fields into plain values. A key that comes twice without being declared a list, and a file, are
 * refused: neither can come from our forms.
 */
export function formValues(data: FormData, lists: readonly string[] = []): FormValues {
  const values: FormValues = {};
  for (const [name, value] of data.entries()) {
    if (typeof value !== 'string') throw new RangeError(`form: field "${name}" may not be a file`);
    const known = Object.hasOwn(values, name) ? values[name] : undefined;
    if (lists.includes(name)) values[name] = [...(Array.isArray(known) ? known : []), value];
    else if (known === undefined) values[name] = value;
    else throw new RangeError(`form: field "${name}" came twice`);
  }
  return values;
}
