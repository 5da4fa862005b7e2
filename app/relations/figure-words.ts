import type { Figure } from '#scoring/disclosure/disclosed-proportion.ts';

/** Figures as pages print them: whole percentages, en rules in ranges, a true minus sign. */

export function percentWords(value: number): string {
  return `${(100 * value).toFixed(0)}%`;
}

export function intervalWords(lower: number, upper: number): string {
  return `${percentWords(lower)} to ${percentWords(upper)}`;
}

export function decimalWords(value: number, places = 2): string {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

export function pWords(p: number): string {
  return p < 0.001 ? 'below 0.001' : p.toFixed(3);
}

/** A p value in a sentence: 'p = 0.012', 'p below 0.001'. */
export function pStatement(p: number): string {
  return p < 0.001 ? 'p below 0.001' : `p = ${pWords(p)}`;
}

export function countWords(count: number): string {
  return count.toLocaleString('en-GB');
}

export interface FigureWords {
  entries: string;
  clients: string;
  counts: string;
  rate: string;
  interval: string;
}

/** A figure in words; what is hidden shows as *, and a group without anybody says so. */
export function figureWords(figure: Figure): FigureWords {
  if (figure.status !== 'shown') {
    const sign = figure.status === 'hidden' ? '*' : '–';
    const counts = figure.status === 'hidden' ? '*' : 'no clients';
    return { entries: sign, clients: sign, counts, rate: sign, interval: sign };
  }
  const entries = countWords(figure.numerator);
  const clients = countWords(figure.denominator);
  return {
    entries,
    clients,
    counts: `${entries} of ${clients}`,
    rate: percentWords(figure.value),
    interval: intervalWords(figure.lower, figure.upper),
  };
}
