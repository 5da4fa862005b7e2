import { coxRegression } from '#scoring/statistics/survival/cox-regression.ts';
import {
  hazardChangePoint,
  monthlyHazard,
} from '#scoring/statistics/survival/hazard-change-point.ts';
import { logRank } from '#scoring/statistics/survival/log-rank.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';
import {
  choice,
  levelOption,
  list,
  needed,
  number,
  numbers,
  text,
  wholeFrom,
  zeroOrAbove,
} from './command/options.ts';
import { defineSubject } from './command/subject.ts';
import { anyText, zeroOrMore, zeroOrOne } from './reading/cell-rules.ts';
import { readTable, type ReadTable } from './reading/read-table.ts';
import { columnsOfTerms, followedRows, namedGroups } from './survival-rows.ts';
import { survivalText } from './survival-text.ts';
import { curveOf } from './survival-curves.ts';
import { factorOptions, factorPlans, termsOf } from './term-options.ts';

const method =
  'Kaplan-Meier with Greenwood’s errors and log intervals; log-rank test of groups; Cox regression with Efron’s ties; change of a monthly hazard by profile likelihood.';

/** Mean length of a calendar month. */
const DAYS_A_MONTH = 365.25 / 12;

/** How long it takes until the event, when some are followed for longer than others. */
export const survival = defineSubject({
  name: 'survival',
  summary: 'Time to an event: curves, medians, log-rank, Cox regression, month of change.',
  file: 'clients.csv',
  options: {
    time: needed(text('column', 'how long each person was followed')),
    event: needed(text('column', '1 where that ended with the event, 0 where it did not')),
    unit: choice(['days', 'months'], 'what times are counted in'),
    clock: text('words', 'the day times run from, for the report'),
    group: text('column', 'groups to compare'),
    at: numbers('90,180', zeroOrAbove, 'times at which to read the curves'),
    terms: list('a,b,c', 'factors of a Cox regression'),
    ...factorOptions,
    months: number('18', wholeFrom(3), 'follow-up months to look for a change in'),
    level: levelOption,
  },
  analyse: async (path, values) => {
    const { time, event, unit, group, at, terms, months, level } = values;
    const table = await readTable(path, () => [
      { name: time, rule: zeroOrMore },
      { name: event, rule: zeroOrOne },
      ...(group === null ? [] : [{ name: group, rule: anyText }]),
      ...factorPlans(terms, values),
    ]);
    const everybody = followedRows(table, { time, event });
    const overall = curveOf(everybody.data, at, level);
    const daysAMonth = unit === 'days' ? DAYS_A_MONTH : 1;
    const result = {
      status: overall.status,
      overall,
      exclusions: everybody.exclusions,
      comparison: group === null ? null : comparison(table, { time, event, group, at, level }),
      cox: terms.length === 0 ? null : cox(),
      changePoint: months === null ? null : changePoint(everybody.data, months, daysAMonth),
    };
    return { table, method, result, text: survivalText(result) };

    function cox() {
      const followed = followedRows(table, { time, event, terms: termsOf(terms, values, table) });
      const columns = columnsOfTerms(followed.terms);
      return { ...coxRegression(followed.data, columns, level), exclusions: followed.exclusions };
    }
  },
});

interface ComparisonQuestion {
  readonly time: string;
  readonly event: string;
  readonly group: string;
  readonly at: readonly number[];
  readonly level: number;
}

/** A curve for each group, and whether they differ. */
function comparison(table: ReadTable, { time, event, group, at, level }: ComparisonQuestion) {
  const followed = followedRows(table, { time, event, groups: group });
  const groups = namedGroups(followed);
  const test = logRank(groups.map(({ data }) => data));
  return {
    groups: groups.map(({ name, data }) => ({ group: name, ...curveOf(data, at, level) })),
    logRank:
      test.status === 'computed'
        ? { ...test, groups: test.groups.map((each, g) => ({ group: groups[g]?.name, ...each })) }
        : test,
    exclusions: followed.exclusions,
  };
}

/** Follow-up month k runs from k - 1 up to, not including, k months; times in days count mean months. */
function changePoint({ times, events }: SurvivalTimes, months: number, daysAMonth: number) {
  const people = times.map((time, person) => ({
    month: Math.floor(time / daysAMonth) + 1,
    event: events[person] === true,
  }));
  return hazardChangePoint(monthlyHazard(people, months));
}
