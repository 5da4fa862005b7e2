import { formatDay } from '#scoring/calendar/iso-day.ts';

/** What stands behind a benchmark's number; a unit of another time prints as it is. */
export function unitInWords(unit: string): string {
  const words: Record<string, string> = {
    rate: '%',
    'clients-per-specialist-year': 'clients for each specialist in a year',
    'contacts-per-specialist-week': 'contacts for each specialist in a week',
    points: 'points',
  };
  return words[unit] ?? unit;
}

/** A number as it is typed and printed: a rate in percent. */
export function benchmarkNumber(value: number, unit: string): string {
  const shown = unit === 'rate' ? value * 100 : value;
  return String(Number(shown.toFixed(2)));
}

export function benchmarkInWords(value: number, unit: string): string {
  const number = benchmarkNumber(value, unit);
  return unit === 'rate' ? `${number}%` : `${number} ${unitInWords(unit)}`;
}

export function daysInForce(validFrom: string, validTo: string | null): string {
  const from = `From ${formatDay(validFrom)}`;
  return validTo === null ? from : `${from} to ${formatDay(validTo)}`;
}
