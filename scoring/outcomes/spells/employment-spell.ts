import { dayProblems, type RecordProblem } from './record-problem.ts';

/** Where a spell was reported: through an employer's payroll, or as self-employment. */
export const employmentSources = ['paye', 'self-employment'] as const;
export type EmploymentSource = (typeof employmentSources)[number];

/** A row of employment.csv: the start day, the end day and all between. */
export interface EmploymentSpell {
  /** Random id of the employer; null or blank for self-employment only. */
  readonly employerId: string | null;
  /** ISO day. */
  readonly startDate: string;
  /** ISO day; null where the job runs on. */
  readonly endDate: string | null;
  readonly source: EmploymentSource;
}

/**
 * What is wrong with a spell.
 *
 * For: the rows of an import, each named with its field and rule; clientOutcomes refuses what has a problem.
 * Rules: real days; the end not before the start; a known source; an employer unless self-employed; no day after the
 * linkage date, while one on it may be, and a spell that runs on has no end.
 * @param spell fields as read; source may be any text
 * @param linkageDate ISO day of the linkage; null where days are not held against it
 * @returns problems in the order of the columns; empty for a valid spell
 * Errors: none. Source: outcome definitions, sections 3 and 16. Checked: one example for each rule.
 */
export function spellProblems(
  spell: Omit<EmploymentSpell, 'source'> & { readonly source: string },
  linkageDate: string | null = null,
): RecordProblem[] {
  const { employerId, startDate, endDate, source } = spell;
  const problems: RecordProblem[] = [];
  if (source === 'paye' && isBlank(employerId)) {
    problems.push({ field: 'employer_id', rule: 'may be blank for self-employment only' });
  }
  const dayErrors = [
    ...dayProblems('start_date', startDate, linkageDate),
    ...(endDate === null ? [] : dayProblems('end_date', endDate, linkageDate)),
  ];
  problems.push(...dayErrors);
  if (dayErrors.length === 0 && endDate !== null && endDate < startDate) {
    problems.push({ field: 'end_date', rule: 'must not lie before start_date' });
  }
  if (!(employmentSources as readonly string[]).includes(source)) {
    problems.push({ field: 'source', rule: `must be ${employmentSources.join(' or ')}` });
  }
  return problems;
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

/** The employer a spell belongs to; all self-employment without an id is one employer, named ''. */
export function employerOf({ employerId }: EmploymentSpell): string {
  return employerId?.trim() ?? '';
}
