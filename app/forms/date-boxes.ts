import type { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';

import { datePart, datePartsOf, readDate, type DateParts } from './fields.ts';

type BoxName<Name extends string> = `${Name}Day` | `${Name}Month` | `${Name}Year`;

/** The three boxes of a date as fields of a schema. */
export function dateBoxes<const Name extends string>(
  name: Name,
): Record<BoxName<Name>, typeof datePart> {
  const boxes = { [`${name}Day`]: datePart, [`${name}Month`]: datePart, [`${name}Year`]: datePart };
  return boxes as Record<BoxName<Name>, typeof datePart>;
}

/** The boxes' names for the date input, and their values for a day that is known. */
export function boxNames(name: string): Record<'day' | 'month' | 'year', string> {
  return { day: `${name}Day`, month: `${name}Month`, year: `${name}Year` };
}

export function boxValues(name: string, day: string | null): Record<string, string> {
  const parts = datePartsOf(day);
  return { [`${name}Day`]: parts.day, [`${name}Month`]: parts.month, [`${name}Year`]: parts.year };
}

/** What the boxes hold, whatever else is wrong with the form. */
export function boxesOf(values: unknown, name: string): DateParts {
  const box = (part: string) => textOf(values, `${name}${part}`);
  return { day: box('Day'), month: box('Month'), year: box('Year') };
}

/** A field of a form that may not have passed its own check yet. */
export function textOf(values: unknown, name: string): string {
  if (typeof values !== 'object' || values === null) return '';
  const value: unknown = Object.hasOwn(values, name) ? Reflect.get(values, name) : '';
  return typeof value === 'string' ? value.trim() : '';
}

/** The day in the boxes, null when they are empty. Only for a form that has passed `checkDate`. */
export function dayIn(values: unknown, name: string): string | null {
  const reading = readDate(boxesOf(values, name), name);
  return reading.ok ? reading.day : null;
}

export interface DateRule {
  /** Fits "Enter …": "the date of the contact". */
  what: string;
  isRequired?: boolean;
  notAfter?: { day: string; words?: string } | undefined;
  notBefore?: { day: string; words?: string } | undefined;
}

/** For checks across fields: they run beside the fields' own checks, so that all errors are shown at once. */
export const always = { when: () => true };

/** Adds the error of one date to a form's check. The error's field is the date's own name. */
export function checkDate(context: z.RefinementCtx, name: string, rule: DateRule): void {
  const message = dateError(boxesOf(context.value, name), rule);
  if (message !== undefined) context.addIssue({ code: 'custom', path: [name], message });
}

function dateError(boxes: DateParts, rule: DateRule): string | undefined {
  const reading = readDate(boxes, rule.what);
  if (!reading.ok) return reading.message;
  if (reading.day === null) return rule.isRequired === true ? `Enter ${rule.what}` : undefined;
  const { notAfter, notBefore } = rule;
  const subject = `${rule.what.charAt(0).toUpperCase()}${rule.what.slice(1)}`;
  if (notAfter !== undefined && reading.day > notAfter.day) {
    return `${subject} must be ${notAfter.words ?? `on or before ${formatDay(notAfter.day)}`}`;
  }
  if (notBefore !== undefined && reading.day < notBefore.day) {
    return `${subject} must be ${notBefore.words ?? `on or after ${formatDay(notBefore.day)}`}`;
  }
  return undefined;
}
