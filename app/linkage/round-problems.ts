import type { LinkageImportValues } from '#db/queries/linkage-imports.ts';
import type { CountedExclusion } from '#scoring/outcomes/cohort/linked-cohort.ts';

import type { FileProblem } from './problem-book.ts';

/** What contradicts itself in what is stated of a return, whatever its files hold. */
export function statedProblems({
  sent,
  matched,
  firstEnrolment,
  lastEnrolment,
}: Pick<
  LinkageImportValues,
  'sent' | 'matched' | 'firstEnrolment' | 'lastEnrolment'
>): FileProblem[] {
  const problems: FileProblem[] = [];
  const about = (file: string, column: string, rule: string) =>
    problems.push({ file, row: null, column, rule, cells: [] });
  if (matched > sent) {
    about(
      'control totals',
      'matched',
      `must not be more than were sent, ${sent}, but is ${matched}`,
    );
  }
  if (firstEnrolment !== null && lastEnrolment !== null && lastEnrolment < firstEnrolment) {
    const rule = `must not lie before the first enrolment date, ${firstEnrolment}, but is ${lastEnrolment}`;
    about('round', 'last enrolment date', rule);
  }
  return problems;
}

/** What is wrong where everybody in the file of people is left out: no figure could be made of such a round. */
export function nobodyProblem(
  included: number,
  leftOut: readonly CountedExclusion[],
): FileProblem | undefined {
  if (included > 0) return undefined;
  const reasons = leftOut.map(({ label, count }) => `${label}: ${count}`).join('; ');
  const rule = `must leave at least one person in the round, but everybody is left out (${reasons})`;
  return { file: 'people', row: null, column: 'enrolment_date', rule, cells: [] };
}
