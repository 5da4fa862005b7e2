const englishDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The ISO day on a wall calendar in England at this moment, wherever the server stands. */
export function dayInEngland(at: Date): string {
  const parts = Object.fromEntries(
    englishDay.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
}
