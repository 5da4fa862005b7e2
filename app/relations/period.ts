import {
  formatHalfYear,
  halfYearBounds,
  halfYearOf,
  isHalfYear,
  listHalfYears,
  previousHalfYear,
} from '#scoring/calendar/half-year.ts';
import {
  jobEntryVersionOn,
  type JobEntryDefinition,
} from '#scoring/outcomes/job-entry-definitions.ts';

/** The window in which teams are compared: a calendar half-year, or two that follow each other. */
export interface Period {
  /** The last half-year, as addresses name it: 2026-H1. */
  halfYear: string;
  halfYears: 1 | 2;
  from: string;
  to: string;
  label: string;
}

/** The half-years that teams' records can be read for: the last four complete ones, newest first. */
export function periodChoices(today: string): string[] {
  const last = previousHalfYear(halfYearOf(today));
  const first = previousHalfYear(previousHalfYear(previousHalfYear(last)));
  return listHalfYears(first, last).reverse();
}

/** The period an address asks for; anything that is not on offer gives the last complete half-year. */
export function periodOf(today: string, halfYear: string | null, length: string | null): Period {
  const choices = periodChoices(today);
  const [newest = previousHalfYear(halfYearOf(today))] = choices;
  const last =
    halfYear !== null && isHalfYear(halfYear) && choices.includes(halfYear) ? halfYear : newest;
  if (length !== '2')
    return { halfYear: last, halfYears: 1, ...halfYearBounds(last), label: formatHalfYear(last) };
  const first = previousHalfYear(last);
  return {
    halfYear: last,
    halfYears: 2,
    from: halfYearBounds(first).from,
    to: halfYearBounds(last).to,
    label: `${formatHalfYear(first)} and ${formatHalfYear(last)}`,
  };
}

export const twoHalfYearsNote =
  'This definition counts only clients who came six months or more before the end, so it is always looked at over two half-years.';

/** Whether one half-year can hold nobody whom a definition counts. */
export function needsTwoHalfYears(definition: JobEntryDefinition, day: string): boolean {
  const { rule } = jobEntryVersionOn(definition, day);
  return rule.kind === 'accessing-clients' && rule.minimumMonthsBeforePeriodEnd >= 6;
}
