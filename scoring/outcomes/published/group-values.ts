import type { BreakdownKey } from '../cohort/breakdowns.ts';
import { getOutcomeMeasure, type OutcomeKey } from '../tables/outcome-measures.ts';
import { publishedGroupBounds } from './group-bounds.ts';
import { overlap, roundedTo, type Range } from './range.ts';
import type { PublishedReport } from './report-2025.ts';

/** What is known of one group in one outcome: the size of its base, and its share (0 to 1) or mean. */
export interface BoundedGroup {
  readonly group: string;
  readonly size: Range;
  readonly value: Range;
}

export interface BoundedOutcome {
  readonly size: Range;
  readonly value: Range;
  readonly groups: readonly BoundedGroup[];
}

/**
 * What the printed figures say of an outcome by a breakdown: ranges of sizes and values.
 *
 * For: judging statements. Rule: a printed whole percentage or number stands for half a unit on either side; sizes
 * from publishedGroupBounds; of those who started a job no more is known than that they are some of those who worked.
 * @param report a published round
 * @param outcome, breakdown keys
 * @returns ranges of everybody and of each group; undefined where the report does not print every group
 * Errors: as publishedGroupBounds. Source: arithmetic of intervals. Checked: through the statements of 2025.
 */
export function boundedOutcome(
  report: PublishedReport,
  outcome: OutcomeKey,
  breakdown: BreakdownKey,
): BoundedOutcome | undefined {
  const { kind, base } = getOutcomeMeasure(outcome);
  const published = report.outcomes[outcome];
  if (typeof published?.all !== 'number') return undefined;
  const unit = kind === 'proportion' ? 0.01 : 1;
  const bounds = publishedGroupBounds(report, breakdown);
  const sizeOf = ({ clients, workers }: { clients: Range; workers: Range }): Range => {
    if (base === 'all') return clients;
    return base === 'started' ? { low: 0, high: workers.high } : workers;
  };
  const groups = bounds.groups.flatMap((each): BoundedGroup[] => {
    const value = published.groups[breakdown]?.[each.group];
    return value === undefined
      ? []
      : [{ group: each.group, size: sizeOf(each), value: roundedTo(value, unit) }];
  });
  return groups.length < bounds.groups.length
    ? undefined
    : { size: sizeOf(bounds), value: roundedTo(published.all, unit), groups };
}

/** A group and what it is held against, at one of the combinations the printed figures allow. */
export interface PossiblePair {
  readonly first: { readonly size: number; readonly value: number };
  readonly second: { readonly size: number; readonly value: number };
}

/** Both ends of a range; none of one that figures which contradict each other have left empty. */
function ends({ low, high }: Range): number[] {
  if (low > high) return [];
  return low === high ? [low] : [low, high];
}

/** Points of a range, both ends among them. */
function points(range: Range, steps: number): number[] {
  const { low, high } = range;
  if (low >= high) return ends(range);
  return Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
}

/** Fine enough that a test at its largest or smallest moves in the third decimal only. */
const STEPS = 20;

/** Two groups at many combinations of size and value, the outermost among them. */
export function possiblePairs(first: BoundedGroup, second: BoundedGroup): PossiblePair[] {
  const possible = (group: BoundedGroup) =>
    points(group.size, STEPS).flatMap((size) =>
      ends(group.value).map((value) => ({ size, value })),
    );
  const others = possible(second);
  return possible(first).flatMap((a) => others.map((b) => ({ first: a, second: b })));
}

/** The smallest (or largest) sum of size x value of groups whose sizes add up to a number. */
function extremeSum(groups: readonly BoundedGroup[], total: number, isLowest: boolean): number {
  const ordered = [...groups].sort((a, b) =>
    isLowest ? a.value.low - b.value.low : b.value.high - a.value.high,
  );
  const value = (group: BoundedGroup) => (isLowest ? group.value.low : group.value.high);
  let left = total - ordered.reduce((sum, { size }) => sum + size.low, 0);
  let sum = 0;
  for (const group of ordered) {
    const more = Math.min(Math.max(left, 0), group.size.high - group.size.low);
    left -= more;
    sum += (group.size.low + more) * value(group);
  }
  return sum;
}

/**
 * A group against everybody else, at many combinations the printed figures allow, the outermost among them.
 *
 * For: statements about "all other groups" taken together. Formula: the rest's value is what is left of everybody's,
 * and lies within what the other groups' own values allow for their number; combinations that contradict are left out.
 * @param all ranges of everybody and every group
 * @param chosen one of the groups
 * @returns combinations; none where the printed figures contradict each other
 * Errors: none. Source: arithmetic. Checked: "alcohol only" in the 2025 report, z about 7.3.
 */
export function possibleRests(all: BoundedOutcome, chosen: BoundedGroup): PossiblePair[] {
  const others = all.groups.filter((group) => group !== chosen);
  return points(all.size, 2).flatMap((total) =>
    points(chosen.size, STEPS).flatMap((size) =>
      points(chosen.value, STEPS).flatMap((value) => {
        const rest = total - size;
        const left = {
          low: total * all.value.low - size * value,
          high: total * all.value.high - size * value,
        };
        const own = { low: extremeSum(others, rest, true), high: extremeSum(others, rest, false) };
        const sum = overlap(left, own);
        return ends(sum).map((of) => ({
          first: { size, value },
          second: { size: rest, value: of / rest },
        }));
      }),
    ),
  );
}
