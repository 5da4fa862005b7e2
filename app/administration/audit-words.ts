/** A time stamp as the audit record keeps it: day and time in UTC, to the second. */
export function utcInWords(timeStamp: string): string {
  return `${timeStamp.slice(0, 10)} ${timeStamp.slice(11, 19)} UTC`;
}

/** "sign-in" as words. */
export function actionInWords(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The names of the changed fields, as the only part of a record's detail that is shown: whatever else a detail may
 * come to hold, no value reaches the page.
 */
export function fieldsInWords(detail: string): string {
  const parsed: unknown = JSON.parse(detail);
  if (typeof parsed !== 'object' || parsed === null || !('fields' in parsed)) return '';
  if (!Array.isArray(parsed.fields)) return '';
  return parsed.fields
    .filter((field): field is string => typeof field === 'string')
    .map((field) => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ');
}
