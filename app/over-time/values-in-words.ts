import type { ChartFormat } from '#app/components/charts/scale.ts';
import { decimalWords, percentWords } from '#app/relations/figure-words.ts';

/** A value of a chart as people read it: a whole percentage, or two decimals. */
export function valueInWords(value: number, format: ChartFormat): string {
  return format === 'percent' ? percentWords(value) : decimalWords(value, 2);
}
