import { textTable } from '../printing/text-table.ts';
import { typedName } from './read-command-line.ts';
import { filesInWords, type SubjectHead } from './subject.ts';

/** Options that every subject has. */
const everywhere = [
  ['--json', 'print the whole result as JSON'],
  ['--help', 'print this'],
];

const exitCodes = [
  'Results go to standard output and nothing else does; errors go to standard error.',
  'Exit codes: 0 for a result (too few rows to say anything is a result), 1 for a file that',
  'cannot be analysed, 2 for wrong use. Every field is explained in docs/analyse.md.',
];

/** What the command does, and its subjects. */
export function commandHelp(summaries: readonly (readonly [string, string])[]): string {
  return [
    'Usage: npm run -s analyse -- <subject> <file.csv> [options] [--json]',
    '',
    ...textTable([], summaries),
    '',
    'npm run -s analyse -- <subject> --help lists the options of a subject.',
    '',
    ...exitCodes,
  ].join('\n');
}

/** What a subject does, and its options. */
export function subjectHelp(head: SubjectHead): string {
  const { name, summary, options } = head;
  const own = Object.entries(options).map(([key, option]) => {
    const value = option.value ?? '';
    const typed = option.isValueOptional === true ? `[${value}]` : value;
    return [`${typedName(key)} ${typed}`.trim(), option.words];
  });
  return [
    `Usage: npm run -s analyse -- ${name} ${filesInWords(head)} [options] [--json]`,
    '',
    summary,
    '',
    ...textTable([], [...own, ...everywhere]),
    '',
    ...exitCodes,
  ].join('\n');
}
