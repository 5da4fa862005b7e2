import type { FormValues } from '../form-values.ts';

/** Notes what is wrong with a field; the first note of a field is the one shown. */
export type Report = (field: string, message: string) => void;

export interface NumberRule {
  /** Fits "Enter … as a number". */
  what: string;
  whole?: boolean;
  from: number;
  /** null where there is no largest value. */
  to: number | null;
}

/** Measured numbers are compared unrounded, so more decimals than money has are allowed. */
const decimal = /^\d{1,9}(\.\d{1,9})?$/;
const whole = /^\d{1,9}$/;

/** A number as typed; undefined where nothing was typed or what was typed is no such number. */
export function readNumber(
  values: FormValues,
  field: string,
  rule: NumberRule,
  report: Report,
): number | undefined {
  const text = typedText(values, field);
  return text === '' ? undefined : numberIn(text, field, rule, report);
}

/** One number a line; undefined where nothing was typed or a line is no such number. */
export function readNumberLines(
  values: FormValues,
  field: string,
  rule: NumberRule,
  report: Report,
): number[] | undefined {
  const lines = typedText(values, field)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  const numbers = lines.map((line) => numberIn(line, field, rule, report));
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function numberIn(
  text: string,
  field: string,
  { what, whole: isWhole = false, from, to }: NumberRule,
  report: Report,
): number | undefined {
  if (!(isWhole ? whole : decimal).test(text)) {
    report(field, `Enter ${what} as a ${isWhole ? 'whole number, like 12' : 'number, like 37.5'}`);
    return undefined;
  }
  const number = Number(text);
  if (number < from || (to !== null && number > to)) {
    report(
      field,
      to === null ? `Enter ${what}, ${from} or more` : `Enter ${what} from ${from} to ${to}`,
    );
    return undefined;
  }
  return number;
}

export function typedText(values: FormValues, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
}

export function typedList(values: FormValues, field: string): string[] {
  const value = values[field];
  return Array.isArray(value) ? value : [];
}
