import { UnusableData } from '../command/errors.ts';

/** More than this many are a file of another kind, and nobody reads them. */
const MOST_LISTED = 20;

/** Everything that is wrong with some files, each with file, line and rule, so that one run shows it all. */
export class ProblemList {
  readonly #first: string[] = [];
  #found = 0;

  add(file: string, line: number, words: string): void {
    this.#found += 1;
    if (this.#first.length < MOST_LISTED) this.#first.push(`${file}, line ${line}: ${words}`);
  }

  requireNone(): void {
    if (this.#found === 0) return;
    const more = this.#found - this.#first.length;
    throw new UnusableData([...this.#first, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
  }
}
