import { UnusableData } from '../command/errors.ts';
import { anyNumber, anyText, readNumber, type CellRule } from './cell-rules.ts';

interface Cell {
  readonly text: string;
  readonly line: number;
}

/**
 * The rule of a column of which nobody said what it holds. Its first known answer decides, and every other is held
 * against it: "1,5" among numbers is a slip of the hand, not a category.
 */
export function undecidedColumn(name: string): (text: string, line: number) => CellRule {
  let first: Cell | undefined;
  let rule: CellRule | undefined;
  return (text, line) => {
    const fitting = readNumber(text) === undefined ? anyText : anyNumber;
    first ??= { text, line };
    rule ??= fitting;
    if (fitting !== rule) throw mixture(name, first, { text, line });
    return rule;
  };
}

function mixture(name: string, first: Cell, other: Cell): UnusableData {
  const [one, two] = [first, other].map(({ text, line }) => `line ${line} has "${text}"`);
  return new UnusableData(
    `${name}: ${one} and ${two}, so some answers are numbers and some are not; say which it is with --numeric or --categorical`,
  );
}
