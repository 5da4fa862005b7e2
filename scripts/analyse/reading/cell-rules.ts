import type { Answer } from '#scoring/statistics/model-frame.ts';

/** What the cells of a column may hold. */
export interface CellRule {
  /** For a refusal: what a cell must be. */
  readonly words: string;
  /** The answer that a cell holds, or undefined where it holds none of that kind; never asked of an empty cell. */
  readonly read: (text: string) => Exclude<Answer, null> | undefined;
}

/** Digits with a point: no comma, no hexadecimals, no words such as Infinity. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number a text writes out; undefined where it writes none, or one too large for a computer. */
export function readNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function numberThat(words: string, holds: (value: number) => boolean): CellRule {
  return {
    words,
    read: (text) => {
      const value = readNumber(text);
      return value !== undefined && holds(value) ? value : undefined;
    },
  };
}

export const anyNumber = numberThat('a number such as 12 or 0.5', () => true);
export const zeroOrOne = numberThat('0 or 1', (value) => value === 0 || value === 1);
export const zeroOrMore = numberThat('a number of 0 or more', (value) => value >= 0);
export const aboveZero = numberThat('a number above 0', (value) => value > 0);

export function wholeNumber(from: number, to = Infinity): CellRule {
  const words =
    to === Infinity ? `a whole number of at least ${from}` : `a whole number from ${from} to ${to}`;
  return numberThat(words, (value) => Number.isSafeInteger(value) && value >= from && value <= to);
}

export const anyText: CellRule = { words: 'a text', read: (text) => text };

export function oneOf(choices: readonly string[]): CellRule {
  return {
    words: `one of ${choices.join(', ')}`,
    read: (text) => (choices.includes(text) ? text : undefined),
  };
}
