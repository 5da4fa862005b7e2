import { getOutcomeMeasure, type OutcomeKey } from '../tables/outcome-measures.ts';
import {
  boundedOutcome,
  possiblePairs,
  possibleRests,
  type BoundedOutcome,
  type PossiblePair,
} from './group-values.ts';
import {
  criticalZ,
  judgedMeans,
  judgedShares,
  type Claim,
  type JudgedDifference,
  type Verdict,
} from './judged-comparison.ts';
import type { Range } from './range.ts';
import type { PublishedReport } from './report-2025.ts';
import type { DifferenceStatement, ReportStatement } from './statements-2025.ts';

/** Two groups, or a group and all others together. */
export interface JudgedComparison extends JudgedDifference {
  readonly group: string;
  readonly comparator:
    { readonly kind: 'rest' } | { readonly kind: 'pair'; readonly group: string };
}

export interface JudgedStatement {
  readonly statement: ReportStatement;
  /** The rest first where the wording allows it, then group by group. Empty where the figures are not published. */
  readonly comparisons: readonly JudgedComparison[];
  /** Where the wording may mean all others together; else null. */
  readonly againstRest: Verdict | null;
  /** The weakest verdict over the single groups the wording may mean; 'not-published' where figures are missing. */
  readonly againstEach: Verdict;
  /** Of "no difference" in means: the standard deviation from which no two groups differ; else null. */
  readonly noDifferenceFromSpread: number | null;
}

/** 18 calendar months have at most 550 days: those from 1 March of a year before a leap year. */
const LONGEST_FOLLOW_UP_DAYS = 550;

/** Weakest last. */
const strength: readonly Verdict[] = [
  'holds',
  'holds-whatever-the-spread',
  'depends-on-the-spread',
  'depends-on-size',
  'depends-on-rounding',
  'does-not-hold',
  'contradictory',
  'not-published',
];

/** Between which bounds every client's value lies. */
function valuesOf(outcome: OutcomeKey): Range {
  const measure = getOutcomeMeasure(outcome);
  if (measure.kind === 'proportion' || measure.unit !== 'days') {
    return { low: -Infinity, high: Infinity };
  }
  return { low: measure.base === 'started' ? 0 : 1, high: LONGEST_FOLLOW_UP_DAYS };
}

function judged(
  outcome: OutcomeKey,
  pairs: readonly PossiblePair[],
  claim: Claim,
  tests: number,
): JudgedDifference {
  const isMean = getOutcomeMeasure(outcome).kind === 'mean';
  if (pairs.length === 0) {
    return {
      verdict: 'contradictory',
      difference: { low: 0, high: 0 },
      statistic: { name: isMean ? 't' : 'z', low: 0, high: isMean ? null : 0 },
      holdsAdjusted: false,
      spreadUpTo: null,
      sizeFrom: null,
    };
  }
  return isMean
    ? judgedMeans(pairs, claim, tests, valuesOf(outcome))
    : judgedShares(pairs, claim, tests);
}

function pairsAmong(count: number): number {
  return (count * (count - 1)) / 2;
}

function judgedDifferences(
  { outcome, claim, group, comparator }: DifferenceStatement,
  all: BoundedOutcome,
): JudgedComparison[] {
  const chosen = all.groups.find((each) => each.group === group);
  if (chosen === undefined) return [];
  const others = all.groups.filter(
    (each) =>
      each !== chosen && (comparator.kind !== 'groups' || comparator.groups.includes(each.group)),
  );
  const tests = all.groups.length;
  const rest: JudgedComparison[] =
    comparator.kind === 'groups'
      ? []
      : [
          {
            group,
            comparator: { kind: 'rest' },
            ...judged(outcome, possibleRests(all, chosen), claim, tests),
          },
        ];
  const pairs = others.map((other): JudgedComparison => ({
    group,
    comparator: { kind: 'pair', group: other.group },
    ...judged(outcome, possiblePairs(chosen, other), claim, pairsAmong(tests)),
  }));
  return [...rest, ...pairs];
}

function weakest(comparisons: readonly JudgedComparison[]): Verdict {
  const places = comparisons.map(({ verdict }) => strength.indexOf(verdict));
  return strength[Math.max(...places)] ?? 'not-published';
}

function judgedNoDifference(
  statement: ReportStatement,
  all: BoundedOutcome,
): Omit<JudgedStatement, 'statement'> {
  const tests = pairsAmong(all.groups.length);
  const pairs = all.groups.flatMap((first, place) =>
    all.groups.slice(place + 1).map((second) => ({ first, second })),
  );
  const comparisons = pairs.map(({ first, second }): JudgedComparison => ({
    group: first.group,
    comparator: { kind: 'pair', group: second.group },
    ...judged(statement.outcome, possiblePairs(first, second), 'higher', tests),
  }));
  if (comparisons.some(({ verdict }) => verdict === 'contradictory')) {
    return {
      comparisons,
      againstRest: null,
      againstEach: 'contradictory',
      noDifferenceFromSpread: null,
    };
  }
  if (getOutcomeMeasure(statement.outcome).kind === 'mean') {
    const needed = pairs.map(({ first, second }, place) => {
      const { low = 0, high = 0 } = comparisons[place]?.difference ?? {};
      const variance = 1 / first.size.high + 1 / second.size.high;
      return Math.max(-low, high) / (criticalZ * Math.sqrt(variance));
    });
    return {
      comparisons,
      againstRest: null,
      againstEach: 'depends-on-the-spread',
      noDifferenceFromSpread: Math.max(...needed),
    };
  }
  const z = comparisons.map(({ statistic: { low, high } }) => ({ low, high: high ?? Infinity }));
  const noneDiffers = z.every(({ low, high }) => low > -criticalZ && high < criticalZ);
  const oneDiffers = z.some(({ low, high }) => low >= criticalZ || high <= -criticalZ);
  const unlessOneDiffers = oneDiffers ? 'does-not-hold' : 'depends-on-rounding';
  return {
    comparisons,
    againstRest: null,
    againstEach: noneDiffers ? 'holds' : unlessOneDiffers,
    noDifferenceFromSpread: null,
  };
}

/**
 * Whether a statement of significance follows from the printed figures it is about.
 *
 * For: holding a published report to its own figures, without its data.
 * Formula: "all other groups" and comparators that are not named are tried against the rest and against each group;
 * shares by judgedShares, means by judgedMeans, over everything the rounding leaves open. Holm's adjustment at its
 * strictest step: over as many tests as there are groups (rest) or pairs of groups.
 * @param report a published round
 * @param statement one of its statements
 * @returns every comparison the wording may mean, with the verdicts against the rest and against each
 * Errors: none. Source: outcome definitions, section 5; the report's figures.
 * Checked: 2025: "alcohol only" against the rest z 6.49 to 8.24, pairwise against non-opiate at most 1.02.
 */
export function judgedStatement(
  report: PublishedReport,
  statement: ReportStatement,
): JudgedStatement {
  const all = boundedOutcome(report, statement.outcome, statement.breakdown);
  if (all === undefined) {
    return {
      statement,
      comparisons: [],
      againstRest: null,
      againstEach: 'not-published',
      noDifferenceFromSpread: null,
    };
  }
  if (statement.claim === 'no-difference') {
    return { statement, ...judgedNoDifference(statement, all) };
  }
  const comparisons = judgedDifferences(statement, all);
  return {
    statement,
    comparisons,
    againstRest: comparisons.find(({ comparator }) => comparator.kind === 'rest')?.verdict ?? null,
    againstEach: weakest(comparisons.filter(({ comparator }) => comparator.kind === 'pair')),
    noDifferenceFromSpread: null,
  };
}
