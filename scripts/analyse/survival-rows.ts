import type { Term } from '#scoring/statistics/design.ts';
import {
  modelFrame,
  type Exclusions,
  type ModelFrame,
  type ModelTerm,
  type TermValues,
} from '#scoring/statistics/model-frame.ts';
import type { SurvivalTimes } from '#scoring/statistics/survival/survival-times.ts';
import type { ReadTable } from './reading/read-table.ts';

interface FollowedQuestion {
  readonly time: string;
  readonly event: string;
  readonly terms?: readonly ModelTerm[];
  readonly groups?: string;
}

/** People whose every answer is known, and what was left out. */
export interface FollowedRows extends Pick<ModelFrame, 'terms' | 'groups'> {
  readonly data: SurvivalTimes;
  readonly exclusions: LostRows & { readonly warnings: readonly string[] };
}

type LostRows = Pick<Exclusions, 'rowsGiven' | 'rowsUsed' | 'missing'>;

/** The rows of a table that an analysis of times can use, by the same rules as the rows of a regression. */
export function followedRows(
  { columns }: ReadTable,
  { time, event, terms = [], groups }: FollowedQuestion,
): FollowedRows {
  const frame = modelFrame('survival', columns, {
    outcome: event,
    terms: [{ kind: 'numeric', column: time }, ...terms],
    ...(groups === undefined ? {} : { groups }),
  });
  const [first, ...others] = frame.terms;
  return {
    data: {
      times: first?.kind === 'numeric' ? [...first.values] : [],
      events: Array.from(frame.outcome, (value) => value === 1),
    },
    terms: others,
    groups: frame.groups,
    exclusions: lostRows(frame.exclusions),
  };
}

function lostRows({ rowsGiven, rowsUsed, missing }: Exclusions): FollowedRows['exclusions'] {
  const words = missing.map(
    ({ column, rows }) => `${column} is not known for ${rows} of ${rowsGiven}`,
  );
  return { rowsGiven, rowsUsed, missing, warnings: words };
}

/** The people of each group, groups in alphabetical order. */
export function namedGroups({ data, groups }: FollowedRows) {
  const names = groups?.categories ?? [];
  return names.map((name, code) => {
    const people = [...data.times.keys()].filter((person) => groups?.codes[person] === code);
    return {
      name,
      data: {
        times: people.map((person) => data.times[person] ?? NaN),
        events: people.map((person) => data.events[person] === true),
      },
    };
  });
}

/** Columns of a regression: a measurement as it is, a column of 0 and 1 for each category but the reference. */
export function columnsOfTerms(terms: readonly TermValues[]): Term[] {
  return terms.flatMap((term): Term[] => {
    if (term.kind === 'numeric') return [{ name: term.column, values: [...term.values] }];
    const [, ...others] = term.categories;
    return others.map((category, index) => ({
      name: `${term.column}: ${category}`,
      values: Array.from(term.codes, (code) => (code === index + 1 ? 1 : 0)),
    }));
  });
}
