import type { FileProblem } from './problem-book.ts';

/**
 * What is wrong with the number sent that the sender of a return states, held against the extracts that are recorded for
 * its linkage date. Where none is, as before this product sent them, there is nothing to hold it against.
 */
export function sentProblem(sent: number, recorded: readonly number[]): FileProblem | undefined {
  if (recorded.length === 0 || recorded.includes(sent)) return undefined;
  const numbers = [...new Set(recorded)].join(' or ');
  const which =
    recorded.length === 1
      ? 'the extract for this linkage date'
      : 'an extract for this linkage date';
  const rule = `must be ${numbers}, the people in ${which}, not ${sent}`;
  return { file: 'control totals', row: null, column: 'sent', rule, cells: [] };
}
