const words = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time stamp as people in England read it: "27 March 2026 at 14:02". */
export function whenInWords(timeStamp: string): string {
  return words.format(new Date(timeStamp));
}
