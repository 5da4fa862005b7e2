import type { BreakdownKey } from '../cohort/breakdowns.ts';
import { isClear, type Comparison, type GroupComparisons } from '../tables/comparisons.ts';
import type { OutcomeKey } from '../tables/outcome-measures.ts';
import {
  baseWords,
  groupWords,
  listWords,
  predicateWords,
  valuesWords,
  withSmallFirst,
} from './finding-words.ts';

/** A sentence that a test holds, with what it rests on. */
export interface Finding {
  readonly outcome: OutcomeKey;
  readonly breakdown: BreakdownKey;
  readonly group: string;
  readonly sentence: string;
  /** Every group the sentence names: a page leaves it out where one of them is hidden. */
  readonly names: readonly string[];
  /** The comparison with the rest that the sentence tells. */
  readonly comparison: Comparison;
}

type Direction = 'higher' | 'lower';

function directionOf({ result }: Comparison): Direction {
  return result.status === 'computed' && result.difference > 0 ? 'higher' : 'lower';
}

/** A pair seen from one of its two groups. */
function pairOf(pairs: readonly Comparison[], group: string) {
  return pairs.flatMap((pair) => {
    if (pair.comparator.kind === 'rest') return [];
    const opposite = { higher: 'lower', lower: 'higher' } as const;
    if (pair.group === group) {
      return [{ other: pair.comparator.group, direction: directionOf(pair), pair }];
    }
    return pair.comparator.group === group
      ? [{ other: pair.group, direction: opposite[directionOf(pair)], pair }]
      : [];
  });
}

/** Against which single groups the same difference holds. */
function pairSentence(
  pairs: readonly Comparison[],
  { group, breakdown }: Comparison,
  direction: Direction,
  alpha: number,
): string {
  const against = pairOf(pairs, group);
  const holds = against.filter((one) => one.direction === direction && isClear(one.pair, alpha));
  const words = (list: typeof against) =>
    listWords(list.map(({ other }) => withSmallFirst(groupWords(breakdown, other))));
  if (holds.length === against.length) return 'It also holds against each of them one by one.';
  if (holds.length === 0) return 'It holds against none of them one by one.';
  const fails = against.filter((one) => !holds.includes(one));
  return `One by one it holds against ${words(holds)}, not against ${words(fails)}.`;
}

function findingOf(comparison: Comparison, pairs: readonly Comparison[], alpha: number): Finding {
  const { outcome, breakdown, group, groupFigure, comparatorFigure } = comparison;
  const direction = directionOf(comparison);
  const others = pairOf(pairs, group).map(({ other }) => other);
  const only = others.length === 1 ? others[0] : undefined;
  const than =
    only === undefined ? 'all other groups together' : withSmallFirst(groupWords(breakdown, only));
  const base = baseWords(outcome);
  const first = [
    groupWords(breakdown, group),
    predicateWords(outcome, direction === 'higher'),
    `than ${than}: ${valuesWords(outcome, groupFigure, comparatorFigure)}${base && `, ${base}`}.`,
  ].join(' ');
  return {
    outcome,
    breakdown,
    group,
    sentence:
      only === undefined ? `${first} ${pairSentence(pairs, comparison, direction, alpha)}` : first,
    names: [group, ...others],
    comparison,
  };
}

/**
 * What may be said in plain words about a table: only what a test holds.
 *
 * For: the findings under each figure. Rule: a sentence for each group whose difference from all others together is
 * clear after Holm's adjustment, with the single groups against which it also is, pair by pair; of two groups, the
 * higher one is told. Never a cause: findingsCaution stands beside.
 * @param comparisons the rest and pairs of one table
 * @param alpha level of significance of the adjusted p values, usually 0.05
 * @returns sentences in the order of the groups; empty where no test holds
 * Errors: none. Source: outcome definitions, section 5.
 * Checked: by example, and that a sentence exists exactly where a test holds (property test).
 */
export function findingsOf(comparisons: GroupComparisons, alpha = 0.05): Finding[] {
  const { rest, pairs } = comparisons;
  const clear = rest.filter((comparison) => isClear(comparison, alpha));
  const told =
    rest.length === 2 ? clear.filter((comparison) => directionOf(comparison) === 'higher') : clear;
  return told.map((comparison) => findingOf(comparison, pairs, alpha));
}
