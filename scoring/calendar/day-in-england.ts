const englishDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The ISO day on a wall calendar in England at a moment, wherever the program runs.
 *
 * For: the day of a signature or sign-off, which is stored as a time stamp; half past midnight on 1 July in England is
 * still 30 June in UTC, and the half-year hangs on it. Formula: time zone Europe/London.
 * @param at the moment
 * @returns ISO day
 * @throws RangeError for a moment that is none
 * Source: the time-zone database of the runtime. Checked: on both sides of midnight in summer and in winter.
 */
export function dayInEngland(at: Date): string {
  if (Number.isNaN(at.getTime())) throw new RangeError('dayInEngland: the moment must be a date');
  const parts = Object.fromEntries(
    englishDay.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}
