import type { Answer } from '#scoring/statistics/model-frame.ts';
import { UnusableData } from '../command/errors.ts';
import { anyNumber, anyText, readNumber, type CellRule } from './cell-rules.ts';

/**
 * What a column is asked to be: a rule, or whatever it is. A column of which nobody said what it is holds numbers where
 * every known answer is one, categories where none is, and is refused where some are: "1,5" among numbers is a slip
 * of the hand, not a category.
 */
export type ColumnRule = CellRule | 'numbers-or-categories';

/** Gathers the answers of one column, cell by cell. */
export class ColumnCollector {
  readonly answers: Answer[] = [];
  readonly #name: string;
  #rule: CellRule | undefined;
  #first: { readonly text: string; readonly line: number } | undefined;
  /** Each category is kept once, however many rows hold it. */
  readonly #categories = new Map<string, string>();

  constructor(name: string, rule: ColumnRule) {
    this.#name = name;
    this.#rule = rule === 'numbers-or-categories' ? undefined : rule;
  }

  /** A column of which nothing is known holds categories. */
  get kind(): 'numeric' | 'categorical' {
    const isNumeric = this.answers.some((answer) => typeof answer === 'number');
    return isNumeric ? 'numeric' : 'categorical';
  }

  add(cell: string, line: number): void {
    const text = cell.trim();
    this.answers.push(text === '' ? null : this.#read(text, line));
  }

  #read(text: string, line: number): Answer {
    const answer = this.#ruleFor(text, line).read(text);
    if (answer === undefined) throw this.#refusal(text, line);
    return typeof answer === 'string' ? this.#kept(answer) : answer;
  }

  /** The first known answer of an undecided column decides what it is; every other is held against it. */
  #ruleFor(text: string, line: number): CellRule {
    if (this.#rule !== undefined && this.#first === undefined) return this.#rule;
    const isNumber = readNumber(text) !== undefined;
    this.#first ??= { text, line };
    this.#rule ??= isNumber ? anyNumber : anyText;
    if (isNumber !== (this.#rule === anyNumber)) throw this.#mixture(this.#first, { text, line });
    return this.#rule;
  }

  #kept(text: string): string {
    const known = this.#categories.get(text);
    if (known !== undefined) return known;
    this.#categories.set(text, text);
    return text;
  }

  #refusal(text: string, line: number): UnusableData {
    const words = this.#rule?.words ?? 'known';
    return new UnusableData(
      `${this.#name}, line ${line}: "${text}" must be ${words}; an answer not known is an empty cell`,
    );
  }

  #mixture(first: { text: string; line: number }, other: { text: string; line: number }) {
    const [one, two] = [first, other].map(({ text, line }) => `line ${line} has "${text}"`);
    return new UnusableData(
      `${this.#name}: ${one} and ${two}, so some answers are numbers and some are not; say which it is with --numeric or --categorical`,
    );
  }
}
