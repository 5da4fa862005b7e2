import { isIsoDay } from '#scoring/calendar/iso-day.ts';

/** What is wrong with one field of a record, so that an import can name row, field and rule. */
export interface RecordProblem {
  /** Column of the standard layout. */
  readonly field: string;
  readonly rule: string;
}

/** The rule of every day. Whoever reads days written otherwise says it in other words. */
export const realDayRule = 'must be a real calendar day written YYYY-MM-DD';

/** The rule a day breaks, if any; without a linkage date a day may be as late as it likes. */
export function dayProblems(
  field: string,
  day: string,
  linkageDate: string | null = null,
): RecordProblem[] {
  if (!isIsoDay(day)) return [{ field, rule: realDayRule }];
  // Nothing was known yet of any day after it: one that stands here is wrong, or the linkage date is.
  if (linkageDate === null || day <= linkageDate) return [];
  return [{ field, rule: `must not lie after the linkage date, ${linkageDate}` }];
}

/** Refuses a record with a problem: whoever computes has checked its rows before. */
export function requireNoProblems(caller: string, problems: readonly RecordProblem[]): void {
  const [first] = problems;
  if (first !== undefined) throw new RangeError(`${caller}: ${first.field} ${first.rule}`);
}
