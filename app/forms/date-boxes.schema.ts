import type { z } from 'zod';

import { formatDay } from '#scoring/calendar/iso-day.ts';

import { boxesOf, type DateParts, readDate } from './date-boxes.ts';
import { datePart } from './fields.schema.ts';

type BoxName<Name extends string> = `${Name}Day` | `${Name}Month` | `${Name}Year`;

/** The three boxes of a date as fields of a schema. */
export function dateBoxes<const Name extends string>(
  name: Name,
): Record<BoxName<Name>, typeof datePart> {
  const boxes = { [`${name}Day`]: datePart, [`${name}Month`]: datePart, [`${name}Year`]: datePart };
  return boxes as Record<BoxName<Name>, typeof datePart>;
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
