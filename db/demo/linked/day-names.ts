const MILLISECONDS_A_DAY = 86_400_000;
const names = new Map<number, string>();

/** The ISO day of a day number (scoring/calendar/day-number): each is asked for thousands of times. */
export function isoDay(day: number): string {
  const known = names.get(day);
  if (known !== undefined) return known;
  const name = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  names.set(day, name);
  return name;
}
