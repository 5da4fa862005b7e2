import type { Answer } from '#scoring/statistics/model-frame.ts';
import { UnusableData } from '../command/errors.ts';
import type { CellRule } from './cell-rules.ts';
import { undecidedColumn } from './undecided-column.ts';

/** What a column is asked to be: a rule, or whatever it turns out to be. */
export type ColumnRule = CellRule | 'numbers-or-categories';

/** Gathers the answers of one column, cell by cell. */
export class ColumnCollector {
  readonly answers: Answer[] = [];
  readonly #name: string;
  readonly #ruleFor: (text: string, line: number) => CellRule;
  /** Each category is kept once, however many rows hold it. */
  readonly #categories = new Map<string, string>();

  constructor(name: string, rule: ColumnRule) {
    this.#name = name;
    this.#ruleFor = rule === 'numbers-or-categories' ? undecidedColumn(name) : () => rule;
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
    const rule = this.#ruleFor(text, line);
    const answer = rule.read(text);
    if (answer === undefined) {
      throw new UnusableData(
        `${this.#name}, line ${line}: "${text}" must be ${rule.words}; an answer not known is an empty cell`,
      );
    }
    return typeof answer === 'string' ? this.#kept(answer) : answer;
  }

  #kept(text: string): string {
    const known = this.#categories.get(text);
    if (known !== undefined) return known;
    this.#categories.set(text, text);
    return text;
  }
}
