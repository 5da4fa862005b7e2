import type { ChartFormat } from '#app/components/charts/scale.ts';
import { decimalWords, percentWords } from '#app/relations/figure-words.ts';

/** A value of a chart as people read it: a whole percentage, or two decimals unless said otherwise. */
export function valueInWords(value: number, format: ChartFormat, places = 2): string {
  return format === 'percent' ? percentWords(value) : decimalWords(value, places);
}
