import { isIsoDay } from '#scoring/calendar/iso-day.ts';
import { realDayRule, type RecordProblem } from '#scoring/outcomes/spells/record-problem.ts';

import type { ReturnLayout } from './layouts.ts';

/** How the days of one file are written. */
export interface DayFormat {
  /** A day as ISO. What is none of the format comes back as something that no rule takes for a day. */
  read: (text: string) => string;
  /** A problem in the words of this format. */
  inWords: (problem: RecordProblem) => RecordProblem;
}

/** One for each file: it keeps one text for each day, since a million rows share some two thousand days. */
export function dayFormat(dates: ReturnLayout['dates']): DayFormat {
  const known = new Map<string, string>();
  const isDayFirst = dates === 'day-first';
  return {
    read: (text) => {
      const kept = known.get(text);
      if (kept !== undefined) return kept;
      const day = isDayFirst ? fromDayFirst(text) : text;
      if (isIsoDay(day)) known.set(text, day);
      return day;
    },
    inWords: (problem) =>
      isDayFirst && problem.rule === realDayRule
        ? { ...problem, rule: 'must be a real calendar day written DD/MM/YYYY' }
        : problem,
  };
}

function fromDayFirst(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return `(${text})`;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
